import { putRecords, removeRecords } from "../base/change.ts";
import type { Change } from "../base/change.ts";
import type { Day } from "../base/day.ts";
import { message } from "../base/message.ts";
import { fail, ok } from "../base/result.ts";
import type { Problem, Result } from "../base/result.ts";
import { isSame } from "../base/same.ts";
import type { Member } from "../team/records.ts";
import type { Checkpoint, ImprovementPlan } from "./records.ts";

/** The tables that plans are written by. A workspace's `rows` are these and more. */
export interface PlanRows {
  readonly improvementPlans: ReadonlyMap<string, ImprovementPlan>;
  readonly members: ReadonlyMap<string, Pick<Member, "name">>;
}

/** Where a plan stands: something is to be looked at, it runs, or it has an outcome. */
export const PLAN_STATES = ["due", "running", "closed"] as const;
export type PlanState = (typeof PLAN_STATES)[number];

export interface PlanStanding {
  readonly state: PlanState;
  /** Checkpoints whose day has come and that nobody has looked at, earliest first. */
  readonly due: readonly Checkpoint[];
  /** The last day has come and there is no outcome. */
  readonly isOutcomeDue: boolean;
  /** The next checkpoint that is still ahead. */
  readonly next: Checkpoint | null;
}

const MOST_LINE = 200;
const MOST_TEXT = 20_000;

/** Writes a plan, whole or not at all; its checkpoints stand by day, and one with a result has the day on which it was looked
 * at. Refused, field by field: a member who is not there, no aim, an end before the start, a checkpoint without words or
 * outside the plan's days, an acknowledgement or outcome of a day that has not come.
 * @example writePlan(planRows(), aPlan(), "2026-10-10").value[0].records[0].checkpoints.length // => 2
 * @example writePlan(planRows(), aPlan({ aim: " ", until: "2026-09-01", checkpoints: [] }), "2026-10-10").error.map((one) => one.field) // => ["aim", "until"]
 */
export function writePlan(rows: PlanRows, plan: ImprovementPlan, today: Day): Result<readonly Change[]> {
  const written: ImprovementPlan = {
    ...plan,
    aim: plan.aim.trim(),
    support: plan.support.trim(),
    checkpoints: plan.checkpoints
      .map((one) => checkpointOf(one, today))
      .toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on))),
  };
  const problems = planProblems(rows, written, today);
  if (problems.length > 0) return fail(problems);
  const isKnown = isSame(rows.improvementPlans.get(plan.id), written);
  return ok(isKnown ? [] : [putRecords("improvementPlans", [written])]);
}

/** Takes a plan away; one that is gone already is passed over.
 * @example removePlan(planRows({ plans: [aPlan()] }), "p1").value // => [{ op: "remove", table: "improvementPlans", ids: ["p1"] }]
 */
export function removePlan(rows: PlanRows, id: string): Result<readonly Change[]> {
  return ok(rows.improvementPlans.has(id) ? [removeRecords("improvementPlans", [id])] : []);
}

/** Where a plan stands on a day. A plan with an outcome wants nothing any more.
 * @example planStanding(aPlan(), "2026-11-20").due.map((one) => one.id) // => ["c1"]
 * @example planStanding(aPlan(), "2026-10-10").next.id // => "c1"
 */
export function planStanding(plan: ImprovementPlan, today: Day): PlanStanding {
  const open = plan.outcome ? [] : plan.checkpoints.filter(({ result }) => result === undefined);
  const due = open.filter(({ on }) => on <= today);
  const isOutcomeDue = plan.outcome === undefined && plan.until <= today;
  const next = open.find(({ on }) => on > today) ?? null;
  const state = plan.outcome ? "closed" : due.length > 0 || isOutcomeDue ? "due" : "running";
  return { state, due, isOutcomeDue, next };
}

/** Plans as a list: what is due first, then those that run, then those with an outcome; within these the earlier end first.
 * @example listPlans([aPlan(), aPlan({ id: "p2", until: "2026-11-30" })], "2026-10-10").map((plan) => plan.id) // => ["p2", "p1"]
 */
export function listPlans(plans: Iterable<ImprovementPlan>, today: Day): readonly ImprovementPlan[] {
  const rank = (plan: ImprovementPlan) => PLAN_STATES.indexOf(planStanding(plan, today).state);
  return [...plans].toSorted(
    (a, b) => rank(a) - rank(b) || (a.until < b.until ? -1 : Number(a.until > b.until)),
  );
}

function checkpointOf({ checkedOn, ...rest }: Checkpoint, today: Day): Checkpoint {
  const expected = rest.expected.trim();
  return { ...rest, expected, ...(rest.result === undefined ? {} : { checkedOn: checkedOn ?? today }) };
}

function planProblems(rows: PlanRows, plan: ImprovementPlan, today: Day): readonly Problem[] {
  const problems: Problem[] = [];
  const wrong = (field: string, name: string) =>
    problems.push({ field, message: message(`review.plan.problem.${name}`) });
  if (!rows.members.has(plan.memberId)) wrong("memberId", "member");
  if (plan.aim === "" || plan.aim.length > MOST_TEXT) wrong("aim", "aim");
  if (plan.until < plan.from) wrong("until", "until");
  for (const { id, on, expected } of plan.checkpoints) {
    if (on < plan.from || on > plan.until) wrong(`${id}.on`, "checkpoint-day");
    if (expected === "" || expected.length > MOST_LINE) wrong(`${id}.expected`, "expected");
  }
  if (plan.acknowledgedOn !== undefined && plan.acknowledgedOn > today) wrong("acknowledgedOn", "day");
  if (plan.outcome && plan.outcome.on > today) wrong("outcome", "day");
  return problems;
}
