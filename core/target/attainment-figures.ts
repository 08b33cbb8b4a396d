import type { Subject } from "../base/id.ts";
import { message } from "../base/message.ts";
import type { Message, Quantity } from "../base/message.ts";
import type { Period } from "../base/period.ts";
import type { KpiContext } from "../kpi/context.ts";
import { kpiUnit, kpiValue, quantityOf } from "../kpi/kpi-value.ts";
import type { KpiValue } from "../kpi/kpi-value.ts";
import type { Kpi } from "../kpi/records.ts";
import { scoreLineOf } from "../kpi/score-line.ts";
import { subjectLabel } from "../kpi/subject-label.ts";
import { nameMessage } from "../team/name-key.ts";
import { fiscalYearOf } from "./fiscal-year.ts";
import { lockNotes } from "./lock-notes.ts";
import { attainment } from "./measures.ts";
import type { TargetFigure } from "./standing.ts";
import { changedLockOf } from "./target-lock.ts";
import type { LockRows } from "./target-lock.ts";
import type { TargetRows } from "./target-rows.ts";
import { rowsAtVersion } from "./target-versions.ts";
import { wantedOf } from "./wanted-of.ts";

/** A KPI's attainment by a subject, as a scorecard shows it. */
export interface AttainmentFigures {
  readonly current: TargetFigure;
  /** What was wanted when the targets were locked, and the attainment against it; `null` until they changed since. */
  readonly original: { readonly target: Quantity; readonly attainment: TargetFigure } | null;
}

/** What attainment is looked up in. */
export interface AttainmentSource {
  readonly context: KpiContext;
  readonly rows: TargetRows & LockRows;
}

/** Raised when a result can change for the same data. */
const RULE_VERSION = 1;
const NO_DAYS = { total: 0, elapsed: 0, left: 0 };

/** Attainment by `attainment` of `measures.ts` against the target of the tree, else the KPI's own (not for the sums of groups
 * and the team, which have none of their own); and beside it against the target as it was locked, where that has changed.
 * @example attainmentFigures({ context: kpiWorld({ kpis: [visits] }), rows: book() }, visits, { subject: { kind: "team" }, period: period("2026-03", 1) }).original // => null
 */
export function attainmentFigures(
  source: AttainmentSource,
  kpi: Kpi,
  of: { readonly subject: Subject; readonly period: Period },
): AttainmentFigures {
  const { context, rows } = source;
  const { subject, period } = of;
  const actual = kpiValue(context, kpi.id, of);
  const ownCounts = subject.kind === "member" || kpi.kind === "ratio";
  const own = ownCounts ? (scoreLineOf(kpi, { period, wanted: {} })?.target ?? null) : null;
  const target = wantedOf(rows)(kpi.id, subject, period).target ?? own;
  const figure = (against: "current" | "original", wanted: number | null, notes: readonly Message[]) =>
    makeFigure(context, kpi, { ...of, against, wanted, actual, notes });
  const year = fiscalYearOf(period, context.settings.fiscalStart);
  const lock = changedLockOf(rows, { kpiId: kpi.id, year });
  if (!lock) return { current: figure("current", target, []), original: null };
  const valueAt = (version: number) =>
    wantedOf(rowsAtVersion(rows, lock, version))(kpi.id, subject, period).target ?? null;
  const notes = lockNotes(lock, { unit: kpi.unit, valueAt });
  const original = valueAt(0);
  return {
    current: figure("current", target, notes),
    original: {
      target: quantityOf(kpiUnit(context, kpi), original),
      attainment: figure("original", original, notes),
    },
  };
}

function makeFigure(
  context: KpiContext,
  kpi: Kpi,
  of: {
    readonly subject: Subject;
    readonly period: Period;
    readonly against: "current" | "original";
    readonly wanted: number | null;
    readonly actual: KpiValue;
    readonly notes: readonly Message[];
  },
): TargetFigure {
  const { actual, wanted } = of;
  const isOriginal = of.against === "original";
  const measured = attainment({ kpi, target: wanted, actual: actual.value.value, days: NO_DAYS });
  const note = isOriginal && wanted === null ? message("target.none.no-original") : measured.note;
  const quantity: Quantity = { unit: "percent", value: measured.value };
  const lower = kpi.direction === "lower";
  return {
    quantity,
    ...(note ? { note } : {}),
    explain: () => ({
      title: message(isOriginal ? "target.explain.original" : "kpi.explain.attainment", {
        kpi: nameMessage(kpi.name),
        subject: subjectLabel(context, of.subject),
        period: { period: of.period.id },
      }),
      value: quantity,
      formula: isOriginal
        ? message(lower ? "target.formula.original.lower" : "target.formula.original")
        : message(lower ? "kpi.formula.attainment-lower" : "kpi.formula.attainment"),
      ruleVersion: RULE_VERSION,
      inputs: [
        { label: message("kpi.input.value"), value: actual.value, explain: actual.explain },
        {
          label: message(isOriginal ? "target.input.original" : "kpi.input.target"),
          value: quantityOf(kpiUnit(context, kpi), wanted),
        },
      ],
      rows: [],
      notes: [...(note ? [note] : []), ...of.notes],
    }),
  };
}
