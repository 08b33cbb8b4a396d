import type { Practice } from "../records.ts";
import { searchPractices } from "./search-practices.ts";
import type { PracticeHit, Practices } from "./search-practices.ts";

/** What the library is narrowed by; "" is no narrowing. */
export interface PracticeFilter {
  readonly typed: string;
  readonly tag: string;
  readonly stage: string;
  readonly industry: string;
  /** Whether those that were put away are shown, and only those. */
  readonly archived: boolean;
}

/** What there is to narrow by, the commonest first. */
export interface PracticeFacets {
  readonly tags: readonly string[];
  readonly stages: readonly string[];
  readonly industries: readonly string[];
}

/** The practices that pass a filter: by how well they answer what was typed, without it the latest first.
 * @example findPractices(new Map([["p1", aPractice("p1", { tags: ["报价"] })]]), { typed: "", tag: "回款", stage: "", industry: "", archived: false }) // => []
 */
export function findPractices(practices: Practices, filter: PracticeFilter): readonly PracticeHit[] {
  const found =
    filter.typed.trim() === ""
      ? latestFirst([...practices.values()]).map((practice) => ({ practice, terms: [] }))
      : searchPractices(practices, filter.typed);
  return found.filter(
    ({ practice }) =>
      practice.archived === filter.archived &&
      (filter.tag === "" || practice.tags.includes(filter.tag)) &&
      (filter.stage === "" || practice.stage === filter.stage) &&
      (filter.industry === "" || practice.industry === filter.industry),
  );
}

/** Practices, the latest first, those of one day as they were written last.
 * @example latestFirst([aPractice("p1", { on: "2026-01-01" }), aPractice("p2", { on: "2026-02-01" })]).map((one) => one.id) // => ["p2", "p1"]
 */
export function latestFirst(practices: readonly Practice[]): readonly Practice[] {
  return practices.toReversed().toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
}

const facetsByPractices = new WeakMap<Practices, PracticeFacets>();

/** The tags, stages and industries of the library; the same object for the same practices.
 * @example practiceFacets(new Map([["p1", aPractice("p1", { tags: ["报价"] })]])).tags // => ["报价"]
 */
export function practiceFacets(practices: Practices): PracticeFacets {
  const known = facetsByPractices.get(practices);
  if (known) return known;
  const all = [...practices.values()];
  const facets = {
    tags: commonest(all.flatMap((one) => one.tags)),
    stages: commonest(all.map((one) => one.stage)),
    industries: commonest(all.map((one) => one.industry)),
  };
  facetsByPractices.set(practices, facets);
  return facets;
}

function commonest(values: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== "") counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1]).map(([value]) => value);
}
