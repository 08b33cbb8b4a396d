import type { Day } from "../base/day.ts";
import { daysBetween, weekdayOf } from "../base/day.ts";
import type { FactRef, RecordRef } from "../base/id.ts";
import { message } from "../base/message.ts";
import type { Message, Quantity } from "../base/message.ts";
import { listMessage } from "../team/name-key.ts";

/** One person or thing that waits for the manager: who, why, and what it is about. */
export interface Need {
  /** The same as long as the need lasts. */
  readonly key: string;
  readonly kind: NeedKind;
  /** 3: work or result is being lost; 2: it soon will be, or figures are wrong because of it; 1: worth mending. */
  readonly level: 1 | 2 | 3;
  readonly about: string | Message;
  readonly reason: Message;
  /** What to open; absent where the kind alone says it. */
  readonly ref?: RecordRef | FactRef;
}

/** In the order in which kinds take turns within a level: results first, then work, then figures. */
export const NEED_KINDS = [
  "pace",
  "import",
  "finding",
  "case",
  "task",
  "life",
  "action",
  "training",
  "review",
  "care",
  "pay",
  "unassigned",
  "match",
  "missing",
] as const;
export type NeedKind = (typeof NEED_KINDS)[number];

/** What the rooms below have to say, as plain values. */
export interface NeedSources {
  /** Members who are behind their target. `gap`: due by now − actual, in the KPI's unit. `rate`: what each working day
   * left must bring, and what each brought so far; absent where no day is left or none has passed. */
  readonly paces: readonly {
    readonly memberId: string;
    readonly name: string;
    readonly state: "behind" | "at-risk";
    readonly pace: number;
    readonly gap: Quantity;
    readonly rate?: { readonly required: Quantity; readonly soFar: Quantity };
  }[];
  readonly findings: readonly {
    readonly id: string;
    /** Findings of one kind share a line. */
    readonly code: string;
    /** The key of a sentence that counts findings of this kind. */
    readonly several: string;
    readonly severity: "risk" | "warning" | "hint";
    /** What it is about, where it is not the team's work. */
    readonly kind?: "case" | "care" | "task" | "life" | "action" | "training" | "review" | "pay";
    /** How much it weighs, where that is not what its severity says. */
    readonly level?: Need["level"];
    readonly about: string | Message;
    readonly what: Message;
    readonly ref?: RecordRef | FactRef;
  }[];
  /** Results whose owner is no member: how much, and which fraction of all. `null`: there are none. */
  readonly unassigned: { readonly amount: Quantity; readonly share: number } | null;
  /** Members with values that should have been typed. */
  readonly missing: readonly {
    readonly memberId: string;
    readonly name: string;
    readonly count: number;
    /** The first KPI that lacks a value. */
    readonly kpi: Message;
  }[];
  /** What the newest import did to deals that were there before; absent where there is none. */
  readonly imports?: ImportNews | null;
  /** How many pairs of records of two systems are certainly or likely the same. */
  readonly matches?: number;
}

/** How many deals an import shows to have gone wrong. */
export interface ImportNews {
  readonly on: Day;
  readonly today: Day;
  readonly slipped: number;
  readonly gone: number;
  readonly cut: number;
  readonly lost: number;
}

/** From this fraction of all results on, unassigned ones make the members' figures wrong. */
export const UNASSIGNED_SHARE = 0.05;

/** An import is news for two weeks. */
const NEWS_DAYS = 14;

/** How many names a shared line gives. */
const NAMES_SHOWN = 3;

/** What needs the manager now, at most `most`, and how many more there are. Higher levels first; within a level the kinds
 * take turns, each with its worst, so that one bad week in one room does not hide the others. Hints are left out.
 * @example needsAttention({ paces: [], findings: [], unassigned: null, missing: [] }, 5) // => { needs: [], more: 0 }
 */
export function needsAttention(
  sources: NeedSources,
  most: number,
): { readonly needs: readonly Need[]; readonly more: number } {
  const all = [
    ...paceNeeds(sources.paces),
    ...importNeeds(sources.imports ?? null),
    ...findingNeeds(sources.findings),
    ...unassignedNeeds(sources.unassigned),
    ...matchNeeds(sources.matches ?? 0),
    ...missingNeeds(sources.missing),
  ];
  const ranked = ([3, 2, 1] as const).flatMap((level) => inTurns(all.filter((need) => need.level === level)));
  return { needs: ranked.slice(0, most), more: Math.max(0, ranked.length - most) };
}

