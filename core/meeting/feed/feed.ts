import { addDays } from "../../base/day.ts";
import type { Day } from "../../base/day.ts";
import type { Recognition } from "../../incentive/records.ts";
import type { Announcement } from "../records.ts";

/** An announcement without a last day that is not pinned is current for so long; a recognition always is. */
export const CURRENT_DAYS = 30;

/** One thing that the team is told. */
export type FeedEntry =
  | { readonly kind: "announcement"; readonly id: string; readonly on: Day; readonly of: Announcement }
  | { readonly kind: "recognition"; readonly id: string; readonly on: Day; readonly of: Recognition };

/** What was told on one day. */
export interface FeedDay {
  readonly on: Day;
  readonly entries: readonly FeedEntry[];
}

/** The feed in its parts; no entry stands in two of them. */
export interface Feed {
  /** Current announcements that stand above the days, the latest first. */
  readonly pinned: readonly FeedEntry[];
  /** The latest day first; of one day announcements before recognitions. */
  readonly current: readonly FeedDay[];
  /** Announcements of days to come, the nearest first. */
  readonly coming: readonly FeedEntry[];
  readonly earlier: readonly FeedDay[];
}

/** What the feed is made of. */
export interface FeedRows {
  readonly announcements: ReadonlyMap<string, Announcement>;
  readonly recognitions: ReadonlyMap<string, Recognition>;
}

/** Announcements and recognitions by day: what is current, what is to come, what was.
 * @example feedOf({ announcements: new Map([["a1", anAnnouncement("a1", { isPinned: true })]]), recognitions: new Map() }, "2026-09-01").pinned.length // => 1
 */
export function feedOf(rows: FeedRows, today: Day): Feed {
  const entries: readonly FeedEntry[] = [
    ...[...rows.announcements.values()].map((of): FeedEntry => entryOf("announcement", of)),
    ...[...rows.recognitions.values()].map((of): FeedEntry => entryOf("recognition", of)),
  ];
  const latest = entries.toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
  const now = latest.filter((entry) => isCurrent(entry, today));
  const isPinned = (entry: FeedEntry) => entry.kind === "announcement" && entry.of.isPinned;
  return {
    pinned: now.filter(isPinned),
    current: byDay(now.filter((entry) => !isPinned(entry))),
    coming: latest.filter((entry) => entry.on > today).toReversed(),
    earlier: byDay(latest.filter((entry) => entry.on <= today && !isCurrent(entry, today))),
  };
}

/** How many announcements are current.
 * @example currentAnnouncements(new Map([["a1", anAnnouncement("a1", { on: "2026-01-01" })]]), "2026-09-01") // => []
 */
export function currentAnnouncements(
  announcements: FeedRows["announcements"],
  today: Day,
): readonly Announcement[] {
  return [...announcements.values()].filter((of) => isCurrent(entryOf("announcement", of), today));
}

function entryOf(kind: FeedEntry["kind"], of: Announcement | Recognition): FeedEntry {
  return { kind, id: of.id, on: of.on, of } as FeedEntry;
}

function isCurrent(entry: FeedEntry, today: Day): boolean {
  if (entry.on > today) return false;
  if (entry.kind === "announcement") {
    const { until, isPinned } = entry.of;
    if (until !== undefined) return today < until;
    if (isPinned) return true;
  }
  return today < addDays(entry.on, CURRENT_DAYS);
}

function byDay(entries: readonly FeedEntry[]): readonly FeedDay[] {
  const days = new Map<Day, FeedEntry[]>();
  for (const entry of entries) {
    const known = days.get(entry.on);
    if (known) known.push(entry);
    else days.set(entry.on, [entry]);
  }
  const rank = ({ kind }: FeedEntry) => (kind === "announcement" ? 0 : 1);
  return [...days].map(([on, list]) => ({ on, entries: list.toSorted((a, b) => rank(a) - rank(b)) }));
}
