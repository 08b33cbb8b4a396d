import type { Day } from "../../base/day.ts";
import type { ExplainedInput } from "../../base/explain.ts";
import type { Subject } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import type { Quantity } from "../../base/message.ts";
import { periodOf, shiftPeriod } from "../../base/period.ts";
import type { Period } from "../../base/period.ts";
import type { KpiValue } from "../../kpi/kpi-value.ts";
import { quantityOf } from "../../kpi/kpi-value.ts";
import { isOnTeam } from "../../team/memberships.ts";
import type { Member } from "../../team/records.ts";
import { experienceOf, roleAbility, roleInterest } from "../../team/role-profile.ts";
import type { TeamRows } from "../../team/team-rows.ts";
import { FIRST_MONTH, monthsOfPeriod } from "../fiscal-year.ts";
import { seatCapacity } from "../seats.ts";
import { settingsIn } from "../target-rows.ts";
import type { TargetTree } from "../target-tree.ts";
import type { AllocationFactor, WeightedMember } from "./member-weights.ts";

/** Which past is taken as a member's history. */
export type AllocationHistory = "last-year" | "four-quarters";

/** Where the facts of an allocation come from. */
export interface AllocationSources {
  readonly team: TeamRows;
  /** The KPI's value of a member in a past period. */
  readonly actualOf: (subject: Subject, period: Period) => Pick<KpiValue, "value" | "explain">;
  /** The amount of a member's open deals, as the book knows it for a period. */
  readonly pipelineOf: (subject: Subject, period: Period) => Pick<KpiValue, "value" | "explain">;
  readonly today: Day;
  readonly history: AllocationHistory;
  /** What a working day before the end of a probation counts, in whole percent of a full one. */
  readonly rampPercent: number;
}

/** A member who can take a part: one row of the tree and all that its weight is made of. */
export interface AllocationMember extends WeightedMember {
  readonly row: number;
  readonly inputs: Readonly<Record<AllocationFactor, ExplainedInput>>;
  /** Working days × FTE × ramp, in full days: `capacity` ÷ 10 000. */
  readonly days: number;
}

/** Percent × percent: capacity counts a full-time member's full working day as 10 000. */
const DAY_SCALE = 10_000;

/** The members below a row of the tree who are there in a period, with ability (mean level of the skills their group expects
 * of their grade, of all skills where it expects none), years of experience, interest (mean over their group's duties),
 * history, open pipeline and capacity. A member who was not on the team when the history began has none.
 * @example allocationFacts(treeOf(book()), { row: 1, period: 6 }, { team: { ...emptyTeamRows(), ...book() }, actualOf: () => ({ value: { unit: "count", value: 3 } }), pipelineOf: () => ({ value: { unit: "count", value: 0 } }), today: "2026-09-14", history: "last-year", rampPercent: 60 }).map((one) => one.days) // => [16, 16]
 */
export function allocationFacts(
  tree: TargetTree,
  at: { readonly row: number; readonly period: number },
  from: AllocationSources,
): readonly AllocationMember[] {
  const period = tree.periods[at.period]!;
  return membersBelow(tree, at).map((row) => {
    const { member } = tree.rows[row]!.seat!;
    const inputs = inputsOf(tree, { member, period }, from);
    const capacity = capacityIn(tree, { row, period: at.period }, from.rampPercent);
    return { row, inputs, capacity, days: capacity / DAY_SCALE, factors: valuesOf(inputs) };
  });
}

/** The rows of members below a row that are there in a period, in the order of the tree.
 * @example membersBelow(treeOf(book()), { row: 0, period: 0 }) // => [2, 3, 5]
 */
export function membersBelow(
  tree: TargetTree,
  at: { readonly row: number; readonly period: number },
): readonly number[] {
  return tree.rows[at.row]!.children.flatMap((child) => {
    if (!tree.rows[child]!.seat) return membersBelow(tree, { row: child, period: at.period });
    return tree.cells[child]![at.period]!.kind === "absent" ? [] : [child];
  });
}

