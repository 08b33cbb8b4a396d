import { putRecords } from "../../base/change.ts";
import type { Change } from "../../base/change.ts";
import { addDays, day } from "../../base/day.ts";
import type { Day } from "../../base/day.ts";
import type { GroupId, KpiId, MemberId, TaskId } from "../../base/id.ts";
import { money } from "../../base/money.ts";
import { periodOf } from "../../base/period.ts";
import type { PeriodId } from "../../base/period.ts";
import type { Goal, MarketSize, Target, TargetLock } from "../../target/records.ts";
import type { Task } from "../../team/records.ts";

/** What a customer's payment that was put off moved from the third quarter into the fourth, in fen. */
const MOVED = 8_000_000;

/** What the story is told about. */
export interface TargetStory {
  readonly today: Day;
  readonly sales: KpiId;
  readonly paid: KpiId;
  /** The group of 李敏. */
  readonly groupId: GroupId;
  /** This year's targets as they are now. */
  readonly targets: readonly Target[];
}

/** What became of the sample's targets: this year's payments were agreed in January and changed once, for a reason; the
 * running quarter's sales have tasks; sales have a goal for the next three years, and last year's market a size with its source.
 * @example targetStory({ today: "2026-11-23", sales: "sales", paid: "paid", groupId: "g1", targets: [] }).map((change) => change.table) // => ["targetLocks", "tasks", "goals", "marketSizes"]
 */
export function targetStory(story: TargetStory): readonly Change[] {
  return [
    putRecords("targetLocks", [lockOfPayments(story)]),
    putRecords("tasks", tasks(story)),
    putRecords("goals", [goal(story)]),
    putRecords("marketSizes", [marketSize(story)]),
  ];
}

/** As agreed in January, and the one change since; on the days themselves where the year has come so far. */
function lockOfPayments({ today, paid, groupId, targets }: TargetStory): TargetLock {
  const year = Number(today.slice(0, 4));
  const reached = (on: string) => (today < on ? today : day(on));
  const current = targets.filter((one) => one.kpiId === paid && one.periodId.startsWith(String(year)));
  const movedById = new Map(
    ["team", `group:${groupId}`, "member:m-li-min"].flatMap((subject) =>
      (["09", "Q3", "12", "Q4"] as const).map((period, at) => [
        `${paid}|${subject}|${year}-${period}|target`,
        at < 2 ? -MOVED : MOVED,
      ]),
    ),
  );
  const before = ({ id, value }: Target) => value - (movedById.get(id) ?? 0);
  return {
    id: `${paid}|${year}`,
    kpiId: paid,
    year,
    on: reached(`${year}-01-12`),
    note: "年度目标会议确认",
    original: Object.fromEntries(current.map((one) => [one.id, before(one)])),
    versions: [
      {
        number: 1,
        on: reached(`${year}-06-29`),
        reason: "李敏的一家大客户把尾款改到四季度付，全年不变",
        changes: current
          .filter(({ id }) => movedById.has(id))
          .map((one) => ({ id: one.id, before: before(one), after: one.value })),
      },
    ],
  };
}

function tasks({ today, sales }: TargetStory): readonly Task[] {
  const quarter = periodOf(today, "quarter", 1).id;
  const shared = {
    targetId: `${sales}|team|${quarter}|target`,
    note: "",
    createdOn: addDays(today, -24),
  };
  const task = (id: string, more: Omit<Task, "id" | keyof typeof shared>): Task => ({
    ...shared,
    ...more,
    id: id as TaskId,
  });
  return [
    task("sample-task-1", {
      kind: "task",
      title: "逐个过一遍本季要签的大商机",
      ownerId: "m-wang-fang" as MemberId,
      dueOn: addDays(today, 12),
      status: "doing",
      effortHours: 6,
      order: 1,
    }),
    task("sample-task-2", {
      kind: "task",
      title: "给三家老客户做续约方案",
      ownerId: "m-zhou-tao" as MemberId,
      dueOn: addDays(today, 17),
      status: "open",
      effortHours: 10,
      order: 2,
    }),
    task("sample-task-3", {
      kind: "task",
      title: "核对在手商机的预计成交日",
      ownerId: "m-chen-jing" as MemberId,
      dueOn: addDays(today, -5),
      status: "done",
      doneOn: addDays(today, -6),
      effortHours: 4,
      order: 3,
    }),
  ];
}

/** A sixth more each year, from what the team has as its target now. */
function goal({ today, sales, targets }: TargetStory): Goal {
  const year = Number(today.slice(0, 4));
  const now = targets.find(({ id }) => id === `${sales}|team|${year}|target`)?.value ?? 0;
  const million = 100_000_000;
  const wanted = (years: number) => Math.round((now * 1.16 ** years) / million) * million;
  return {
    id: `${sales}`,
    kpiId: sales,
    note: "三年内成为华东前三",
    valueByYear: Object.fromEntries([1, 2, 3].map((years) => [String(year + years), wanted(years)])),
  };
}

function marketSize({ today }: TargetStory): MarketSize {
  const lastYear = Number(today.slice(0, 4)) - 1;
  return {
    id: "sample-market-1",
    scope: "华东",
    periodId: String(lastYear) as PeriodId,
    size: money(64_000_000_000),
    source: "行业协会年度报告",
    on: today < `${lastYear + 1}-03-18` ? today : day(`${lastYear + 1}-03-18`),
  };
}
