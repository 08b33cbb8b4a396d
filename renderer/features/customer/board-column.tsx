import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { useCallback, useEffect, useRef, useState } from "react";
import type { DragEvent, KeyboardEvent } from "react";
import type { DealState } from "../../../core/customer/deal-marks.ts";
import type { OwnerIndex } from "../../../core/customer/owner.ts";
import type { PipelineColumn } from "../../../core/customer/pipeline.ts";
import type { Deal } from "../../../core/customer/records.ts";
import { useWords } from "../../ui/words-context.tsx";
import { ColumnHead } from "./column-head.tsx";
import { DealCard } from "./deal-card.tsx";

/** What a drag carries: the deal's id. */
export const DEAL_TYPE = "application/x-jiugong-deal";
/** A card and the gap below it, as pipeline.css has them. */
const CARD_HEIGHT = 136;

function cardHeight(): number {
  return CARD_HEIGHT;
}

/** One column: its head, and as many cards as can be seen. */
export function BoardColumn(props: {
  readonly column: PipelineColumn;
  readonly index: OwnerIndex;
  /** A card that was just moved here and takes the focus. */
  readonly wanted: string | null;
  stateOf(deal: Deal): DealState;
  onFound(): void;
  onDrop(id: string): void;
  onMove(deal: Deal, by: -1 | 1): void;
  onOpen(id: string): void;
}) {
  const { column, wanted, onFound } = props;
  const { deals } = column;
  const words = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const [isOver, setOver] = useState(false);
  const [at, setAt] = useState(0);
  const active = Math.min(at, Math.max(0, deals.length - 1));
  const list = useVirtualizer({
    count: deals.length,
    getScrollElement: () => scroller.current,
    estimateSize: cardHeight,
    overscan: 4,
    // A new function would have the list measure every card of the column again.
    getItemKey: useCallback((index: number) => deals[index]?.id ?? index, [deals]),
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      return shown.includes(active) || active >= deals.length
        ? shown
        : [...shown, active].toSorted((a, b) => a - b);
    },
  });
  const go = (index: number) => {
    const next = Math.min(Math.max(index, 0), deals.length - 1);
    setAt(next);
    list.scrollToIndex(next);
    requestAnimationFrame(() => {
      const card = scroller.current?.querySelector<HTMLElement>(`[data-index="${next}"] .deal-card`);
      card?.focus({ preventScroll: true });
    });
  };
  useEffect(() => {
    const index = wanted === null ? -1 : deals.findIndex(({ id }) => id === wanted);
    if (index < 0) return;
    go(index);
    onFound();
    // The way there is new at every draw.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [wanted, deals]);
  const onKeyDown = (event: KeyboardEvent, deal: Deal, index: number) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const { key } = event;
    if (key === "ArrowLeft") props.onMove(deal, -1);
    else if (key === "ArrowRight") props.onMove(deal, 1);
    else if (key === "ArrowUp") go(index - 1);
    else if (key === "ArrowDown") go(index + 1);
    else if (key === "Home") go(0);
    else if (key === "End") go(deals.length - 1);
    else return;
    event.preventDefault();
  };
  return (
    <section
      className={isOver ? "pipeline-column over" : "pipeline-column"}
      onDragOver={(event: DragEvent) => {
        if (!event.dataTransfer.types.includes(DEAL_TYPE)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event: DragEvent) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event: DragEvent) => {
        setOver(false);
        props.onDrop(event.dataTransfer.getData(DEAL_TYPE));
      }}
    >
      <ColumnHead column={column} />
      <div ref={scroller} className="pipeline-cards" tabIndex={-1}>
        <ul
          aria-label={column.stage || words.text("customer.board.no-stage")}
          style={{ height: list.getTotalSize() }}
        >
          {list.getVirtualItems().map(({ index, key, start }) => {
            const deal = deals[index]!;
            return (
              <li
                key={key}
                data-index={index}
                aria-setsize={deals.length}
                aria-posinset={index + 1}
                style={{ top: start }}
              >
                <DealCard
                  deal={deal}
                  state={props.stateOf(deal)}
                  index={props.index}
                  isActive={index === active}
                  onOpen={() => props.onOpen(deal.id)}
                  onFocus={() => setAt(index)}
                  onDragStart={(event) => {
                    event.dataTransfer.setData(DEAL_TYPE, deal.id);
                    event.dataTransfer.effectAllowed = "move";
                  }}
                  onKeyDown={(event) => onKeyDown(event, deal, index)}
                />
              </li>
            );
          })}
        </ul>
      </div>
    </section>
  );
}
