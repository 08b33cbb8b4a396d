import { putRecords } from "../../base/change.ts";
import type { Change } from "../../base/change.ts";
import { addDays } from "../../base/day.ts";
import type { Day } from "../../base/day.ts";
import type { GroupId, MemberId } from "../../base/id.ts";
import { money } from "../../base/money.ts";
import type { Ppm } from "../../base/money.ts";
import { periodOf, shiftPeriod } from "../../base/period.ts";
import { checkCriterion } from "../../incentive/promotion/check-criterion.ts";
import { decidePromotion } from "../../incentive/promotion/decide-promotion.ts";
import { proposeStar } from "../../incentive/recognition/propose-star.ts";
import type { Criterion, LadderStep, Promotion, Recognition, RewardEvent } from "../../incentive/records.ts";
import { seedKpiId } from "../../kpi/seed-kpis.ts";
import { inOrder } from "../../team/team-rows.ts";
import { kpiContext } from "../kpi-context.ts";
import type { Workspace } from "../workspace.ts";

const FEN_PER_YUAN = 100;
const PROMOTED = "m-wu-qian" as MemberId;
const DEFERRED = "m-li-min" as MemberId;

/** What the team was given: the stars of the last two full months as the figures propose them, a badge and thanks, ladders with a
 * promotion and a deferral, a team event that was held and a journey that can be won.
 * @example rewardStory(aSample(), "2026-11-23").map((change) => change.table).slice(0, 3) // => ["recognitions", "rewardEvents", "ladderSteps"]
 */
export function rewardStory(workspace: Workspace, today: Day): readonly Change[] {
  const steps = ladder(workspace);
  const rows = { ...workspace.rows, ladderSteps: new Map(steps.map((step) => [step.id, step])) };
  const decisions = [promotion(workspace, steps, today), deferral(workspace, steps, today)].flatMap(
    (decision) => {
      const decided = decidePromotion(rows, decision);
      return decided.ok ? decided.value : [];
    },
  );
  return [
    putRecords("recognitions", [...stars(workspace, today), ...thanks(today)]),
    putRecords("rewardEvents", events(workspace, today)),
    putRecords("ladderSteps", steps),
    ...decisions,
  ];
}

function stars(workspace: Workspace, today: Day): readonly Recognition[] {
  const source = { context: kpiContext(workspace, today), rows: workspace.rows };
  const now = periodOf(today, "month", 1);
  return [-2, -1].flatMap((back) => {
    const month = shiftPeriod(now, back, 1);
    const { best, n } = proposeStar(source, new Map(), month);
    return best.slice(0, 1).map(({ row }): Recognition => {
      const score = Math.round(row.value.value! * 10) / 10;
      return {
        id: `sample-star-${month.id}`,
        kind: "star",
        memberId: row.member.id,
        on: month.end,
        title: `${Number(month.id.slice(5))} 月月度之星`,
        reason: `记分卡总分 ${score}，${n} 位记分卡完整的人中最高。`,
        periodId: month.id,
        cost: money(500 * FEN_PER_YUAN),
      };
    });
  });
}

function thanks(today: Day): readonly Recognition[] {
  return [
    {
      id: "sample-badge",
      kind: "badge",
      memberId: "m-sun-yang" as MemberId,
      on: addDays(today, -20),
      title: "新人突破徽章",
      reason: "入职不久，连续三个月销售额超过计划。",
    },
    {
      id: "sample-thanks",
      kind: "thanks",
      memberId: "m-chen-jing" as MemberId,
      on: addDays(today, -6),
      title: "谢谢整理停滞商机清单",
      reason: "周会上大家第一次看清哪些商机卡住了、卡在哪一步。",
    },
  ];
}

function events(workspace: Workspace, today: Day): readonly RewardEvent[] {
  const quarter = periodOf(today, "quarter", 1);
  const held = addDays(quarter.start, -12);
  const people = inOrder(workspace.rows.members).filter((one) => (one.hiredOn ?? held) <= held);
  const ratings = [5, 4, 5, 4, 3, 5, 4, 4];
  return [
    {
      id: "sample-hike",
      kind: "team-building",
      name: "莫干山徒步",
      on: held,
      budget: money(12_000 * FEN_PER_YUAN),
      spent: money(11_360 * FEN_PER_YUAN),
      attendance: people
        .slice(0, ratings.length)
        .map((one, index) => ({ memberId: one.id, rating: ratings[index]! })),
      note: "一天往返；吴倩带队。",
    },
    {
      id: "sample-journey",
      kind: "travel",
      name: "年度优秀员工桂林行",
      on: addDays(periodOf(today, "year", 1).end, 30),
      periodId: periodOf(today, "year", 1).id,
      kpiId: seedKpiId("sales"),
      places: 3,
      budget: money(24_000 * FEN_PER_YUAN),
      attendance: [],
      note: "",
    },
  ];
}

function ladder(workspace: Workspace): readonly LadderStep[] {
  const [develop, care] = inOrder(workspace.rows.groups);
  const criteria: readonly Criterion[] = [
    { kind: "attainment", kpiId: seedKpiId("sales"), atLeast: 800_000 as Ppm, periods: 3 },
    { kind: "months-in-role", atLeast: 24 },
  ];
  const step = (id: string, groupId: GroupId, name: string, order: number): LadderStep => ({
    id,
    groupId,
    fromTitle: `${name}专员`,
    toTitle: `资深${name}专员`,
    toGrade: "regular",
    criteria: [...criteria],
    order,
  });
  return [
    step("sample-step-develop", develop!.id, "客户开发", 1),
    step("sample-step-care", care!.id, "客户维护", 2),
  ];
}

function promotion(workspace: Workspace, steps: readonly LadderStep[], today: Day): Promotion {
  return {
    ...decision(workspace, { step: steps[1]!, memberId: PROMOTED, on: periodOf(today, "quarter", 1).start }),
    outcome: "promoted",
    reason: "老客户续约做得稳，也带得动新人。",
  };
}

function deferral(workspace: Workspace, steps: readonly LadderStep[], today: Day): Promotion {
  return {
    ...decision(workspace, { step: steps[0]!, memberId: DEFERRED, on: periodOf(today, "quarter", 1).start }),
    outcome: "deferred",
    reason: "销售额还不稳定，下个季度再看。",
  };
}

function decision(
  workspace: Workspace,
  { step, memberId, on }: { readonly step: LadderStep; readonly memberId: MemberId; readonly on: Day },
): Omit<Promotion, "outcome" | "reason"> {
  const member = workspace.rows.members.get(memberId)!;
  const source = {
    context: kpiContext(workspace, on),
    rows: workspace.rows,
    courses: { nameById: new Map<string, string>(), passed: [] },
  };
  const [results, months] = step.criteria.map((one) => checkCriterion(source, one, { member, on }));
  const percent = Math.round((results!.value.value ?? 0) * 1000) / 10;
  return {
    id: `sample-decision-${memberId}`,
    memberId,
    stepId: step.id,
    step: `${step.fromTitle} → ${step.toTitle}`,
    on,
    findings: [
      {
        label: "最近 3 个月，每期销售额达成率不低于 80 %",
        figure: `${percent} %`,
        isMet: results!.isMet,
      },
      { label: "任现职满 24 个月", figure: `${months!.value.value ?? 0} 个月`, isMet: months!.isMet },
    ],
  };
}
