import { addDays } from "../../base/day.ts";
import type { ExplainedRow, Explanation } from "../../base/explain.ts";
import type { MemberId, Subject } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import type { Quantity } from "../../base/message.ts";
import { periodOf, shiftPeriod } from "../../base/period.ts";
import type { Period } from "../../base/period.ts";
import type { KpiContext } from "../../kpi/context.ts";
import { entriesOf } from "../../kpi/entries.ts";
import type { Entry } from "../../kpi/entries.ts";
import { LOST_DEALS, ORDERS, PAID_ORDERS, PAYMENTS, WON_DEALS } from "../../kpi/fact-source.ts";
import type { CountedFact, FactSource } from "../../kpi/fact-source.ts";
import { kpiUnit, kpiValue, quantityOf } from "../../kpi/kpi-value.ts";
import {
  amountQuantity,
  countShares,
  entryRows,
  shareQuantity,
  silence,
  sumAmounts,
} from "../../kpi/metrics/measure.ts";
import type { BookMetric, Kpi } from "../../kpi/records.ts";
import { nameMessage } from "../../team/name-key.ts";
import { dayMetric } from "./effect-windows.ts";
import type { EffectWindow } from "./effect-windows.ts";

/** A member's value of a KPI in a window: an amount or count over its days, else the mean of its months that have one. */
export interface WindowValue {
  readonly value: Quantity;
  readonly n: number;
  explain(): Explanation;
}

/** What a member made of a KPI in a window, with the facts or months behind it.
 * @example windowValue(kpiWorld({ members: [...trainingRows().members.values()], kpis: [aKpi("visits")], measurements: [aMarchValue("visits", "m1", 12)] }), { kpi: aKpi("visits"), member: { id: "m1", name: "m1" }, window: { start: "2026-03-01", end: "2026-04-01" } }).value.value // => 12
 */
export function windowValue(
  context: KpiContext,
  of: {
    readonly kpi: Kpi;
    readonly member: { readonly id: MemberId; readonly name: string };
    readonly window: EffectWindow;
  },
): WindowValue {
  const { kpi, member, window } = of;
  const subject: Subject = { kind: "member", id: member.id };
  const metric = dayMetric(kpi, context.settings);
  const made = metric
    ? byDay(context, metric, { subject, window })
    : byMonth(context, kpi, { subject, window });
  const value = quantityOf(kpiUnit(context, kpi), made.value);
  return {
    value,
    n: made.n,
    explain: () => ({
      title: message("training.explain.window", {
        member: member.name,
        kpi: nameMessage(kpi.name),
        from: { day: window.start },
        until: { day: window.end },
      }),
      value,
      formula: message(metric ? "training.formula.window-days" : "training.formula.window-months"),
      ruleVersion: 1,
      inputs: [],
      rows: made.rows(),
      notes: [],
    }),
  };
}

interface Made {
  readonly value: number | null;
  readonly n: number;
  rows(): readonly ExplainedRow[];
}

function byDay(
  context: KpiContext,
  metric: BookMetric,
  of: { readonly subject: Subject; readonly window: EffectWindow },
): Made {
  if (metric === "order-amount" || metric === "order-count") return sumOf(context, ORDERS, { ...of, metric });
  if (metric === "paid-amount") {
    return context.facts.payments.some((chunk) => chunk.length > 0)
      ? sumOf(context, PAYMENTS, { ...of, metric })
      : sumOf(context, PAID_ORDERS, { ...of, metric });
  }
  return sumOf(context, metric === "lost-count" ? LOST_DEALS : WON_DEALS, { ...of, metric });
}

function sumOf<F extends CountedFact>(
  context: KpiContext,
  source: FactSource<F>,
  of: { readonly metric: BookMetric; readonly subject: Subject; readonly window: EffectWindow },
): Made {
  const { subject, window } = of;
  const isCount = of.metric.endsWith("-count");
  // A book that begins inside the window would make its first weeks look weak.
  const first = periodOf(window.start, "month", 1);
  if (silence(context, source, { ...first, end: addDays(window.start, 1) }))
    return { value: null, n: 0, rows: () => [] };
  const span = { start: first.start, end: periodOf(window.end, "month", 1).end };
  const entries: readonly Entry<F>[] = entriesOf(context, source, { subject, span }).filter(
    (entry) => entry.day >= window.start && entry.day < window.end,
  );
  return {
    value: isCount ? countShares(entries) : sumAmounts(entries),
    n: entries.length,
    rows: () => entryRows(source, entries, isCount ? shareQuantity : amountQuantity),
  };
}

function byMonth(
  context: KpiContext,
  kpi: Kpi,
  of: { readonly subject: Subject; readonly window: EffectWindow },
): Made {
  const values = monthsIn(of.window).map((month) =>
    kpiValue(context, kpi.id, { subject: of.subject, period: month }),
  );
  const known = values.filter((one) => one.value.value !== null);
  const sum = known.reduce((total, one) => total + one.value.value!, 0);
  return {
    value: known.length === 0 ? null : sum / known.length,
    n: known.length,
    rows: () => known.flatMap((one) => one.explain().rows),
  };
}

function monthsIn({ start, end }: EffectWindow): readonly Period[] {
  const months: Period[] = [];
  for (let month = periodOf(start, "month", 1); month.start < end; month = shiftPeriod(month, 1, 1)) {
    months.push(month);
  }
  return months;
}