function paceNeeds(paces: NeedSources["paces"]): readonly Need[] {
  return paces
    .toSorted((a, b) => (b.gap.value ?? 0) - (a.gap.value ?? 0) || a.pace - b.pace)
    .map((one) => ({
      key: `pace:${one.memberId}`,
      kind: "pace",
      level: one.state === "at-risk" ? 3 : 2,
      about: one.name,
      reason: message(`meeting.need.${one.state}${one.rate ? ".rate" : ""}`, {
        pace: { unit: "percent", value: one.pace },
        gap: one.gap,
        ...one.rate,
      }),
      ref: { table: "members", id: one.memberId },
    }));
}

function importNeeds(news: ImportNews | null): readonly Need[] {
  if (news === null) return [];
  // The day of an import is a day in China; east of the manager's clock it may be tomorrow.
  const age = Math.max(0, daysBetween(news.on, news.today));
  const parts = (["slipped", "gone", "cut", "lost"] as const).filter((kind) => news[kind] > 0);
  if (age > NEWS_DAYS || parts.length === 0) return [];
  const counts = parts.map((kind) => message(`meeting.need.import.${kind}`, { count: news[kind] }));
  const since =
    age < 7
      ? message("meeting.need.import.since", {
          weekday: message(`meeting.weekday.${String(weekdayOf(news.on))}`),
        })
      : message("meeting.need.import.since-day", { day: { day: news.on } });
  return [
    {
      key: "import",
      kind: "import",
      // In its first week it stands among the first: it is what the meeting is about.
      level: age < 7 ? 3 : 2,
      about: since,
      reason: message("meeting.need.names", { names: listMessage(counts) }),
    },
  ];
}

function findingNeeds(findings: NeedSources["findings"]): readonly Need[] {
  const byCode = new Map<string, NeedSources["findings"][number][]>();
  for (const one of findings) {
    if (one.severity !== "hint") byCode.set(one.code, [...(byCode.get(one.code) ?? []), one]);
  }
  return [...byCode.values()].map((same) => {
    const [first] = same as [NeedSources["findings"][number]];
    const isOne = same.length === 1;
    return {
      key: `finding:${isOne ? first.id : first.code}`,
      kind: first.kind ?? "finding",
      level: first.level ?? (first.severity === "risk" ? 3 : 1),
      about: isOne ? first.about : message(first.several, { count: same.length }),
      reason: isOne ? first.what : namesOf(same.map((one) => one.about)),
      ...(first.ref ? { ref: first.ref } : {}),
    };
  });
}

function namesOf(abouts: readonly (string | Message)[]): Message {
  const names = listMessage(abouts.slice(0, NAMES_SHOWN));
  return abouts.length <= NAMES_SHOWN
    ? message("meeting.need.names", { names })
    : message("meeting.need.names.more", { names, count: abouts.length });
}

function unassignedNeeds(unassigned: NeedSources["unassigned"]): readonly Need[] {
  if (unassigned === null || unassigned.amount.value === null || unassigned.amount.value === 0) return [];
  return [
    {
      key: "unassigned",
      kind: "unassigned",
      level: unassigned.share >= UNASSIGNED_SHARE ? 2 : 1,
      about: message("base.unassigned"),
      reason: message("meeting.need.unassigned", {
        amount: unassigned.amount,
        share: { unit: "percent", value: unassigned.share },
      }),
    },
  ];
}

/** What stands in the book twice counts twice. */
function matchNeeds(count: number): readonly Need[] {
  if (count === 0) return [];
  const [about, reason] = [message("meeting.need.match", { count }), message("meeting.need.match.why")];
  return [{ key: "match", kind: "match", level: 2, about, reason }];
}

function missingNeeds(missing: NeedSources["missing"]): readonly Need[] {
  return missing
    .toSorted((a, b) => b.count - a.count)
    .map((one) => ({
      key: `missing:${one.memberId}`,
      kind: "missing",
      level: 1,
      about: one.name,
      reason: message("meeting.need.missing", { count: one.count, kpi: one.kpi }),
      ref: { table: "members", id: one.memberId },
    }));
}

/** The worst of each kind, then the second of each, and so on. */
function inTurns(needs: readonly Need[]): readonly Need[] {
  const queues = NEED_KINDS.map((kind) => needs.filter((need) => need.kind === kind));
  const rounds = Math.max(0, ...queues.map((queue) => queue.length));
  return Array.from({ length: rounds }, (_, round) => queues.flatMap((queue) => queue[round] ?? [])).flat();
}
