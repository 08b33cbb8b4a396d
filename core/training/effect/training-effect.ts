import type { Day } from "../../base/day.ts";
import type { Explanation } from "../../base/explain.ts";
import { message } from "../../base/message.ts";
import type { Message, Quantity } from "../../base/message.ts";
import type { KpiContext } from "../../kpi/context.ts";
import { kpiUnit, quantityOf } from "../../kpi/kpi-value.ts";
import { medianOf } from "../../kpi/metrics/sales-cycle.ts";
import type { Kpi } from "../../kpi/records.ts";
import { groupIdOn, isOnTeam } from "../../team/memberships.ts";
import { nameMessage } from "../../team/name-key.ts";
import type { Member } from "../../team/records.ts";
import { inOrder } from "../../team/team-rows.ts";
import type { PlanFigure } from "../plan/plan-totals.ts";
import type { TrainingSession } from "../records.ts";
import { enrolmentsOf } from "../training-rows.ts";
import type { TrainingRows } from "../training-rows.ts";
import { dayMetric, effectWindows } from "./effect-windows.ts";
import type { EffectWindows } from "./effect-windows.ts";
import { windowValue } from "./window-value.ts";
import type { WindowValue } from "./window-value.ts";

/** From this many people with a value on each side a comparison is said; below it there are too few to say. */
export const LEAST_PEOPLE = 5;

/** A member before and after a session. */
export interface EffectRow {
  readonly member: Member;
  readonly attended: boolean;
  readonly before: WindowValue;
  readonly after: WindowValue;
  /** After − before; no value where one of them has none. */
  readonly change: PlanFigure;
}

/** What the comparison comes to. Never more than that the figures differ: other things changed too. */
export type EffectVerdict = "running" | "too-few" | "better" | "worse" | "same";

/** The KPI before and after a session, those who attended beside those who did not. */
export interface TrainingEffect {
  readonly windows: EffectWindows;
  readonly rows: readonly EffectRow[];
  /** Median change of those who attended, and of those of their groups who did not. */
  readonly attended: PlanFigure;
  readonly others: PlanFigure;
  readonly verdict: EffectVerdict;
}

/** Compares a KPI in the weeks before and after a session that was held. Beside those who attended stand the members of the
 * same groups who did not; both must have been on the team from the first day compared to the last. With fewer than
 * `LEAST_PEOPLE` changes on either side there are too few to say, and while the weeks after are running nothing is said.
 * @example trainingEffect(kpiWorld({}), trainingRows(), { session: aSession("s1", "c1"), kpi: aKpi("visits"), weeks: 8 }).verdict // => "too-few"
 */
export function trainingEffect(
  context: KpiContext,
  rows: TrainingRows,
  of: { readonly session: TrainingSession; readonly kpi: Kpi; readonly weeks: number },
): TrainingEffect {
  const { session, kpi } = of;
  const byDay = dayMetric(kpi, context.settings) !== null;
  const windows = effectWindows({ on: session.on, weeks: of.weeks, byDay });
  const compared = comparedMembers(rows, session, windows).map(({ member, attended }): EffectRow => {
    const before = windowValue(context, { kpi, member, window: windows.before });
    const after = windowValue(context, { kpi, member, window: windows.after });
    return { member, attended, before, after, change: changeFigure(context, kpi, { member, before, after }) };
  });
  const arm = (attended: boolean) => compared.filter((row) => row.attended === attended);
  const attended = medianFigure(context, kpi, { rows: arm(true), key: "attended" });
  const others = medianFigure(context, kpi, { rows: arm(false), key: "others" });
  const isRunning = windows.after.end > context.today;
  return {
    windows,
    rows: compared,
    attended,
    others,
    verdict: isRunning ? "running" : verdictOf(kpi, attended, others),
  };
}

