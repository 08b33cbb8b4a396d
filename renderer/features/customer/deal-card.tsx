import type { DragEvent, KeyboardEvent } from "react";
import { currentCustomerName } from "../../../core/customer/customer-choices.ts";
import type { DealState } from "../../../core/customer/deal-marks.ts";
import type { OwnerIndex } from "../../../core/customer/owner.ts";
import type { Deal } from "../../../core/customer/records.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { useWords } from "../../ui/words-context.tsx";
import { recordName } from "./book-commands.ts";
import { DealMarks } from "./deal-marks.tsx";
import { ownerText } from "./owner-cell.tsx";

/** A deal on the board: what, for whom, how much and how likely, by whom and when, how long it has stood there. */
export function DealCard(props: {
  readonly deal: Deal;
  readonly state: DealState;
  readonly index: OwnerIndex;
  /** Whether the tab key comes here: one card of a column. */
  readonly isActive: boolean;
  onOpen(): void;
  onFocus(): void;
  onKeyDown(event: KeyboardEvent): void;
  onDragStart(event: DragEvent): void;
}) {
  const { deal } = props;
  const words = useWords();
  const workspace = useWorkspace();
  const customer = currentCustomerName(workspace.facts.customers, deal);
  const owner = ownerText(deal, props.index, workspace.rows.members) || words.text("base.unassigned");
  const { probability } = deal;
  const chance = words.quantity({ unit: "percent", value: (probability ?? 0) / 1_000_000 });
  return (
    <button
      type="button"
      className="deal-card"
      draggable
      data-deal={deal.id}
      tabIndex={props.isActive ? 0 : -1}
      aria-describedby="board-keys"
      onDragStart={props.onDragStart}
      onClick={props.onOpen}
      onFocus={props.onFocus}
      onKeyDown={props.onKeyDown}
    >
      <strong title={recordName(deal)}>{recordName(deal)}</strong>
      <span title={customer}>{customer !== deal.name ? customer : ""}</span>
      <span className="deal-card-foot">
        <b>{words.quantity({ unit: "money", value: deal.amount ?? null })}</b>
        {deal.category === "open" && probability !== undefined && (
          <span>{words.text("customer.board.chance", { chance })}</span>
        )}
      </span>
      <span className="deal-card-foot">
        <span>{owner}</span>
        <span>{deal.closedOn ?? deal.expectedCloseOn ?? ""}</span>
      </span>
      <DealMarks state={props.state} />
    </button>
  );
}
