import type { DragEvent, KeyboardEvent } from "react";
import { currentCustomerName } from "../../../core/customer/customer-choices.ts";
import type { OwnerIndex } from "../../../core/customer/owner.ts";
import type { Deal } from "../../../core/customer/records.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { useWords } from "../../ui/words-context.tsx";
import { recordName } from "./book-commands.ts";
import { ownerText } from "./owner-cell.tsx";

/** A deal on the board: what, for whom, how much, by whom and when. */
export function DealCard(props: {
  readonly deal: Deal;
  readonly index: OwnerIndex;
  onOpen(): void;
  onKeyDown(event: KeyboardEvent): void;
  onDragStart(event: DragEvent): void;
}) {
  const { deal } = props;
  const words = useWords();
  const workspace = useWorkspace();
  const customer = currentCustomerName(workspace.facts.customers, deal);
  const owner = ownerText(deal, props.index, workspace.rows.members) || words.text("base.unassigned");
  const day = deal.closedOn ?? deal.expectedCloseOn;
  return (
    <button
      type="button"
      className="deal-card"
      draggable
      data-deal={deal.id}
      onDragStart={props.onDragStart}
      onClick={props.onOpen}
      onKeyDown={props.onKeyDown}
    >
      <strong>{recordName(deal)}</strong>
      {customer !== "" && customer !== deal.name && <span>{customer}</span>}
      <span className="deal-card-foot">
        <b>{words.quantity({ unit: "money", value: deal.amount ?? null })}</b>
        <span>{day ?? ""}</span>
      </span>
      <span className="deal-card-owner">{owner}</span>
    </button>
  );
}
