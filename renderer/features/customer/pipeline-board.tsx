import { useLayoutEffect, useRef, useState } from "react";
import type { KeyboardEvent } from "react";
import { message } from "../../../core/base/message.ts";
import type { OwnerIndex } from "../../../core/customer/owner.ts";
import type { PipelineColumn } from "../../../core/customer/pipeline.ts";
import type { Deal } from "../../../core/customer/records.ts";
import { placeHref } from "../../platform/place.ts";
import { notify } from "../../storage/notice-store.ts";
import { useWords } from "../../ui/words-context.tsx";
import { moveToStage, recordName } from "./book-commands.ts";
import { ColumnHead } from "./column-head.tsx";
import { DealCard } from "./deal-card.tsx";
import "./pipeline.css";

/** Cards drawn in a column; the table has the rest. */
const SHOWN_CARDS = 50;
const DEAL_TYPE = "application/x-jiugong-deal";

/** The pipeline by stage. A card is moved by dragging it, or with the arrow keys to the left and right. */
export function PipelineBoard(props: {
  readonly columns: readonly PipelineColumn[];
  readonly index: OwnerIndex;
  onOpen(id: string): void;
}) {
  const { columns } = props;
  const words = useWords();
  const board = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState<string | null>(null);
  const moved = useRef<string | null>(null);
  useLayoutEffect(() => {
    // The card has been drawn anew in its next column: the focus goes with it.
    if (moved.current === null) return;
    cardOf(board.current, moved.current)?.focus();
    moved.current = null;
  }, [columns]);
  const move = async (deal: Deal, column: PipelineColumn | undefined) => {
    if (!column || column.stage === "" || column.deals.includes(deal)) return;
    moved.current = deal.id;
    const wrong = await moveToStage(words, deal, column.stage);
    const params = { name: recordName(deal), stage: column.stage };
    if (wrong === null) notify({ tone: "done", message: message("customer.board.moved", params) });
    else notify({ tone: "failure", message: message("customer.board.refused", { why: wrong }) });
  };
  const onKeyDown = (event: KeyboardEvent, deal: Deal, at: number) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const beside = { ArrowLeft: at - 1, ArrowRight: at + 1 }[event.key];
    const up = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (beside === undefined && up === undefined) return;
    event.preventDefault();
    if (beside !== undefined) void move(deal, columns[beside]);
    const { deals } = columns[at]!;
    const next = up === undefined ? undefined : deals[deals.indexOf(deal) + up];
    if (next) cardOf(board.current, next.id)?.focus();
  };
  return (
    <div ref={board} className="pipeline-board" role="group" aria-label={words.text("customer.tab.pipeline")}>
      {columns.map((column, at) => (
        <section
          key={column.key}
          className={over === column.key ? "pipeline-column over" : "pipeline-column"}
          onDragOver={(event) => {
            if (!event.dataTransfer.types.includes(DEAL_TYPE)) return;
            event.preventDefault();
            setOver(column.key);
          }}
          onDragLeave={(event) => {
            if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(null);
          }}
          onDrop={(event) => {
            setOver(null);
            const id = event.dataTransfer.getData(DEAL_TYPE);
            const deal = columns.flatMap(({ deals }) => deals).find((one) => one.id === id);
            if (deal) void move(deal, column);
          }}
        >
          <ColumnHead column={column} />
          <ul>
            {column.deals.slice(0, SHOWN_CARDS).map((deal) => (
              <li key={deal.id}>
                <DealCard
                  deal={deal}
                  index={props.index}
                  onOpen={() => props.onOpen(deal.id)}
                  onDragStart={(event) => {
                    event.dataTransfer.setData(DEAL_TYPE, deal.id);
                    event.dataTransfer.effectAllowed = "move";
                  }}
                  onKeyDown={(event) => onKeyDown(event, deal, at)}
                />
              </li>
            ))}
          </ul>
          {column.deals.length > SHOWN_CARDS && (
            <a className="pipeline-more" href={placeHref("customer", "deals")}>
              {words.text("customer.board.more", { count: column.deals.length - SHOWN_CARDS })}
            </a>
          )}
        </section>
      ))}
    </div>
  );
}

function cardOf(board: HTMLElement | null, id: string): HTMLElement | null | undefined {
  return board?.querySelector<HTMLElement>(`[data-deal="${CSS.escape(id)}"]`);
}
