import MiniSearch from "minisearch";
import type { Practice } from "../records.ts";
import { indexTerms, isHan, queryTerms } from "./search-terms.ts";

export type Practices = ReadonlyMap<string, Practice>;

/** A practice that answers a search, and what to mark in it. */
export interface PracticeHit {
  readonly practice: Practice;
  readonly terms: readonly string[];
}

const FIELDS = ["title", "situation", "action", "result", "tags", "stage", "industry", "product"] as const;

/** What was indexed last: an edit changes one practice of many, and only that one is indexed anew. */
let last: { readonly practices: Practices; readonly search: MiniSearch<Practice> } | null = null;

/** The practices that hold everything that was typed, the best answer first: the title counts three times, tags twice. Words of
 * other scripts are found from their beginning on, those of five letters and more with a slip of the pen. Nothing typed: none.
 * @example searchPractices(new Map([["p1", aPractice("p1", { title: "报价单两天内跟进" })]]), "报价").map((hit) => hit.practice.id) // => ["p1"]
 */
export function searchPractices(practices: Practices, typed: string): readonly PracticeHit[] {
  const asked = queryTerms(typed);
  if (asked.length === 0) return [];
  const found = indexOf(practices).search(typed);
  const ofQuery = asked.filter(isHan);
  return found.map(({ id, terms }) => ({
    practice: practices.get(id as string)!,
    terms: [...ofQuery, ...terms.filter((term) => !isHan(term))],
  }));
}

function indexOf(practices: Practices): MiniSearch<Practice> {
  if (last?.practices === practices) return last.search;
  const search = (last && changedIndex(last, practices)) ?? newIndex(practices);
  last = { practices, search };
  return search;
}

/** The last index with what differs taken out and put in; `null` where most of it does. */
function changedIndex(of: NonNullable<typeof last>, practices: Practices): MiniSearch<Practice> | null {
  const gone = [...of.practices.values()].filter((one) => practices.get(one.id) !== one);
  const come = [...practices.values()].filter((one) => of.practices.get(one.id) !== one);
  if (gone.length + come.length > practices.size / 2 + 1) return null;
  for (const one of gone) of.search.remove(one);
  of.search.addAll(come);
  return of.search;
}

function newIndex(practices: Practices): MiniSearch<Practice> {
  const search = new MiniSearch<Practice>({
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
  search.addAll([...practices.values()]);
  return search;
}

function fieldText(practice: Practice, field: string): string {
  if (field === "id") return practice.id;
  if (field === "tags") return practice.tags.join(" ");
  return practice[field as Exclude<(typeof FIELDS)[number], "tags">] ?? "";
}
