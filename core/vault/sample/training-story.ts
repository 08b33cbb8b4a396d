import type { Day } from "../../base/day.ts";
import { addDays, weekdayOf } from "../../base/day.ts";
import { putRecords, removeRecords } from "../../base/change.ts";
import type { Change } from "../../base/change.ts";
import type { CourseId, MemberId, SessionId, SkillId } from "../../base/id.ts";
import { money } from "../../base/money.ts";
import { period, periodOf } from "../../base/period.ts";
import type { Stamp } from "../../base/stamp.ts";
import type { Measurement } from "../../kpi/records.ts";
import { seedKpiId } from "../../kpi/seed-kpis.ts";
import type { SkillRating } from "../../team/records.ts";
import { writeRecords } from "../../team/team-rows.ts";
import { seedCourses } from "../../training/courses/seed-courses.ts";
import { SEED_COURSES } from "../../training/locales/seed-courses.ts";
import type { Course, Enrolment, TrainingSession } from "../../training/records.ts";
import { trainingChanges } from "../../training/results/training-changes.ts";
import { enrolmentId } from "../../training/training-rows.ts";
import { applyChanges } from "../apply-changes.ts";
import type { Workspace } from "../workspace.ts";
import { factsOf, rowsOf } from "../workspace.ts";

/** What a session of the usual courses costs here, in yuan. */
const COSTS: Readonly<Record<string, number>> = {
  prospecting: 9000,
  visiting: 6000,
  needs: 8000,
  negotiation: 18_000,
  service: 7000,
  product: 3000,
};
/** Who could not visit well and took the course: their level before it. */
const GAP = { "m-li-min": 2, "m-wu-qian": 1 } as const;
/** How many more visits a month they and the others who came made from the month after it. */
const MORE_VISITS = 5;

/** How training went in the sample: a gap in visiting, the course, the level that rose and the visits that followed; a
 * mandatory course that two have not passed; certificates about to run out; the next course and its budget.
 * @example trainingStory(aSample(), { today: "2026-11-23", stamp: "000000000-0000-d1" }).rows.courses.size // => 9
 */
export function trainingStory(
  workspace: Workspace,
  of: { readonly today: Day; readonly stamp: Stamp },
): Workspace {
  const { today, stamp } = of;
  let next = 0;
  const seeded = seedCourses(workspace.rows, {
    today,
    newId: () => `sample-course-${SEED_COURSES[next++]!.key}`,
  });
  const withCourses = applyChanges(workspace, seeded.ok ? seeded.value : [], stamp);
  const withGap = applyChanges(withCourses, gapBefore(withCourses, today), stamp);
  const sessions = storySessions(today);
  const held = applyChanges(
    withGap,
    trainingChanges(withGap.rows, {
      courses: rowsOf(withGap, "courses").map((course) => storyCourse(course, today)),
      sessions: sessions.map(({ session }) => session),
      enrolments: sessions.flatMap(({ enrolments }) => enrolments),
    }),
    stamp,
  );
  return applyChanges(held, [...visitsAfter(held, visitDay(today)), ...budgets(today)], stamp);
}

/** What the two could before: nothing else is said of their visiting. */
function gapBefore(workspace: Workspace, today: Day): readonly Change[] {
  const skillId = workspace.rows.courses.get(courseId("visiting"))?.skillId;
  if (skillId === undefined) return [];
  const said = rowsOf(workspace, "skillRatings").filter(
    (one) => one.skillId === skillId && one.memberId in GAP,
  );
  const ratings = Object.entries(GAP).map(([id, level]) => gapRating(id, skillId, { level, today }));
  return [
    removeRecords(
      "skillRatings",
      said.map((one) => one.id),
    ),
    ...writeRecords("skillRatings", ratings),
  ];
}

function gapRating(
  memberId: string,
  skillId: SkillId,
  { level, today }: { readonly level: number; readonly today: Day },
): SkillRating {
  const on = addDays(today, -190);
  const id = `${memberId}:${skillId}:${on}`;
  return { id, memberId: memberId as MemberId, skillId, on, level, source: "manager", note: "" };
}

function storyCourse(course: Course, today: Day): Course {
  const key = course.id.slice("sample-course-".length);
  const cost = COSTS[key];
  return {
    ...course,
    ...(cost === undefined ? {} : { cost: money(cost * 100) }),
    ...(key === "compliance" ? { mandatoryFrom: addDays(today, -150) } : {}),
  };
}

interface StorySession {
  readonly session: TrainingSession;
  readonly enrolments: readonly Enrolment[];
}

