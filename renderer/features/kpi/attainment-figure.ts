import type { Explanation } from "../../../core/base/explain.ts";
import { message } from "../../../core/base/message.ts";
import type { Message, Quantity } from "../../../core/base/message.ts";
import { kpiUnit, kpiValue, quantityOf } from "../../../core/kpi/kpi-value.ts";
import type { Kpi } from "../../../core/kpi/records.ts";
import type { ScorecardLine } from "../../../core/kpi/scorecard.ts";
import { scoreLineOf } from "../../../core/kpi/score-line.ts";
import { subjectLabel } from "../../../core/kpi/subject-label.ts";
import type { SubjectRow } from "../../../core/kpi/value-table.ts";
import { attainment } from "../../../core/target/measures.ts";
import { nameMessage } from "../../../core/team/name-key.ts";
import type { KpiData } from "./kpi-data.ts";

/** What the attainment cell shows and explains. */
interface AttainmentFigure {
  readonly quantity: Quantity;
  readonly note?: Message;
  explain(): Explanation;
}

const NO_DAYS = { total: 0, elapsed: 0, left: 0 };

/** Attainment of a KPI by a subject: against the target of the tree, else the KPI's own (not for the sums of groups and the
 * team, which have none of their own). */
export function attainmentFigure(
  { context, period, wantedOf }: KpiData,
  kpi: Kpi,
  of: { readonly row: SubjectRow; readonly line: ScorecardLine | undefined },
): AttainmentFigure {
  const { subject } = of.row;
  const actual = kpiValue(context, kpi.id, { subject, period });
  const wanted = wantedOf(kpi.id, subject, period);
  const ownCounts = subject.kind === "member" || kpi.kind === "ratio";
  const own = ownCounts ? (scoreLineOf(kpi, { period, wanted: {} })?.target ?? null) : null;
  const target = wanted.target ?? own;
  const measured = attainment({ kpi, target, actual: actual.value.value, days: NO_DAYS });
  const quantity: Quantity = { unit: "percent", value: measured.value };
  return {
    quantity,
    ...(measured.note ? { note: measured.note } : {}),
    explain: () => ({
      title: message("kpi.explain.attainment", {
        kpi: nameMessage(kpi.name),
        subject: subjectLabel(context, subject),
        period: { period: period.id },
      }),
      value: quantity,
      formula: message(
        kpi.direction === "higher" ? "kpi.formula.attainment" : "kpi.formula.attainment-lower",
      ),
      ruleVersion: 1,
      inputs: [
        { label: message("kpi.input.value"), value: actual.value, explain: actual.explain },
        { label: message("kpi.input.target"), value: quantityOf(kpiUnit(context, kpi), target) },
      ],
      rows: [],
      notes: measured.note ? [measured.note] : [],
    }),
  };
}