function inputsOf(
  tree: TargetTree,
  of: { readonly member: Member; readonly period: Period },
  from: AllocationSources,
): AllocationMember["inputs"] {
  const { member, period } = of;
  const subject: Subject = { kind: "member", id: member.id };
  const pipeline = from.pipelineOf(subject, period);
  return {
    ability: input("ability", { unit: "score", value: roleAbility(from.team, member, from.today) }),
    experience: input("experience", { unit: "years", value: experienceOf(member) }),
    interest: input("interest", { unit: "score", value: roleInterest(from.team, member, from.today) }),
    history: history(tree, { ...of, subject }, from),
    pipeline: { ...input("pipeline", pipeline.value), explain: () => pipeline.explain() },
  };
}

function input(factor: AllocationFactor, value: Quantity): ExplainedInput {
  return { label: message(`target.allocation.factor.${factor}`), value };
}

function valuesOf(inputs: AllocationMember["inputs"]): WeightedMember["factors"] {
  const { ability: able, experience, interest: keen, history: past, pipeline } = inputs;
  return {
    ability: able.value.value,
    experience: experience.value.value,
    interest: keen.value.value,
    history: past.value.value,
    pipeline: pipeline.value.value,
  };
}

function history(
  tree: TargetTree,
  of: { readonly member: Member; readonly subject: Subject; readonly period: Period },
  from: AllocationSources,
): ExplainedInput {
  const past = historyPeriods(of.period, { ...from, fiscalStart: settingsIn(tree.book).fiscalStart });
  const label = message("target.allocation.factor.history");
  const none: ExplainedInput = { label, value: quantityOf(tree.kpi.unit, null) };
  if (!isOnTeam(of.member, past[0]!.start)) return none;
  const values = past.map((period) => from.actualOf(of.subject, period));
  const known = values.flatMap(({ value }) => value.value ?? []);
  if (known.length === 0) return none;
  const sum = known.reduce((all, value) => all + value, 0);
  return {
    label,
    value: quantityOf(tree.kpi.unit, sum),
    ...(values.length === 1 ? { explain: () => values[0]!.explain() } : {}),
  };
}

/** The periods whose results are a member's history: the same period a year ago, or the last four quarters that were over
 * when the period (or today, if that is earlier) began. Earliest first.
 * @example historyPeriods(period("2026-Q4", 1), { history: "four-quarters", today: "2026-09-14", fiscalStart: 1 }).map((one) => one.id) // => ["2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2"]
 * @example historyPeriods(period("2026-09", 1), { history: "last-year", today: "2026-09-14", fiscalStart: 1 }).map((one) => one.id) // => ["2025-09"]
 */
export function historyPeriods(
  of: Period,
  by: { readonly history: AllocationHistory; readonly today: Day; readonly fiscalStart: number },
): readonly Period[] {
  const { today, fiscalStart } = by;
  if (by.history === "last-year") {
    return [shiftPeriod(of, { month: -12, quarter: -4, year: -1 }[of.kind], fiscalStart)];
  }
  const running = periodOf(today < of.start ? today : of.start, "quarter", fiscalStart);
  return [-4, -3, -2, -1].map((steps) => shiftPeriod(running, steps, fiscalStart));
}

function capacityIn(
  tree: TargetTree,
  at: { readonly row: number; readonly period: number },
  rampPercent: number,
): number {
  const seat = tree.rows[at.row]!.seat!;
  const { probationUntil } = seat.member;
  let capacity = 0;
  for (const month of monthsOfPeriod(at.period)) {
    if (!seat.months[month]) continue;
    const whole = tree.periods[FIRST_MONTH + month]!;
    const { calendar } = tree;
    const all = seatCapacity(tree.book, { seat, month: whole, calendar });
    const end = probationUntil !== undefined && probationUntil < whole.end ? probationUntil : whole.end;
    const learning =
      probationUntil === undefined
        ? 0
        : seatCapacity(tree.book, { seat, month: { ...whole, end }, calendar });
    capacity += (all - learning) * 100 + learning * rampPercent;
  }
  return capacity;
}
