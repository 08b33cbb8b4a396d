import { putRecords } from "../../base/change.ts";
import type { Change } from "../../base/change.ts";
import { addDays } from "../../base/day.ts";
import type { Day } from "../../base/day.ts";
import type { MemberId } from "../../base/id.ts";
import { lastDayOf, periodOf, shiftPeriod } from "../../base/period.ts";
import type { Period } from "../../base/period.ts";
import { levelsOf } from "../../kpi/levels.ts";
import type { ScorePoint } from "../../kpi/records.ts";
import { seedKpiId } from "../../kpi/seed-kpis.ts";
import { cycleView, reviewable } from "../../review/cycle-view.ts";
import type { ReviewSources } from "../../review/cycle-view.ts";
import { SEED_COMPETENCIES } from "../../review/locales/competencies.ts";
import type {
  Checkpoint,
  Evidence,
  ImprovementPlan,
  Review,
  ReviewCycle,
  ReviewPart,
} from "../../review/records.ts";
import { makeSnapshot } from "../../review/review-snapshot.ts";

/** How the manager sees the nine: performance and potential, a rating, and a sentence or two. */
interface Seen {
  readonly place: readonly [number, number];
  readonly rating: number;
  readonly self: string;
  readonly manager: string;
}

const SEEN: Readonly<Record<string, Seen>> = {
  "m-wang-fang": {
    place: [3, 2],
    rating: 5,
    self: "本季度老客户扩单顺利，带新人花的时间比预期多。",
    manager: "业绩稳定领先，愿意带人。下季度希望把大客户的打法整理成案例。",
  },
  "m-chen-jing": {
    place: [3, 2],
    rating: 4,
    self: "报表全部按时交付，预测口径和业务组对齐了。",
    manager: "分析结论可靠，报表及时。希望多到业务现场，提前发现问题。",
  },
  "m-lin-yue": {
    place: [2, 3],
    rating: 4,
    self: "独立完成了区域行业分析，预测准确率还要提高。",
    manager: "成长很快，已能独立完成专题分析。下季度可以承担月度预测。",
  },
  "m-li-min": {
    place: [2, 3],
    rating: 4,
    self: "客户回访按计划完成，交叉销售还没有形成固定做法。",
    manager: "客户关系扎实，投诉处理及时。建议下季度主导一个续约项目。",
  },
};

const OTHERS: readonly Seen[] = [
  {
    place: [2, 2],
    rating: 4,
    self: "基本完成计划，个别商机推进偏慢。",
    manager: "按要求完成工作，商机推进的节奏要再紧一些。",
  },
  {
    place: [2, 2],
    rating: 3,
    self: "日常工作完成，新产品还在熟悉。",
    manager: "态度认真，产品知识需要补上，已安排培训。",
  },
  {
    place: [1, 2],
    rating: 2,
    self: "本季度丢了两个重点商机，报价跟进不够及时。",
    manager: "结果低于要求，主要问题是报价跟进慢。约定每周一起看一次在手商机。",
  },
];

/** Two cycles of the sample: the quarter before last, locked; the last quarter, being filled, with points given to two people.
 * None on a day before the team was there.
 * @example reviewStory({ context: { settings: { fiscalStart: 1 }, rows: { members: new Map() } }, rows: {} }, "2026-11-23") // => []
 */
export function reviewStory(sources: ReviewSources, today: Day): readonly Change[] {
  const { settings } = sources.context;
  const last = shiftPeriod(periodOf(today, "quarter", settings.fiscalStart), -1, settings.fiscalStart);
  const before = shiftPeriod(last, -1, settings.fiscalStart);
  const points = samplePoints(last);
  const cycles = [cycleOf(sources, before), cycleOf(sources, last)] as const;
  if (cycles.some((cycle) => cycle.memberIds.length === 0)) return [];
  const lockedReviews = cycles[0].memberIds.map((id, at) => reviewOf(before, id, seenOf(id, at)));
  // Of the last quarter most have handed in their part, and the manager has begun.
  const openReviews = cycles[1].memberIds.slice(0, -2).map((id, at): Review => {
    const whole = reviewOf(last, id, seenOf(id, at));
    const { performance: _one, potential: _two, talk: _three, manager, ...rest } = whole;
    return at < 3 && manager ? { ...rest, manager } : rest;
  });
  const reviews = [...lockedReviews, ...openReviews];
  const locked: ReviewCycle = { ...cycles[0], state: "locked", lockCount: 1 };
  const seen = cycleView(
    {
      ...sources,
      rows: {
        ...sources.rows,
        reviewCycles: new Map([[before.id, cycles[0]]]),
        reviews: new Map(reviews.map((one) => [one.id, one])),
      },
    },
    before,
  );
  const snapshot = makeSnapshot({
    cycleId: before.id,
    number: 1,
    on: addDays(before.end, 12),
    competencies: locked.competencies,
    levels: [...levelsOf(settings)],
    members: [...(seen?.members ?? [])],
  });
  return [
    putRecords("evidence", [...sampleEvidence(last), ...lateEvidence(today)]),
    putRecords("improvementPlans", [samplePlan(today)]),
    putRecords("scorePoints", points),
    putRecords("reviews", reviews),
    putRecords("reviewSnapshots", [snapshot]),
    putRecords("reviewCycles", [locked, cycles[1]]),
  ];
}

