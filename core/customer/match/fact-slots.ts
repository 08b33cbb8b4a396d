import type { ImportBook } from "../import/import-book.ts";
import type { MatchVerdict, Source } from "../records.ts";
import { hasOtherOrder, sureKey } from "./fact-prints.ts";
import type { FollowingFact, FollowingTable } from "./fact-prints.ts";
import { twinsByKept } from "./twin-record.ts";
import { verdictId } from "./verdict-id.ts";

/** What happened once, and the systems that tell of it. */
interface Slot {
  readonly fact: FollowingFact;
  readonly sources: Set<Source>;
}

/** What slots are made from. A workspace is one. */
export interface SlotBook {
  readonly rows: { readonly matchVerdicts?: ReadonlyMap<string, MatchVerdict> };
  readonly facts: Pick<ImportBook["facts"], "twins">;
}

/** Finds for the payments, activities or cases of one system those of another that are surely the same. Where a system tells
 * of several that are alike, each stands for one of the other's: together they count as often as the system that tells of
 * most. What was typed here is left to a person. */
export class FactSlots {
  readonly #table: FollowingTable;
  readonly #verdicts: ReadonlyMap<string, MatchVerdict>;
  readonly #matched: ReturnType<typeof twinsByKept>;
  readonly #slots = new Map<string, Slot[]>();

  constructor(book: SlotBook, table: FollowingTable) {
    this.#table = table;
    this.#verdicts = book.rows.matchVerdicts ?? new Map();
    this.#matched = twinsByKept(book);
  }

  /** Takes a fact of the book as one that others may be the same as. */
  open(fact: FollowingFact): void {
    const key = sureKey(this.#table, fact);
    if (key === "" || fact.source === "typed") return;
    const slot = { fact, sources: new Set(this.#sourcesOf(fact)) };
    const slots = this.#slots.get(key);
    if (slots) slots.push(slot);
    else this.#slots.set(key, [slot]);
  }

  /** The fact of another system that is surely the same, which from now on has its place; `undefined` where there is none. */
  take(fact: FollowingFact): FollowingFact | undefined {
    if (fact.source === "typed") return undefined;
    const sources = this.#sourcesOf(fact);
    const slot = this.#slots
      .get(sureKey(this.#table, fact))
      ?.find(
        (one) =>
          sources.every((source) => !one.sources.has(source)) &&
          !hasOtherOrder(one.fact, fact) &&
          !this.#verdicts.has(verdictId(this.#table, [one.fact.id, fact.id])),
      );
    for (const source of sources) slot?.sources.add(source);
    return slot?.fact;
  }

  #sourcesOf(fact: FollowingFact): readonly Source[] {
    return this.#matched.get(fact.id)?.map((twin) => twin.source) ?? [fact.source];
  }
}
