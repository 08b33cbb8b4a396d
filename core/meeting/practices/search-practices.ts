import MiniSearch from "minisearch";
import { runToEnd } from "../../base/run-to-end.ts";
import type { Practice } from "../records.ts";
import { indexTerms, isHan, queryTerms } from "./search-terms.ts";

export type Practices = ReadonlyMap<string, Practice>;

/** A practice that answers a search, and what to mark in it. */
export interface PracticeHit {
  readonly practice: Practice;
  readonly terms: readonly string[];
}

const FIELDS = ["title", "situation", "action", "result", "tags", "stage", "industry", "product"] as const;

/** Practices that are indexed in one step. */
const STEP = 10;

/** An index, and what is still to be taken into it. */
interface Index {
  readonly practices: Practices;
  readonly search: MiniSearch<Practice>;
  readonly waiting: Practice[];
}

/** What was indexed last: an edit changes one practice of many, and only that one is indexed anew. */
let last: Index | null = null;

/** The practices that hold everything that was typed, the best answer first: the title counts three times, tags twice. Words of
 * other scripts are found from their beginning on, those of five letters and more with a slip of the pen. Nothing typed: none.
 * @example searchPractices(new Map([["p1", aPractice("p1", { title: "报价单两天内跟进" })]]), "报价").map((hit) => hit.practice.id) // => ["p1"]
 */
export function searchPractices(practices: Practices, typed: string): readonly PracticeHit[] {
  const asked = queryTerms(typed);
  if (asked.length === 0) return [];
  const found = wholeIndex(practices).search(typed);
  const ofQuery = asked.filter(isHan);
  return found.map(({ id, terms }) => ({
    practice: practices.get(id as string)!,
    terms: [...ofQuery, ...terms.filter((term) => !isHan(term))],
  }));
}

/** Makes the index ahead of the first search, some practices a step, so that typing never waits for it.
 * @example [...indexInSteps(new Map())] // => []
 */
export function* indexInSteps(practices: Practices): Generator<void, void> {
  const index = indexOf(practices);
  while (index === last && index.waiting.length > 0) {
    index.search.addAll(index.waiting.splice(-STEP));
    yield;
  }
}

function wholeIndex(practices: Practices): MiniSearch<Practice> {
  runToEnd(indexInSteps(practices));
  return indexOf(practices).search;
}

function indexOf(practices: Practices): Index {
  if (last?.practices === practices) return last;
  const changed = last && changedIndex(last, practices);
  last = changed ?? { practices, search: newIndex(), waiting: [...practices.values()] };
  return last;
}

/** The last index with what differs taken out and put in; `null` where most of it does, or it is not whole. */
function changedIndex({ practices: before, search, waiting }: Index, practices: Practices): Index | null {
  const gone = [...before.values()].filter((one) => practices.get(one.id) !== one);
  const come = [...practices.values()].filter((one) => before.get(one.id) !== one);
  if (waiting.length > 0 || gone.length + come.length > practices.size / 2 + 1) return null;
  for (const one of gone) search.remove(one);
  search.addAll(come);
  return { practices, search, waiting };
}

function newIndex(): MiniSearch<Practice> {
  return new MiniSearch<Practice>({
    fields: [...FIELDS],
    extractField: (practice, field) => fieldText(practice, field),
    tokenize: (text) => [...indexTerms(text)],
    processTerm: (term) => term,
    searchOptions: {
      tokenize: (text) => [...queryTerms(text)],
      combineWith: "AND",
      boost: { title: 3, tags: 2 },
      prefix: (term) => !isHan(term) || Array.from(term).length === 1,
      fuzzy: (term) => (isHan(term) || term.length < 5 ? false : 1),
    },
  });
}

function fieldText(practice: Practice, field: string): string {
  if (field === "id") return practice.id;
  if (field === "tags") return practice.tags.join(" ");
  return practice[field as Exclude<(typeof FIELDS)[number], "tags">] ?? "";
}
