import { message } from "../../base/message.ts";
import type { Message } from "../../base/message.ts";
import type { KpiContext } from "../context.ts";
import { measuredValue } from "../kpi-value.ts";
import type { KpiValue } from "../kpi-value.ts";
import type { Measure } from "../metrics/measure.ts";
import type { Kpi } from "../records.ts";
import type { AnalysisFilter } from "./analysis-filter.ts";

interface FigureKind {
  readonly unit: Kpi["unit"];
  /** Whose words name it and say its formula: a metric that the KPIs know is said alike here. */
  readonly words: "kpi" | "analysis";
  /** Stands as of today whatever the period. */
  readonly isNow?: true;
}

const FIGURES = {
  "win-rate": { unit: "percent", words: "kpi" },
  "win-rate-value": { unit: "percent", words: "kpi" },
  "won-count": { unit: "count", words: "kpi" },
  "lost-count": { unit: "count", words: "kpi" },
  "won-amount": { unit: "money", words: "kpi" },
  "cycle-median-days": { unit: "days", words: "kpi" },
  "cycle-mean-days": { unit: "days", words: "kpi" },
  retention: { unit: "percent", words: "kpi" },
  "open-amount": { unit: "money", words: "kpi", isNow: true },
  "weighted-open-amount": { unit: "money", words: "kpi", isNow: true },
  velocity: { unit: "money", words: "analysis" },
  churn: { unit: "percent", words: "analysis" },
  "closed-count": { unit: "count", words: "analysis" },
  "cycle-count": { unit: "count", words: "analysis" },
  "lost-amount": { unit: "money", words: "analysis" },
  "open-count": { unit: "count", words: "analysis", isNow: true },
  undated: { unit: "count", words: "analysis", isNow: true },
  entered: { unit: "count", words: "analysis" },
  "moved-on": { unit: "count", words: "analysis" },
  conversion: { unit: "percent", words: "analysis" },
  "age-median": { unit: "days", words: "analysis", isNow: true },
  aged: { unit: "count", words: "analysis", isNow: true },
  stalled: { unit: "count", words: "analysis", isNow: true },
  slipped: { unit: "count", words: "analysis", isNow: true },
  overdue: { unit: "count", words: "analysis", isNow: true },
  "without-next-step": { unit: "count", words: "analysis", isNow: true },
  "business-amount": { unit: "money", words: "analysis" },
  outstanding: { unit: "money", words: "analysis", isNow: true },
  "outstanding-count": { unit: "count", words: "analysis", isNow: true },
  "collection-rate": { unit: "percent", words: "analysis" },
} as const satisfies Readonly<Record<string, FigureKind>>;

export type AnalysisFigure = keyof typeof FIGURES;

/** Raised when a figure's result can change for the same data. */
const RULE_VERSION = 1;

/** A measure as a figure of the analysis: named, with its formula, its filter and, of a part, the part's name.
 * @example analysisFigure(kpiWorld({}), { filter: { subject: { kind: "team" }, source: null, period: period("2026-03", 1) }, figure: "win-rate", measure: { value: 0.5, n: 2, notes: [], inputs: () => [], rows: () => [] } }).value // => { unit: "percent", value: 0.5 }
 */
export function analysisFigure(
  context: KpiContext,
  of: {
    readonly filter: AnalysisFilter;
    readonly figure: AnalysisFigure;
    readonly measure: Measure;
    readonly part?: string | Message;
  },
): KpiValue {
  const { filter, figure, part } = of;
  const kind: FigureKind = FIGURES[figure];
  const isKpi = kind.words === "kpi";
  const name = isKpi ? message(`kpi.metric.${figure}`) : message(`customer.analysis.figure.${figure}`);
  const formula = isKpi ? message(`kpi.formula.${figure}`) : message(`customer.analysis.formula.${figure}`);
  return measuredValue(context, withFilter(context, of.measure, { filter, kind }), {
    subject: filter.subject,
    period: filter.period,
    name: part === undefined ? name : message("customer.analysis.part", { figure: name, part }),
    unit: kind.unit,
    formula,
    ruleVersion: RULE_VERSION,
  });
}

function withFilter(
  context: KpiContext,
  measure: Measure,
  { filter, kind }: { readonly filter: AnalysisFilter; readonly kind: FigureKind },
): Measure {
  const notes: Message[] = [];
  if (kind.isNow) notes.push(message("kpi.note.as-of", { day: { day: context.today } }));
  if (filter.source !== null) {
    const source = message(`customer.source.${filter.source}`);
    notes.push(message("customer.analysis.note.source", { source }));
  }
  return notes.length === 0 ? measure : { ...measure, notes: [...measure.notes, ...notes] };
}
