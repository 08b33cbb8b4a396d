import type { Explanation } from "../base/explain.ts";
import { subjectKey } from "../base/id.ts";
import type { Subject } from "../base/id.ts";
import { message } from "../base/message.ts";
import type { Message, Quantity } from "../base/message.ts";
import { money } from "../base/money.ts";
import type { Period } from "../base/period.ts";
import { nameMessage } from "../team/name-key.ts";
import type { KpiContext } from "./context.ts";
import { memoBy } from "./memo-by.ts";
import { metricOf } from "./metric-of.ts";
import type { Measure } from "./metrics/measure.ts";
import { noMeasure } from "./metrics/measure.ts";
import { METRIC_RULES } from "./metrics/metric-rules.ts";
import { BOOK_METRICS } from "./records.ts";
import type { BookMetric, Kpi } from "./records.ts";
import { subjectLabel } from "./subject-label.ts";
import { typedMeasure } from "./typed-values.ts";

/** One KPI of one subject in one period. */
export interface KpiValue {
  readonly value: Quantity;
  /** How many facts or typed values the value rests on. */
  readonly n: number;
  /** Why there is no value; else the first thing to know beside it. */
  readonly note?: Message;
  /** Formula, inputs, rows. Made when somebody asks. */
  explain(): Explanation;
}

/** Version of the rule by which typed values are put together. */
const TYPED_RULE_VERSION = 1;

/** The one way to a KPI's value: screens, targets, pack and command line all ask here. Takes the id of a KPI of the library
 * or of a metric of the book. The same context, KPI, subject and period give the same object. Throws on an unknown id.
 * @example kpiValue(kpiWorld({ orders: [anOrder("o1", "2026-03-01", 500)] }), "order-amount", { subject: { kind: "team" }, period: period("2026-03", 1) }).value // => { unit: "money", value: 500 }
 */
export function kpiValue(
  context: KpiContext,
  kpiId: string,
  of: { readonly subject: Subject; readonly period: Period },
): KpiValue {
  const { subject, period } = of;
  return memoBy([context], `value:${kpiId}|${subjectKey(subject)}|${period.id}`, () => {
    const kpi = context.rows.kpis.get(kpiId);
    const metric = kpi ? metricOf(kpi, context.settings) : asMetric(kpiId);
    if (metric !== null) return bookValue(context, metric, { kpi, subject, period });
    if (kpi) return typedValue(context, kpi, { subject, period });
    throw new RangeError(`no such KPI: ${kpiId}`);
  });
}

/** The unit of a KPI or metric as it is computed: a KPI of the book has its metric's, whatever its record says.
 * @example kpiUnit(kpiWorld({}), aKpi("k1", { source: "book", metric: "retention" })) // => "percent"
 */
export function kpiUnit(context: Pick<KpiContext, "settings">, kpi: Kpi): Kpi["unit"] {
  const metric = metricOf(kpi, context.settings);
  return metric === null ? kpi.unit : METRIC_RULES[metric].unit;
}

function bookValue(
  context: KpiContext,
  metric: BookMetric,
  of: { kpi: Kpi | undefined; subject: Subject; period: Period },
): KpiValue {
  const rule = METRIC_RULES[metric];
  const name = of.kpi ? nameMessage(of.kpi.name) : message(`kpi.metric.${metric}`);
  return measuredValue(context, rule.measure(context, of.subject, of.period), {
    ...of,
    name,
    unit: rule.unit,
    formula: message(`kpi.formula.${metric}`),
    ruleVersion: rule.version,
  });
}

function typedValue(context: KpiContext, kpi: Kpi, of: { subject: Subject; period: Period }): KpiValue {
  const measure =
    kpi.source === "book" ? noMeasure(message("kpi.none.metric")) : typedMeasure(context, kpi, of);
  return measuredValue(context, measure, {
    ...of,
    name: nameMessage(kpi.name),
    unit: kpi.unit,
    formula: message(`kpi.formula.typed-${kpi.kind}`),
    ruleVersion: TYPED_RULE_VERSION,
  });
}

/** What a measure is of, and how it is said. */
export interface MeasuredAs {
  readonly subject: Subject;
  readonly period: Period;
  readonly name: Message;
  readonly unit: Kpi["unit"];
  readonly formula: Message;
  readonly ruleVersion: number;
}

/** A measure with its name, unit and formula: a figure that can explain itself.
 * @example measuredValue(kpiWorld({}), noMeasure({ key: "kpi.none.deals" }), { subject: { kind: "team" }, period: period("2026-03", 1), name: { key: "n" }, unit: "count", formula: { key: "f" }, ruleVersion: 1 }).value // => { unit: "count", value: null }
 */
export function measuredValue(context: Pick<KpiContext, "rows">, measure: Measure, of: MeasuredAs): KpiValue {
  const value = quantityOf(of.unit, measure.value);
  const notes = measure.note ? [measure.note, ...measure.notes] : measure.notes;
  const [note] = notes;
  return {
    value,
    n: measure.n,
    ...(note ? { note } : {}),
    explain: () => ({
      title: message("kpi.explain.title", {
        kpi: of.name,
        subject: subjectLabel(context, of.subject),
        period: { period: of.period.id },
      }),
      value,
      formula: of.formula,
      ruleVersion: of.ruleVersion,
      inputs: [
        ...measure.inputs(),
        { label: message("kpi.input.n"), value: { unit: "count", value: measure.n } },
      ],
      rows: measure.rows(),
      notes,
    }),
  };
}

/** A number as a quantity of a KPI's unit; money must be whole minor units.
 * @example quantityOf("percent", 0.5) // => { unit: "percent", value: 0.5 }
 */
export function quantityOf(unit: Kpi["unit"], value: number | null): Quantity {
  if (unit !== "money") return { unit, value };
  return { unit, value: value === null ? null : money(Math.round(value)) };
}

function asMetric(id: string): BookMetric | null {
  return BOOK_METRICS.find((metric) => metric === id) ?? null;
}
