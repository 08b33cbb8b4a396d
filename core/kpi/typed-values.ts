import type { MemberId, Subject } from "../base/id.ts";
import { message } from "../base/message.ts";
import type { Message, Quantity } from "../base/message.ts";
import { childPeriods, period as periodFrom, periodOf } from "../base/period.ts";
import type { Period } from "../base/period.ts";
import { groupIdOn } from "../team/memberships.ts";
import { inOrder } from "../team/team-rows.ts";
import type { KpiContext } from "./context.ts";
import { countingDay } from "./counting-day.ts";
import { measurementAt, measurementId } from "./measurement-id.ts";
import type { Measure } from "./metrics/measure.ts";
import { noMeasure } from "./metrics/measure.ts";
import { missingParts } from "./missing-values.ts";
import type { Kpi, Measurement } from "./records.ts";

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/** A typed KPI's value. A value typed for exactly this subject and period counts as it is. Else it is made of what was typed
 * for shorter periods, and for a group or the team of what was typed for its members, each counting for the group the member
 * was in at the end of that period: flows add up; a ratio is Σ numerators ÷ Σ denominators and never an average; a level is
 * the latest of each subject. n is the number of typed values.
 * @example typedMeasure(kpiWorld({ measurements: [aMarchValue("visits", "m1", 12)] }), aKpi("visits"), { subject: { kind: "member", id: "m1" }, period: period("2026", 1) }).value // => 12
 */
export function typedMeasure(
  context: KpiContext,
  kpi: Kpi,
  of: { subject: Subject; period: Period },
): Measure {
  const found = collect(context, kpi, of);
  if (found.length === 0) return noMeasure(whyNothing(context, kpi, of));
  const combined = combine(context, kpi, found);
  const rows = () => found.map((one) => measurementRow(context, kpi, one));
  if (combined === null) return { ...noMeasure(message("kpi.none.no-parts"), found.length), rows };
  const direct = found.length === 1 && found[0]!.id === measurementId(kpi.id, of.subject, of.period.id);
  const missing = direct ? 0 : missingParts(context, kpi, of).length;
  return {
    value: combined,
    n: found.length,
    notes: missing === 0 ? [] : [message("kpi.note.missing", { count: missing })],
    inputs: () => ratioInputs(kpi, found),
    rows,
  };
}

function collect(
  context: KpiContext,
  kpi: Kpi,
  of: { subject: Subject; period: Period },
): readonly Measurement[] {
  const { subject, period } = of;
  const direct = measurementAt(context, measurementId(kpi.id, subject, period.id));
  if (direct) return [direct];
  const children = childPeriods(period, context.settings.fiscalStart);
  if (subject.kind === "member" || subject.kind === "unassigned") {
    return children.flatMap((child) => collect(context, kpi, { subject, period: child }));
  }
  if (children.some((child) => hasOwn(context, kpi, { subject, period: child }))) {
    return children.flatMap((child) => collect(context, kpi, { subject, period: child }));
  }
  const members = context.rows.members;
  return [...inOrder(members)].flatMap((member) =>
    collect(context, kpi, { subject: { kind: "member", id: member.id }, period }).filter((one) =>
      countsFor(context, subject, { memberId: member.id, measurement: one }),
    ),
  );
}

/** Whether something was typed for the group or team itself, in this period or inside it. */
function hasOwn(context: KpiContext, kpi: Kpi, of: { subject: Subject; period: Period }): boolean {
  if (measurementAt(context, measurementId(kpi.id, of.subject, of.period.id))) return true;
  return childPeriods(of.period, context.settings.fiscalStart).some((child) =>
    hasOwn(context, kpi, { subject: of.subject, period: child }),
  );
}

function countsFor(
  context: KpiContext,
  subject: Subject,
  of: { memberId: MemberId; measurement: Measurement },
): boolean {
  if (subject.kind !== "group") return true;
  const member = context.rows.members.get(of.memberId);
  const period = periodFrom(of.measurement.periodId, context.settings.fiscalStart);
  return (
    member !== undefined && groupIdOn(context.rows, of.memberId, countingDay(member, period)) === subject.id
  );
}

/** `null`: the values are there but nothing says how to put them together. */
function combine(context: KpiContext, kpi: Kpi, found: readonly Measurement[]): number | null {
  const [only] = found;
  if (found.length === 1) return only!.value;
  if (kpi.kind === "flow") return found.reduce((sum, one) => sum + one.value, 0);
  if (kpi.kind === "level") return combineLevels(context, kpi, found);
  if (!found.every((one) => one.numerator !== undefined && one.denominator !== undefined)) return null;
  const whole = found.reduce((sum, one) => sum + one.denominator!, 0);
  return whole === 0 ? null : found.reduce((sum, one) => sum + one.numerator!, 0) / whole;
}

/** The latest of each subject; amounts and counts of several add up, scores and rates do not. */
function combineLevels(context: KpiContext, kpi: Kpi, found: readonly Measurement[]): number | null {
  const latestBySubject = new Map<string, Measurement>();
  const endOf = (one: Measurement) => periodFrom(one.periodId, context.settings.fiscalStart).end;
  for (const one of found) {
    const known = latestBySubject.get(one.subject);
    if (!known || endOf(one) > endOf(known)) latestBySubject.set(one.subject, one);
  }
  const latest = [...latestBySubject.values()];
  if (latest.length > 1 && kpi.unit !== "money" && kpi.unit !== "count") return null;
  return latest.reduce((sum, one) => sum + one.value, 0);
}

function whyNothing(context: KpiContext, kpi: Kpi, of: { subject: Subject; period: Period }): Message {
  if (MONTHS[kpi.frequency] <= MONTHS[of.period.kind]) return message("kpi.none.typed");
  const longer = periodOf(of.period.start, kpi.frequency, context.settings.fiscalStart);
  return message("kpi.none.by-frequency", { period: { period: longer.id } });
}

function ratioInputs(kpi: Kpi, found: readonly Measurement[]) {
  const parts = found.filter((one) => one.numerator !== undefined && one.denominator !== undefined);
  if (kpi.kind !== "ratio" || parts.length !== found.length) return [];
  const sum = (field: "numerator" | "denominator") => parts.reduce((total, one) => total + one[field]!, 0);
  return [
    { label: message("kpi.input.numerator"), value: { unit: "ratio" as const, value: sum("numerator") } },
    { label: message("kpi.input.denominator"), value: { unit: "ratio" as const, value: sum("denominator") } },
  ];
}

function measurementRow(context: KpiContext, kpi: Kpi, one: Measurement) {
  return {
    ref: { table: "measurements" as const, id: one.id },
    label: `${subjectName(context, one.subject)} ${one.periodId}`.trim(),
    amount: { unit: kpi.unit, value: one.value } as Quantity,
  };
}

function subjectName(context: KpiContext, key: string): string {
  const colon = key.indexOf(":");
  if (colon < 0) return "";
  const id = key.slice(colon + 1);
  return key.startsWith("member:")
    ? (context.rows.members.get(id)?.name ?? "")
    : (context.rows.groups.get(id)?.name.zh ?? "");
}