/** The verdict of two medians and how many people each rests on.
 * @example verdictOf({ direction: "higher" }, { value: { unit: "count", value: 3 }, n: 5 }, { value: { unit: "count", value: 1 }, n: 5 }) // => "better"
 * @example verdictOf({ direction: "higher" }, { value: { unit: "count", value: 3 }, n: 4 }, { value: { unit: "count", value: 1 }, n: 9 }) // => "too-few"
 */
export function verdictOf(
  { direction }: Pick<Kpi, "direction">,
  attended: Pick<PlanFigure, "value" | "n">,
  others: Pick<PlanFigure, "value" | "n">,
): EffectVerdict {
  const [one, other] = [attended.value.value, others.value.value];
  if (attended.n < LEAST_PEOPLE || others.n < LEAST_PEOPLE || one === null || other === null)
    return "too-few";
  if (one === other) return "same";
  return one > other === (direction === "higher") ? "better" : "worse";
}

function comparedMembers(
  rows: TrainingRows,
  session: TrainingSession,
  { before, after }: EffectWindows,
): readonly { readonly member: Member; readonly attended: boolean }[] {
  const came = new Set(
    enrolmentsOf(rows.enrolments, session.id)
      .filter((one) => one.attendance === "attended")
      .map((one) => one.memberId),
  );
  const groupOf = (member: Member, on: Day) => groupIdOn(rows, member.id, on);
  const groups = new Set([...came].map((id) => groupIdOn(rows, id, session.on)));
  return inOrder(rows.members)
    .filter((member) => isOnTeam(member, before.start) && isOnTeam(member, lastDay(after.end, session.on)))
    .filter((member) => came.has(member.id) || groups.has(groupOf(member, session.on)))
    .filter((member) => groupOf(member, session.on) !== undefined)
    .map((member) => ({ member, attended: came.has(member.id) }));
}

/** Who has a day to leave that is still to come counts until then. */
function lastDay(end: Day, on: Day): Day {
  return end > on ? end : on;
}

function changeFigure(
  context: KpiContext,
  kpi: Kpi,
  of: { readonly member: Member; readonly before: WindowValue; readonly after: WindowValue },
): PlanFigure {
  const [before, after] = [of.before.value.value, of.after.value.value];
  const value = quantityOf(kpiUnit(context, kpi), before === null || after === null ? null : after - before);
  const note = message("training.note.no-window");
  return {
    value,
    n: value.value === null ? 0 : 1,
    ...(value.value === null ? { note } : {}),
    explain: () => ({
      title: message("training.explain.change", { member: of.member.name, kpi: nameMessage(kpi.name) }),
      value,
      formula: message("training.formula.change"),
      ruleVersion: 1,
      inputs: [
        { label: message("training.effect.before"), value: of.before.value, explain: of.before.explain },
        { label: message("training.effect.after"), value: of.after.value, explain: of.after.explain },
      ],
      rows: [],
      notes: value.value === null ? [note] : [],
    }),
  };
}

function medianFigure(
  context: KpiContext,
  kpi: Kpi,
  of: { readonly rows: readonly EffectRow[]; readonly key: "attended" | "others" },
): PlanFigure {
  const known = of.rows.filter((row) => row.change.value.value !== null);
  const value: Quantity = quantityOf(
    kpiUnit(context, kpi),
    known.length === 0 ? null : medianOf(known.map((row) => row.change.value.value!)),
  );
  const note: Message = message("training.note.nobody-compared");
  const few = message("training.note.too-few", { least: LEAST_PEOPLE, count: known.length });
  return {
    value,
    n: known.length,
    ...(known.length === 0 ? { note } : {}),
    explain: (): Explanation => ({
      title: message(`training.explain.median-${of.key}`, { kpi: nameMessage(kpi.name) }),
      value,
      formula: message("training.formula.median"),
      ruleVersion: 1,
      inputs: known.map((row) => ({
        label: message("training.input.person", { member: row.member.name }),
        value: row.change.value,
        explain: row.change.explain,
      })),
      rows: [],
      notes: known.length === 0 ? [note] : known.length < LEAST_PEOPLE ? [few] : [],
    }),
  };
}
