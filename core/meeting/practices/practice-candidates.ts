import { addDays } from "../../base/day.ts";
import { message } from "../../base/message.ts";
import type { Message } from "../../base/message.ts";
import type { Deal } from "../../customer/records.ts";
import type { KpiContext } from "../../kpi/context.ts";
import { memoBy } from "../../kpi/memo-by.ts";
import { dealWay } from "./deal-story.ts";
import type { StoryStay } from "./deal-story.ts";
import type { Practices } from "./search-practices.ts";

/** How far back won deals are looked at. */
const DAYS_BACK = 365;
/** Of fewer won deals nobody can say which are the largest. */
const FEW = 10;
/** A quarter of all stays are longer than the norm; what stands out is half as long again. */
const isLong = ({ days, normDays }: StoryStay) => normDays !== null && 2 * days >= 3 * normDays;

/** A won deal that is worth writing up, and why. */
export interface Candidate {
  readonly deal: Deal;
  readonly points: number;
  readonly reasons: readonly Message[];
}

/** The won deals of the last 365 days that others can learn from and that have no practice yet: those that had been held for
 * lost (3), those that had stalled, standing in a stage for one and a half times its norm or longer (2), and the largest tenth
 * where there are ten with an amount (1). The most points first, then the larger, then the later. Each says why.
 * @example practiceCandidates(kpiWorld({ deals: [aDeal("d1", { category: "won", closedOn: "2026-11-01" })] }), new Map()) // => []
 */
export function practiceCandidates(context: KpiContext, practices: Practices): readonly Candidate[] {
  const written = new Set<string>([...practices.values()].flatMap(({ dealId }) => dealId ?? []));
  return worthwhile(context).filter(({ deal }) => !written.has(deal.id));
}

function worthwhile(context: KpiContext): readonly Candidate[] {
  const { facts, rows, today } = context;
  return memoBy([facts.deals, facts.stageEvents, rows.stages], `practice-candidates|${today}`, () => {
    const won = wonLately(context);
    const large = largestTenth(won);
    return won
      .flatMap((deal) => candidate(context, deal, large.has(deal)) ?? [])
      .toSorted(
        (a, b) =>
          b.points - a.points ||
          (b.deal.amount ?? 0) - (a.deal.amount ?? 0) ||
          (a.deal.closedOn! < b.deal.closedOn! ? 1 : -1),
      );
  });
}

function wonLately({ facts, today }: KpiContext): readonly Deal[] {
  const from = addDays(today, -DAYS_BACK);
  return facts.deals.flatMap((chunk) =>
    chunk.filter(
      ({ category, closedOn }) =>
        category === "won" && closedOn !== undefined && closedOn > from && closedOn <= today,
    ),
  );
}

function largestTenth(won: readonly Deal[]): ReadonlySet<Deal> {
  const known = won.filter(({ amount }) => amount !== undefined);
  if (known.length < FEW) return new Set();
  return new Set(known.toSorted((a, b) => b.amount! - a.amount!).slice(0, Math.floor(known.length / 10)));
}

function candidate(context: KpiContext, deal: Deal, isLarge: boolean): Candidate | null {
  const { lostOnce, stalled } = dealWay(context, deal);
  const found: readonly (readonly [number, Message])[] = [
    ...(lostOnce ? [[3, message("meeting.practice.why.lost", { day: { day: lostOnce.on } })] as const] : []),
    ...(stalled && isLong(stalled)
      ? [
          [
            2,
            message("meeting.practice.why.stalled", {
              stage: stalled.stage,
              count: stalled.days,
              norm: stalled.normDays!,
            }),
          ] as const,
        ]
      : []),
    ...(isLarge ? [[1, message("meeting.practice.why.large")] as const] : []),
  ];
  if (found.length === 0) return null;
  const points = found.reduce((sum, [of]) => sum + of, 0);
  return { deal, points, reasons: found.map(([, why]) => why) };
}
