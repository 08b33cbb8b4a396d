import type { Day } from "../../base/day.ts";
import { message } from "../../base/message.ts";
import type { Message } from "../../base/message.ts";
import type { Kpi } from "../../kpi/records.ts";
import { nameMessage } from "../../team/name-key.ts";
import type { Member, Skill } from "../../team/records.ts";
import { skillCells } from "../../team/skill-gaps.ts";
import { living } from "../../team/team-rows.ts";
import { isDone } from "../matrix/completion.ts";
import { courseMatrix } from "../matrix/course-matrix.ts";
import type { CourseCell } from "../matrix/course-matrix.ts";
import type { Course } from "../records.ts";
import type { TrainingRows } from "../training-rows.ts";

/** A KPI in which a member scores below `WEAK_SCORE`. */
export interface WeakKpi {
  readonly member: Member;
  readonly kpi: Kpi;
  readonly score: number;
}

/** Why a member should take a course. */
export type NeedReason =
  | { readonly kind: "mandatory"; readonly state: "overdue" | "due" | "expiring"; readonly dueOn: Day | null }
  | {
      readonly kind: "gap";
      readonly skill: Skill;
      readonly present: number;
      readonly expected: number;
      readonly reached: number;
    }
  | { readonly kind: "kpi"; readonly kpi: Kpi; readonly score: number };

/** A member and a course that would help them. */
export interface TrainingNeed {
  readonly member: Member;
  readonly course: Course;
  readonly reasons: readonly NeedReason[];
  /** Whole points: the sum of its reasons'. */
  readonly urgency: number;
}

/** A score below this is weak; 60 stands for the threshold and 100 for the target. */
export const WEAK_SCORE = 80;

/** Points: an overdue mandatory course before all else, then one that is due, then each level of a gap, then each ten points
 * that a score lies below `WEAK_SCORE`. */
const POINTS = { overdue: 100, expiring: 60, due: 60, level: 10, tenth: 1 } as const;

/** Who on the team needs which course on a day, in the manager's order of members and courses. A gap asks for the course that
 * closes most of it; of equals the one that overshoots least, then the cheaper, the shorter, the first. A weak KPI asks for a
 * course linked to it: one that the member needs anyway, else the first that they have not passed. Who is enrolled in the
 * course already, or waits for their score, needs it no more.
 * @example trainingNeeds(trainingRows({ courses: [aCourse("c1", { mandatoryFor: "all" })] }), { today: TODAY, weak: [] }).map((need) => need.urgency) // => [60, 60]
 */
export function trainingNeeds(
  rows: TrainingRows,
  of: { readonly today: Day; readonly weak: readonly WeakKpi[] },
): readonly TrainingNeed[] {
  const cells = courseMatrix(rows, of.today);
  const open = new Map(
    cells
      .filter((cell) => cell.next === null && cell.state !== "unscored")
      .map((cell) => [keyOf(cell), cell]),
  );
  const reasons = new Map<string, NeedReason[]>();
  const add = (member: Member, course: Course, reason: NeedReason) => {
    const key = keyOf({ member, course });
    if (open.has(key)) reasons.set(key, [...(reasons.get(key) ?? []), reason]);
  };
  for (const cell of open.values()) {
    const reason = mandatoryReason(cell);
    if (reason) add(cell.member, cell.course, reason);
  }
  for (const { member, skill, present, expected, gap } of skillCells(rows, of.today)) {
    if ((gap ?? 0) <= 0 || present === null || expected === null) continue;
    const course = courseForGap(living(rows.courses), { skill, present, expected });
    if (!course) continue;
    const reached = Math.min(course.level!, expected);
    add(member, course, { kind: "gap", skill, present, expected, reached });
  }
  for (const { member, kpi, score } of of.weak) {
    const linked = living(rows.courses).filter((course) => course.kpiIds.includes(kpi.id));
    const needed = linked.find((course) => reasons.has(keyOf({ member, course })));
    const fresh = linked.find((course) => {
      const cell = open.get(keyOf({ member, course }));
      return cell !== undefined && !isDone(cell);
    });
    const course = needed ?? fresh;
    if (course) add(member, course, { kind: "kpi", kpi, score });
  }
  return [...open].flatMap(([key, { member, course }]) => {
    const own = reasons.get(key);
    if (!own) return [];
    return [
      { member, course, reasons: own, urgency: own.reduce((sum, reason) => sum + pointsOf(reason), 0) },
    ];
  });
}

/** A reason as a sentence.
 * @example reasonMessage({ kind: "mandatory", state: "due", dueOn: null }).key // => "training.reason.due-any"
 */
export function reasonMessage(reason: NeedReason): Message {
  if (reason.kind === "mandatory") {
    const { state, dueOn } = reason;
    return dueOn === null
      ? message("training.reason.due-any")
      : message(`training.reason.${state}`, { day: { day: dueOn } });
  }
  if (reason.kind === "kpi") {
    const score = { unit: "score", value: Math.round(reason.score * 10) / 10 } as const;
    return message("training.reason.kpi", { kpi: nameMessage(reason.kpi.name), score });
  }
  const { skill, present, expected, reached } = reason;
  return message("training.reason.gap", { skill: nameMessage(skill.name), present, expected, reached });
}

function mandatoryReason(cell: CourseCell): NeedReason | null {
  const { isMandatory, state, dueOn } = cell;
  if (!isMandatory) return null;
  if (state === "overdue" || state === "expiring") return { kind: "mandatory", state, dueOn };
  return isDone(cell) ? null : { kind: "mandatory", state: "due", dueOn };
}

function courseForGap(
  courses: readonly Course[],
  of: { readonly skill: Skill; readonly present: number; readonly expected: number },
): Course | undefined {
  const reached = (course: Course) => Math.min(course.level ?? 0, of.expected);
  return courses
    .filter(({ skillId, level = 0 }) => skillId === of.skill.id && level > of.present)
    .toSorted(
      (a, b) =>
        reached(b) - reached(a) ||
        (a.level ?? 0) - (b.level ?? 0) ||
        (a.cost ?? 0) - (b.cost ?? 0) ||
        a.hours - b.hours,
    )[0];
}

function pointsOf(reason: NeedReason): number {
  if (reason.kind === "mandatory") return POINTS[reason.state];
  if (reason.kind === "gap") return POINTS.level * (reason.reached - reason.present);
  return POINTS.tenth * Math.ceil((WEAK_SCORE - reason.score) / 10);
}

function keyOf({ member, course }: { readonly member: Member; readonly course: Course }): string {
  return `${member.id}|${course.id}`;
}
