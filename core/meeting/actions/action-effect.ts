import type { Day } from "../../base/day.ts";
import type { Explanation } from "../../base/explain.ts";
import type { Subject } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import type { Message, Quantity } from "../../base/message.ts";
import { periodOf, shiftPeriod } from "../../base/period.ts";
import type { Period } from "../../base/period.ts";
import type { KpiContext } from "../../kpi/context.ts";
import { kpiUnit, kpiValue, quantityOf } from "../../kpi/kpi-value.ts";
import { nameMessage } from "../../team/name-key.ts";
import type { Action } from "../records.ts";

/** So many whole months are looked at on either side, and with fewer than `FEW_MONTHS` nothing is said. */
const MONTHS = 3;
const FEW_MONTHS = 2;

/** A KPI on one side of an action: the mean of its months, and how many there are. */
export interface EffectSide {
  readonly value: Quantity;
  readonly n: number;
  explain(): Explanation;
}

/** A KPI before an action was agreed and after it was done. */
export interface ActionEffect {
  readonly before: EffectSide;
  readonly after: EffectSide;
  /** What may be said of the two, in plain words; what came after need not have come of it. */
  readonly verdict: Message;
}

/** The KPI of an action before and after: the mean of up to three whole months before the month in which it was agreed, and of
 * up to three after the month in which it was done, of its owner, else of the team. With fewer than two months on a side it is
 * too early to say. `null`: the action has no KPI, or is not done.
 * @example actionEffect(kpiWorld({}), anAction("a1"), "2026-11-26") // => null
 */
export function actionEffect(context: KpiContext, action: Action, today: Day): ActionEffect | null {
  const { kpiId, closedOn } = action;
  if (kpiId === undefined || closedOn === undefined || action.state !== "done") return null;
  const kpi = context.rows.kpis.get(kpiId);
  if (!kpi) return null;
  const { fiscalStart } = context.settings;
  const agreed = periodOf(action.createdOn, "month", fiscalStart);
  const done = periodOf(closedOn, "month", fiscalStart);
  const subject: Subject =
    action.ownerId === undefined ? { kind: "team" } : { kind: "member", id: action.ownerId };
  const sideOf = (months: readonly Period[]): EffectSide =>
    effectSide(context, { kpiId, subject, months, unit: kpiUnit(context, kpi), name: nameMessage(kpi.name) });
  const steps = Array.from({ length: MONTHS }, (_, at) => at + 1);
  const before = sideOf(steps.toReversed().map((step) => shiftPeriod(agreed, -step, fiscalStart)));
  const after = sideOf(
    steps.map((step) => shiftPeriod(done, step, fiscalStart)).filter((month) => month.end <= today),
  );
  return { before, after, verdict: verdictOf(before, after) };
}

function effectSide(
  context: KpiContext,
  of: {
    readonly kpiId: string;
    readonly subject: Subject;
    readonly months: readonly Period[];
    readonly unit: Quantity["unit"];
    readonly name: Message;
  },
): EffectSide {
  const { kpiId, subject, months, unit } = of;
  const known = months
    .map((month) => ({ month, value: kpiValue(context, kpiId, { subject, period: month }) }))
    .filter(({ value }) => value.value.value !== null);
  const sum = known.reduce((total, { value }) => total + value.value.value!, 0);
  const mean = quantityOf(
    unit as Parameters<typeof quantityOf>[0],
    known.length === 0 ? null : sum / known.length,
  );
  return {
    value: mean,
    n: known.length,
    explain: () => ({
      title: message("meeting.effect.title", { kpi: of.name }),
      value: mean,
      formula: message("meeting.effect.formula"),
      ruleVersion: 1,
      inputs: known.map(({ month, value }) => ({
        label: message("meeting.effect.month", { month: { period: month.id } }),
        value: value.value,
        explain: value.explain,
      })),
      rows: [],
      notes: [message("meeting.effect.note")],
    }),
  };
}

function verdictOf(before: EffectSide, after: EffectSide): Message {
  if (before.n < FEW_MONTHS || after.n < FEW_MONTHS) {
    return message("meeting.effect.few", { before: before.n, after: after.n });
  }
  const [was, is] = [before.value.value ?? 0, after.value.value ?? 0];
  const way = is > was ? "rose" : is < was ? "fell" : "same";
  return message(`meeting.effect.${way}`, { before: before.n, after: after.n });
}