/** What was noted in the last weeks: the diary is kept all the time. */
function lateEvidence(today: Day): readonly Evidence[] {
  const note = noteFrom(today);
  return [
    note("5", "m-zhao-lei", { tone: "plus", after: -6, text: "报价当天发出，客户当场确认下单时间。" }),
    note("6", "m-zheng-kai", { tone: "minus", after: -13, text: "回访记录缺了两家，提醒后才补上。" }),
  ];
}

function noteFrom(start: Day) {
  return (id: string, person: string, of: Pick<Evidence, "tone" | "text"> & { after: number }): Evidence => ({
    id: `sample-evidence-${id}`,
    memberId: person as MemberId,
    on: addDays(start, of.after),
    tone: of.tone,
    text: of.text,
  });
}

function sampleEvidence(period: Period): readonly Evidence[] {
  const note = noteFrom(period.start);
  return [
    note("1", "m-wang-fang", { tone: "plus", after: 23, text: "带孙洋一起拜访大客户，会后逐条复盘。" }),
    note("2", "m-zhao-lei", { tone: "minus", after: 40, text: "报价晚了三天，客户两次来催。" }),
    note("3", "m-li-min", { tone: "plus", after: 52, text: "客户投诉当天上门处理，客户来信致谢。" }),
    note("4", "m-sun-yang", { tone: "plus", after: 66, text: "主动整理新产品问答，供全组使用。" }),
  ];
}

/** Agreed with him who fell short; two of three checkpoints are behind him. */
function samplePlan(today: Day): ImprovementPlan {
  const from = addDays(today, -48);
  const checkpoint = (at: number, expected: string, more: Partial<Checkpoint> = {}): Checkpoint => ({
    id: `sample-checkpoint-${at}`,
    on: addDays(from, at * 21),
    expected,
    note: "",
    ...more,
  });
  return {
    id: "sample-plan-1",
    memberId: "m-zhao-lei" as MemberId,
    from,
    until: addDays(from, 84),
    aim: "报价在客户询价后一个工作日内发出，重点商机每周更新一次跟进记录。",
    support: "每周一起看一次在手商机，陪访两家重点客户。",
    kpiId: seedKpiId("sales"),
    checkpoints: [
      checkpoint(1, "一半以上的报价一个工作日内发出", {
        result: "met",
        checkedOn: addDays(from, 21),
        note: "八份报价中有五份按时发出。",
      }),
      checkpoint(2, "报价全部按时，商机记录每周更新", {
        result: "partly",
        checkedOn: addDays(from, 43),
        note: "报价都按时，有两周没有更新商机记录。",
      }),
      checkpoint(3, "连续三周两项都做到"),
    ],
    acknowledgedOn: from,
  };
}

function samplePoints(period: Period): readonly ScorePoint[] {
  const of = { periodId: period.id, on: addDays(lastDayOf(period), -9) };
  return [
    {
      ...of,
      id: "sample-points-1",
      memberId: "m-wang-fang" as MemberId,
      points: 3,
      reason: "带教新人并通过试用期",
    },
    {
      ...of,
      id: "sample-points-2",
      memberId: "m-zhao-lei" as MemberId,
      points: -2,
      reason: "两次周报逾期",
    },
  ];
}

function cycleOf(sources: ReviewSources, period: Period): ReviewCycle {
  return {
    id: period.id,
    state: "open",
    openedOn: addDays(period.end, 3),
    memberIds: [...reviewable(sources, period)],
    asksSelf: true,
    peerCount: 0,
    competencies: [...SEED_COMPETENCIES],
    lockCount: 0,
    reopenings: [],
  };
}

function seenOf(memberId: MemberId, at: number): Seen {
  return SEEN[memberId] ?? OTHERS[at % OTHERS.length]!;
}

function reviewOf(period: Period, memberId: MemberId, seen: Seen): Review {
  const part = (text: string, rating: number, after: number): ReviewPart => ({
    text,
    ratings: Object.fromEntries(
      SEED_COMPETENCIES.map(({ id }, at) => [id, Math.max(1, rating - (at === 3 ? 1 : 0))]),
    ),
    on: addDays(period.end, after),
  });
  const [performance, potential] = seen.place;
  return {
    id: `${period.id}|${memberId}`,
    cycleId: period.id,
    memberId,
    self: part(seen.self, seen.rating, 5),
    manager: part(seen.manager, seen.rating, 8),
    peers: [],
    performance,
    potential,
    talk: {
      on: addDays(period.end, 10),
      text: "逐项看了得分和评价，对结果没有异议。",
      agreed: "下季度每月一起看一次进度。",
      acknowledgedOn: addDays(period.end, 11),
    },
  };
}
