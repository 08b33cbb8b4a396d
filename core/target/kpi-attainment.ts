import type { Explanation } from "../base/explain.ts";
import type { Subject } from "../base/id.ts";
import { message } from "../base/message.ts";
import type { Message, Quantity } from "../base/message.ts";
import type { Period } from "../base/period.ts";
import type { KpiContext } from "../kpi/context.ts";
import { kpiUnit, kpiValue, quantityOf } from "../kpi/kpi-value.ts";
import type { Kpi } from "../kpi/records.ts";
import { scoreLineOf } from "../kpi/score-line.ts";
import type { WantedOf } from "../kpi/score-line.ts";
import { subjectLabel } from "../kpi/subject-label.ts";
import { nameMessage } from "../team/name-key.ts";
import { attainment } from "./measures.ts";

/** Attainment of a KPI that can explain itself. */
export interface AttainmentFigure {
  readonly value: Quantity & { readonly unit: "percent" };
  /** How many facts or typed values the actual rests on. */
  readonly n: number;
  readonly note?: Message;
  explain(): Explanation;
}

const RULE_VERSION = 1;
const NO_DAYS = { total: 0, elapsed: 0, left: 0 };

/** Attainment of a KPI by a subject in a period: against the target of the tree, else the KPI's own (not for the sums of
 * groups and the team, which have none of their own). Without target or actual there is none, with the reason.
 * @example kpiAttainment({ context: { ...book(), rows: book(), settings, facts: { measurements: [] }, today: "2026-09-14" }, wantedOf: () => ({}) }, visits, { subject: { kind: "team" }, period: period("2026-03", 1) }).note.key // => "target.none.no-target"
 */
export function kpiAttainment(
  { context, wantedOf }: { readonly context: KpiContext; readonly wantedOf: WantedOf },
  kpi: Kpi,
  { subject, period }: { readonly subject: Subject; readonly period: Period },
): AttainmentFigure {
  const actual = kpiValue(context, kpi.id, { subject, period });
  const wanted = wantedOf(kpi.id, subject, period);
  const ownCounts = subject.kind === "member" || kpi.kind === "ratio";
  const own = ownCounts ? (scoreLineOf(kpi, { period, wanted: {} })?.target ?? null) : null;
  const target = wanted.target ?? own;
  const measured = attainment({ kpi, target, actual: actual.value.value, days: NO_DAYS });
  const value = { unit: "percent", value: measured.value } as const;
  return {
    value,
    n: actual.n,
    ...(measured.note ? { note: measured.note } : {}),
    explain: () => ({
      title: message("kpi.explain.attainment", {
        kpi: nameMessage(kpi.name),
        subject: subjectLabel(context, subject),
        period: { period: period.id },
      }),
      value,
      formula: message(
        kpi.direction === "higher" ? "kpi.formula.attainment" : "kpi.formula.attainment-lower",
      ),
      ruleVersion: RULE_VERSION,
      inputs: [
        { label: message("kpi.input.value"), value: actual.value, explain: actual.explain },
        { label: message("kpi.input.target"), value: quantityOf(kpiUnit(context, kpi), target) },
      ],
      rows: [],
      notes: measured.note ? [measured.note] : [],
    }),
  };
}
