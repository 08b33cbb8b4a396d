import type { Day } from "../../base/day.ts";
import type { BatchId } from "../../base/id.ts";
import { nameKey } from "../../team/name-key.ts";
import type { Deal, Source, StageEvent } from "../records.ts";
import { keylessId } from "./fact-id.ts";
import type { ImportBook } from "./import-book.ts";

export interface StageMovesInput {
  readonly book: Pick<ImportBook, "facts">;
  readonly source: Source;
  readonly batchId: BatchId;
  /** When a deal moved whose file does not say: the day of the export, else today. */
  readonly movedOn: Day;
}

/** Notes the moves of deals from stage to stage that imports of deals show, for files of deals only say where a deal stands.
 * What a file of stage history has told already is not told again. */
export class StageMoves {
  readonly #input: StageMovesInput;
  readonly #events: StageEvent[] = [];
  #lastByDeal: ReadonlyMap<string, StageEvent> | null = null;
  #ids: ReadonlySet<string> | null = null;

  constructor(input: StageMovesInput) {
    this.#input = input;
  }

  get events(): readonly StageEvent[] {
    return this.#events;
  }

  /** Takes note of one deal before and after its row. `modifiedOn`: what the row itself says. */
  note(before: Deal, after: Deal, modifiedOn: Day | undefined): void {
    const { stage } = after;
    if (stage === undefined || before.stage === undefined || nameKey(stage) === nameKey(before.stage)) return;
    const { book, source, batchId, movedOn } = this.#input;
    this.#lastByDeal ??= lastEvents(book);
    const last = this.#lastByDeal.get(after.id);
    if (last !== undefined && nameKey(last.stage) === nameKey(stage)) return;
    const since = last?.on ?? before.createdOn ?? after.createdOn;
    const isTold = modifiedOn !== undefined && (since === undefined || modifiedOn > since);
    const on = isTold ? modifiedOn : movedOn;
    const id = keylessId(source, "stage-history", [after.id, stage, on]);
    this.#ids ??= new Set(book.facts.stageEvents.pages.flatMap((page) => page.rows.map((row) => row.id)));
    if (this.#ids.has(id)) return;
    this.#events.push({ id, dealId: after.id, stage, on, source, batchId, line: after.line! });
  }
}

/** The last event of every deal; of several on one day, the one that was written last. */
function lastEvents(book: Pick<ImportBook, "facts">): ReadonlyMap<string, StageEvent> {
  const last = new Map<string, StageEvent>();
  for (const page of book.facts.stageEvents.pages) {
    for (const event of page.rows) {
      const known = last.get(event.dealId);
      if (known === undefined || event.on >= known.on) last.set(event.dealId, event);
    }
  }
  return last;
}
