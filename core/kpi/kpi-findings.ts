import type { Day } from "../base/day.ts";
import type { FactRef, Subject } from "../base/id.ts";
import { parseSubjectKey, subjectKey } from "../base/id.ts";
import { message } from "../base/message.ts";
import type { Message } from "../base/message.ts";
import { WHOLE_PPM } from "../base/money.ts";
import type { Period } from "../base/period.ts";
import { lastDayOf } from "../base/period.ts";
import { living } from "../team/team-rows.ts";
import type { KpiContext } from "./context.ts";
import { isWhole, setOn, weightSum } from "./effective-set.ts";
import { dealDay } from "./fact-source.ts";
import { memoBy } from "./memo-by.ts";
import type { KpiSet } from "./records.ts";
import { subjectLabel } from "./subject-label.ts";

/** Something about KPIs that a person should mend. */
export type KpiFinding =
  | { readonly kind: "weights"; readonly subject: Subject; readonly set: KpiSet; readonly message: Message }
  | { readonly kind: "no-set"; readonly subject: Subject; readonly message: Message }
  | { readonly kind: "undated-deals"; readonly refs: readonly FactRef[]; readonly message: Message };

/** What is wrong in a period: sets of weights that do not total 100 %, groups without a set, won or lost deals that no period
 * counts.
 * @example kpiFindings(kpiWorld({ groups: [aGroup("g1")] }), period("2026-03", 1)).map((f) => f.kind) // => ["no-set"]
 */
export function kpiFindings(context: KpiContext, period: Period): readonly KpiFinding[] {
  return [...weightFindings(context, lastDayOf(period)), ...undatedDeals(context)];
}

/** The sets that hold on a day and do not total 100 %, and the groups that have none.
 * @example weightFindings(kpiWorld({ groups: [aGroup("g1")], kpiSets: [aSet("g1", "2026-01-01", { visits: 90 })] }), "2026-03-31")[0].message.key // => "kpi.finding.weights-short"
 */
export function weightFindings(context: Pick<KpiContext, "rows">, on: Day): readonly KpiFinding[] {
  const groups = living(context.rows.groups).map((group): Subject => ({ kind: "group", id: group.id }));
  const keys = new Set([
    ...groups.map(subjectKey),
    ...[...context.rows.kpiSets.values()].map((set) => set.subject),
  ]);
  return [...keys].flatMap((key): readonly KpiFinding[] => {
    const subject = parseSubjectKey(key);
    const set = setOn(context, subject, on);
    const label = subjectLabel(context, subject);
    if (subject.kind === "group" && context.rows.groups.get(subject.id)?.archived !== false) return [];
    if (!set || set.weights.length === 0) {
      if (subject.kind !== "group") return [];
      return [{ kind: "no-set", subject, message: message("kpi.finding.no-set", { subject: label }) }];
    }
    if (isWhole(set.weights)) return [];
    const sum = weightSum(set.weights);
    const text = sum < WHOLE_PPM ? "kpi.finding.weights-short" : "kpi.finding.weights-over";
    const params = { subject: label, sum: percent(sum), off: percent(Math.abs(WHOLE_PPM - sum)) };
    return [{ kind: "weights", subject, set, message: message(text, params) }];
  });
}

/** Won and lost deals with neither a closing day nor an expected one: they are in no period.
 * @example undatedDeals(kpiWorld({ deals: [aDeal("d1", { category: "won" })] }))[0].refs // => [{ table: "deals", id: "d1" }]
 */
export function undatedDeals(context: Pick<KpiContext, "facts">): readonly KpiFinding[] {
  const refs = context.facts.deals.flatMap((chunk) =>
    memoBy([chunk], "undated", () =>
      chunk
        .filter((deal) => (deal.category === "won" || deal.category === "lost") && dealDay(deal) === null)
        .map((deal): FactRef => ({ table: "deals", id: deal.id })),
    ),
  );
  if (refs.length === 0) return [];
  return [
    { kind: "undated-deals", refs, message: message("kpi.finding.undated-deals", { count: refs.length }) },
  ];
}

function percent(ppm: number) {
  return { unit: "percent", value: ppm / WHOLE_PPM } as const;
}