function storySessions(today: Day): readonly StorySession[] {
  return [
    session("product", "认证", weekday(addDays(today, -345)), {
      people: scored({ "zhou-tao": 95, "wu-qian": 88, "wang-fang": 84 }),
      trainer: "产品部",
    }),
    session("compliance", "全员", weekday(addDays(today, -112)), {
      people: {
        ...scored({ "wang-fang": 96, "zhao-lei": 88, "li-min": 92, "zhou-tao": 90, "wu-qian": 84 }),
        ...scored({ "chen-jing": 98, "lin-yue": 86, "sun-yang": 62 }),
        "zheng-kai": { attendance: "excused" },
      },
      kind: "mandatory",
      trainer: "法务部",
    }),
    session("visiting", "实战", visitDay(today), {
      people: {
        "li-min": { attendance: "attended", rating: 5, feedback: "提问的顺序马上能用。" },
        "sun-yang": { attendance: "attended", rating: 4 },
        "wu-qian": { attendance: "attended", rating: 5, feedback: "希望再练一次。" },
        "zheng-kai": { attendance: "attended", rating: 3 },
        "zhao-lei": { attendance: "missed" },
      },
      trainer: "王芳",
    }),
    session("crm", "规范", weekday(addDays(today, -40)), {
      people: {
        "sun-yang": { attendance: "attended", rating: 4 },
        "zheng-kai": { attendance: "attended", rating: 4 },
        "lin-yue": { attendance: "attended", rating: 5 },
      },
      trainer: "陈静",
    }),
    session("negotiation", "第一期", weekday(addDays(today, 12)), {
      people: { "wang-fang": {}, "zhao-lei": {}, "li-min": {}, "sun-yang": {} },
      trainer: "外聘讲师",
      status: "planned",
    }),
  ];
}

function session(
  key: string,
  note: string,
  on: Day,
  of: {
    readonly people: Readonly<Record<string, Partial<Enrolment>>>;
    readonly trainer: string;
    readonly kind?: Enrolment["kind"];
    readonly status?: TrainingSession["status"];
  },
): StorySession {
  const id = `sample-session-${key}` as SessionId;
  const hours = SEED_COURSES.find((seed) => seed.key === key)!.hours;
  return {
    session: {
      id,
      courseId: courseId(key),
      on,
      startsAt: "09:30",
      hours,
      trainer: of.trainer,
      place: "三楼会议室",
      cost: money((COSTS[key] ?? 0) * 100),
      status: of.status ?? "held",
      note,
    },
    enrolments: Object.entries(of.people).map(([name, said]) => {
      const memberId = `m-${name}` as MemberId;
      const blank = { id: enrolmentId(id, memberId), sessionId: id, memberId, feedback: "" };
      return { ...blank, kind: of.kind ?? "open", ...said };
    }),
  };
}

function scored(scores: Readonly<Record<string, number>>): Readonly<Record<string, Partial<Enrolment>>> {
  return Object.fromEntries(
    Object.entries(scores).map(([name, score]) => [name, { attendance: "attended", score }] as const),
  );
}

/** Those who came to the course on visiting visited more from the month after it. */
function visitsAfter(workspace: Workspace, on: Day): readonly Change[] {
  const came = new Set(["m-li-min", "m-sun-yang", "m-wu-qian", "m-zheng-kai"].map((id) => `member:${id}`));
  const month = periodOf(on, "month", 1);
  const more = factsOf(workspace, "measurements").filter(
    (one: Measurement) =>
      one.kpiId === seedKpiId("visits") &&
      came.has(one.subject) &&
      period(one.periodId, 1).start >= month.end,
  );
  return more.length === 0
    ? []
    : [
        putRecords(
          "measurements",
          more.map((one) => ({ ...one, value: one.value + MORE_VISITS })),
        ),
      ];
}

function budgets(today: Day): readonly Change[] {
  const [year, quarter] = (["year", "quarter"] as const).map((kind) => periodOf(today, kind, 1));
  return [
    putRecords("trainingBudgets", [
      { id: year!.id, money: money(6_000_000), hoursEach: 24, note: "" },
      { id: quarter!.id, money: money(2_500_000), hoursEach: 16, note: "" },
    ]),
  ];
}

/** Early in a month, so that whole months of visits lie on both sides. */
function visitDay(today: Day): Day {
  const day = addDays(today, -100);
  return weekday(`${day.slice(0, 8)}08` as Day);
}

/** The day, or the Friday before it. */
function weekday(on: Day): Day {
  return addDays(on, -Math.max(0, weekdayOf(on) - 5));
}

function courseId(key: string): CourseId {
  return `sample-course-${key}` as CourseId;
}
