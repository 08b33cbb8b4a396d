import { putRecords, removeRecords } from "../base/change.ts";
import type { Change } from "../base/change.ts";
import { subjectKey } from "../base/id.ts";
import type { KpiId, Subject } from "../base/id.ts";
import { message } from "../base/message.ts";
import type { Message } from "../base/message.ts";
import { childPeriods, parentPeriod, periodOf } from "../base/period.ts";
import type { Period } from "../base/period.ts";
import { fail, ok } from "../base/result.ts";
import type { Problem, Result } from "../base/result.ts";
import { isSame } from "../base/same.ts";
import { nameMessage } from "../team/name-key.ts";
import type { KpiContext } from "./context.ts";
import { kpiValue } from "./kpi-value.ts";
import { measurementAt, measurementId } from "./measurement-id.ts";
import { parseKpiText } from "./parse-kpi-text.ts";
import type { Kpi, Measurement } from "./records.ts";

/** One cell of the value grid. Empty text takes the value away. */
export interface MeasurementEdit {
  readonly kpiId: KpiId;
  readonly subject: Subject;
  readonly period: Period;
  readonly text: string;
}

/** What is wrong with one cell; `edit` is its place in the list of edits. */
export interface MeasurementProblem extends Problem {
  readonly edit: number;
}

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/** Writes typed or pasted values, whole or not at all: every cell that cannot be taken comes back with its reason. Values are
 * refused for KPIs computed from the book, for periods shorter than the KPI's own, and where values of shorter or longer
 * periods are there already and one would hide the other. A cell that says what is there already changes nothing.
 * @example setMeasurements(kpiWorld({ kpis: [aKpi("visits")] }), [{ kpiId: "visits", subject: { kind: "team" }, period: period("2026-03", 1), text: "abc" }]).error[0].edit // => 0
 */
export function setMeasurements(
  context: KpiContext,
  edits: readonly MeasurementEdit[],
  source: "typed" | "pasted" = "typed",
): Result<readonly Change[], readonly MeasurementProblem[]> {
  const problems: MeasurementProblem[] = [];
  const written = new Map<string, Measurement | null>();
  for (const [at, edit] of edits.entries()) {
    const outcome = measurementFrom(context, edit, source);
    if (outcome.ok) written.set(measurementId(edit.kpiId, edit.subject, edit.period.id), outcome.value);
    else problems.push({ edit: at, message: outcome.error });
  }
  if (problems.length > 0) return fail(problems);
  const puts: Measurement[] = [];
  const removals: string[] = [];
  for (const [id, next] of written) {
    const known = measurementAt(context, id);
    if (next === null && known) removals.push(id);
    else if (next !== null && !sameValue(known, next)) puts.push(next);
  }
  return ok([
    ...(puts.length > 0 ? [putRecords("measurements", puts)] : []),
    ...(removals.length > 0 ? [removeRecords("measurements", removals)] : []),
  ]);
}

/** Why a value of this KPI cannot be typed for a subject and period, or `null` when it can.
 * @example whyNotTyped(kpiWorld({}), aKpi("k1", { frequency: "year" }), { subject: { kind: "team" }, period: period("2026-03", 1) }).key // => "kpi.problem.too-short"
 */
export function whyNotTyped(
  context: KpiContext,
  kpi: Kpi,
  of: { readonly subject: Subject; readonly period: Period },
): Message | null {
  const name = nameMessage(kpi.name);
  if (kpi.source === "book") return message("kpi.problem.from-book", { kpi: name });
  const { fiscalStart } = context.settings;
  if (MONTHS[of.period.kind] < MONTHS[kpi.frequency]) {
    const own = periodOf(of.period.start, kpi.frequency, fiscalStart);
    return message("kpi.problem.too-short", { kpi: name, period: { period: own.id } });
  }
  const has = (one: Period) =>
    measurementAt(context, measurementId(kpi.id, of.subject, one.id)) !== undefined;
  for (
    let longer = parentPeriod(of.period, fiscalStart);
    longer;
    longer = parentPeriod(longer, fiscalStart)
  ) {
    if (has(longer)) return message("kpi.problem.longer", { kpi: name, period: { period: longer.id } });
  }
  const shorter = partsInside(of.period, fiscalStart).find(has);
  if (shorter) return message("kpi.problem.shorter", { kpi: name, period: { period: shorter.id } });
  const ofMembers = of.subject.kind === "group" || of.subject.kind === "team";
  if (
    !ofMembers ||
    has(of.period) ||
    kpiValue(context, kpi.id, { subject: of.subject, period: of.period }).n === 0
  )
    return null;
  return message("kpi.problem.from-members", { kpi: name });
}

function measurementFrom(
  context: KpiContext,
  edit: MeasurementEdit,
  source: "typed" | "pasted",
): Result<Measurement | null, Message> {
  const kpi = context.rows.kpis.get(edit.kpiId);
  if (!kpi) return fail(message("kpi.problem.gone"));
  const refused = whyNotTyped(context, kpi, edit);
  if (refused) return fail(refused);
  const typed = parseKpiText(edit.text, { unit: kpi.unit, currency: context.settings.currency });
  if (!typed.ok || typed.value === null) return typed as Result<null, Message>;
  const id = measurementId(kpi.id, edit.subject, edit.period.id);
  const note = measurementAt(context, id)?.note;
  return ok({
    id,
    kpiId: kpi.id,
    subject: subjectKey(edit.subject),
    periodId: edit.period.id,
    ...typed.value,
    source,
    ...(note === undefined ? {} : { note }),
  });
}

function sameValue(known: Measurement | undefined, next: Measurement): boolean {
  if (!known) return false;
  const parts = (one: Measurement) => [one.value, one.numerator ?? null, one.denominator ?? null];
  return isSame(parts(known), parts(next));
}

function partsInside(of: Period, fiscalStart: number): readonly Period[] {
  return childPeriods(of, fiscalStart).flatMap((child) => [child, ...partsInside(child, fiscalStart)]);
}
