import type { Day } from "../../base/day.ts";
import { subjectKey } from "../../base/id.ts";
import type { GroupId, KpiId, MemberId, Subject } from "../../base/id.ts";
import { periodOf, shiftPeriod } from "../../base/period.ts";
import type { Target } from "../../target/records.ts";
import { SAMPLE_PEOPLE, SAMPLE_SEASON } from "./people.ts";
import type { SamplePerson } from "./people.ts";

const FEN_PER_YUAN = 100;
const UNIT_YUAN = 1_000;
/** What is planned: a KPI, its part of the sales plan in percent, and how much of the running quarter nobody was given. */
export interface SamplePlan {
  readonly kpiId: KpiId;
  readonly percent: number;
  readonly leftOverYuan: number;
}

/** The targets of last year and this one: months by person, all sums filled in, with what was left over on purpose.
 * @example samplePlan({ kpiId: "sales", percent: 100, leftOverYuan: 0 }, ["g1", "g2", "g3"], "2026-11-23").every((one) => one.value % 100000 === 0) // => true
 */
export function samplePlan(plan: SamplePlan, groupIds: readonly GroupId[], today: Day): readonly Target[] {
  const yuanByKey = new Map<string, number>();
  const thisYear = periodOf(today, "year", 1);
  const running = periodOf(today, "quarter", 1);
  for (const year of [shiftPeriod(thisYear, -1, 1), thisYear]) {
    const growth = year.id === thisYear.id ? plan.percent : 0.86 * plan.percent;
    for (const [index, season] of SAMPLE_SEASON.entries()) {
      const month = `${year.id}-${String(index + 1).padStart(2, "0")}`;
      const quarter = `${year.id}-Q${Math.floor(index / 3) + 1}`;
      for (const person of SAMPLE_PEOPLE) {
        if (`${month}-31` < person.hiredOn) continue;
        const yuan = Math.round((person.monthlyPlan * season * growth) / 10_000 / UNIT_YUAN) * UNIT_YUAN;
        for (const subject of subjectsOf(person, groupIds)) {
          for (const period of [month, quarter, year.id]) add(yuanByKey, subject, period, yuan);
        }
      }
    }
  }
  const lastMonth = `${running.id.slice(0, 4)}-${String(Number(running.id.slice(-1)) * 3).padStart(2, "0")}`;
  for (const subject of [{ kind: "group", id: groupIds[0]! }, { kind: "team" }] as const) {
    for (const period of plan.leftOverYuan === 0 ? [] : [lastMonth, running.id, thisYear.id]) {
      add(yuanByKey, subject, period, plan.leftOverYuan);
    }
  }
  return [...yuanByKey].map(([key, yuan]) => toTarget(plan.kpiId, key, yuan));
}

function subjectsOf(person: SamplePerson, groupIds: readonly GroupId[]): readonly Subject[] {
  return [
    { kind: "team" },
    { kind: "group", id: groupIds[person.group]! },
    { kind: "member", id: person.id as MemberId },
  ];
}

function add(yuanByKey: Map<string, number>, subject: Subject, period: string, yuan: number): void {
  const key = `${subjectKey(subject)}|${period}`;
  yuanByKey.set(key, (yuanByKey.get(key) ?? 0) + yuan);
}

function toTarget(kpiId: KpiId, key: string, yuan: number): Target {
  const [subject, periodId] = key.split("|") as [string, Target["periodId"]];
  return {
    id: `${kpiId}|${subject}|${periodId}|target`,
    kpiId,
    subject,
    periodId,
    line: "target",
    value: yuan * FEN_PER_YUAN,
  };
}
