import { matchText, withoutPinyin } from "./match-text.ts";
import type { PinyinOf } from "./match-text.ts";

export const ENTRY_KINDS = [
  "room",
  "action",
  "member",
  "group",
  "duty",
  "kpi",
  "customer",
  "deal",
  "order",
  "contact",
  "case",
  "practice",
  "announcement",
  "reward",
  "meeting",
  "course",
  "session",
  "plan",
  "review",
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** One thing that can be found and gone to. */
export interface Entry {
  readonly kind: EntryKind;
  readonly id: string;
  readonly title: string;
  /** Beside the title; found too, but later. */
  readonly detail: string;
  run(): void;
}

export interface IndexedEntry {
  readonly entry: Entry;
  readonly title: string;
  readonly detail: string;
}

/** How many of a kind are shown at most. */
const MOST_OF_A_KIND = 7;

/** Prepares entries for searching. */
export function indexEntries(entries: readonly Entry[]): readonly IndexedEntry[] {
  return entries.map((entry) => ({
    entry,
    title: entry.title.toLowerCase(),
    detail: entry.detail.toLowerCase(),
  }));
}

/** The best answers, the kinds in their order, the best of each kind first; equal ones in the order of the index.
 * Nothing typed gives rooms and actions. */
export function findEntries(
  index: readonly IndexedEntry[],
  typed: string,
  pinyinOf: PinyinOf,
): readonly Entry[] {
  const query = typed.trim().toLowerCase();
  const bestByKind = new Map<EntryKind, { score: number; entry: Entry }[]>();
  for (const one of index) {
    const score = query === "" ? scoreOfNothing(one.entry.kind) : scoreOf(one, query, pinyinOf);
    if (score === null) continue;
    const best = bestByKind.get(one.entry.kind) ?? [];
    bestByKind.set(one.entry.kind, best);
    keepBest(best, { score, entry: one.entry }, query === "" ? Number.POSITIVE_INFINITY : MOST_OF_A_KIND);
  }
  const kinds = [...bestByKind.entries()].toSorted(
    ([a, as], [b, bs]) => as[0]!.score - bs[0]!.score || ENTRY_KINDS.indexOf(a) - ENTRY_KINDS.indexOf(b),
  );
  return kinds.flatMap(([, best]) => best.map((one) => one.entry));
}

function scoreOfNothing(kind: EntryKind): number | null {
  return kind === "room" ? 0 : kind === "action" ? 1 : null;
}

function scoreOf(one: IndexedEntry, query: string, pinyinOf: PinyinOf): number | null {
  const byTitle = matchText(one.title, query, pinyinOf);
  if (byTitle !== null || one.detail === "") return byTitle;
  // Pinyin is for names alone: in the details it would find every deal of an owner.
  const both = matchText(`${one.title} ${one.detail}`, query, withoutPinyin);
  return both === null ? null : both + 6;
}

function keepBest<T extends { readonly score: number }>(best: T[], one: T, most: number): void {
  if (best.length >= most && best.at(-1)!.score <= one.score) return;
  const at = best.findIndex((other) => other.score > one.score);
  if (at < 0) best.push(one);
  else best.splice(at, 0, one);
  if (best.length > most) best.pop();
}
