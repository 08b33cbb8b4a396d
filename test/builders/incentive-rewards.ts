import { day } from "../../core/base/day.ts";
import type { GroupId, KpiId, MemberId } from "../../core/base/id.ts";
import { money } from "../../core/base/money.ts";
import type { PeriodId } from "../../core/base/period.ts";
import type { ResultSource } from "../../core/incentive/leaderboard/member-result.ts";
import type { PassedCourse, PromotionSource } from "../../core/incentive/promotion/promotion-source.ts";
import type {
  LadderStep,
  PayAdjustment,
  Promotion,
  Recognition,
  RewardEvent,
} from "../../core/incentive/records.ts";
import type { Kpi } from "../../core/kpi/records.ts";
import type { Target } from "../../core/target/records.ts";
import type { Absence, Member, SkillRating } from "../../core/team/records.ts";
import type { Skill } from "../../core/team/records.ts";
import { emptyTeamRows } from "../../core/team/team-rows.ts";
import { aGroup, aKpi, aMeasurement, aMember, aMembership, kpiWorld } from "./kpi-context.ts";
import { aSet } from "./kpi-context.ts";

export { aMember };

/** What a test of rewards says: visits by member of one month, and what differs from a plain team. */
export interface RewardParts {
  /** Visits in the month by member; the members are those named here, in this order, all in group g since 2025. */
  readonly values?: Readonly<Record<string, number | null>>;
  readonly month?: string;
  /** Visits of further months by member. */
  readonly more?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly members?: Readonly<Record<string, Partial<Member>>>;
  readonly kpi?: Partial<Kpi>;
  readonly target?: number;
  readonly absences?: readonly Absence[];
  readonly skills?: readonly Skill[];
  readonly ratings?: readonly SkillRating[];
  readonly steps?: readonly LadderStep[];
  readonly promotions?: readonly Promotion[];
  readonly recognitions?: readonly Recognition[];
  readonly events?: readonly RewardEvent[];
  readonly statements?: readonly ReturnType<typeof aStatement>[];
  readonly adjustments?: readonly PayAdjustment[];
  readonly today?: string;
}

/** A team whose visits are counted, with the tables of rewards; everybody's title is 销售. */
export function rewardWorld(parts: RewardParts) {
  const month = (parts.month ?? "2026-10") as PeriodId;
  const names = Object.keys(parts.values ?? {});
  const typed = { [month]: parts.values ?? {}, ...parts.more };
  const kpi = aKpi("visits", {
    ...(parts.target === undefined ? {} : { target: parts.target }),
    ...parts.kpi,
  });
  const context = kpiWorld({
    today: parts.today ?? "2026-11-23",
    members: names.map((name, order) => aMember(name, { order, ...parts.members?.[name] })),
    groups: [aGroup("g")],
    memberships: names.map((name) => ({ ...aMembership(name, "g", "2025-01-01"), title: "销售" })),
    kpis: [kpi],
    kpiSets: [aSet("g", "2025-01-01", { visits: 100 })],
    measurements: Object.entries(typed).flatMap(([periodId, byName]) =>
      Object.entries(byName).flatMap(([name, value]) =>
        value === null ? [] : [aMeasurement("visits", name, { periodId: periodId as PeriodId, value })],
      ),
    ),
  });
  const rows = {
    ...emptyTeamRows(),
    ...context.rows,
    settings: new Map([["workspace", context.settings]]),
    targets: new Map<string, Target>(),
    targetLocks: new Map(),
    calendarDays: new Map(),
    absences: byId(parts.absences),
    skills: byId(parts.skills),
    skillRatings: byId(parts.ratings),
    ladderSteps: byId(parts.steps),
    promotions: byId(parts.promotions),
    recognitions: byId(parts.recognitions),
    rewardEvents: byId(parts.events),
    statements: byId(parts.statements),
    payAdjustments: byId(parts.adjustments),
  };
  return { context, rows } satisfies ResultSource;
}

/** The same team with what promotion needs; courses and who has passed them by id. */
export function promotionWorld(
  parts: RewardParts & { readonly passed?: readonly PassedCourse[] },
): PromotionSource {
  return {
    ...rewardWorld(parts),
    courses: { nameById: new Map([["talk", "谈判"]]), passed: parts.passed ?? [] },
  };
}

/** A promotion of member a by the step `up` on 2026-12-01. */
export function aDecision(more: Partial<Promotion> = {}): Promotion {
  return {
    id: "p1",
    memberId: "a" as MemberId,
    stepId: "up",
    step: "销售 → 高级销售",
    on: day("2026-12-01"),
    outcome: "promoted",
    reason: "",
    findings: [],
    ...more,
  };
}

function byId<R extends { readonly id: string }>(list: readonly R[] = []): ReadonlyMap<string, R> {
  return new Map(list.map((record) => [record.id, record]));
}

/** A word of thanks to a member. */
export function aRecognition(id: string, more: Partial<Recognition> = {}): Recognition {
  return {
    id,
    kind: "thanks",
    memberId: "a" as MemberId,
    on: day("2026-10-09"),
    title: "谢谢",
    reason: "",
    ...more,
  };
}

/** A step from 销售 to 高级销售 in group g, with the given criteria. */
export function aStep(criteria: LadderStep["criteria"] = [], more: Partial<LadderStep> = {}): LadderStep {
  return {
    id: "up",
    groupId: "g" as GroupId,
    fromTitle: "销售",
    toTitle: "高级销售",
    toGrade: "senior",
    criteria,
    order: 1,
    ...more,
  };
}

/** A journey won by the visits of October. */
export function aJourney(more: Partial<RewardEvent> = {}): RewardEvent {
  return {
    id: "trip",
    kind: "travel",
    name: "桂林",
    on: day("2026-12-10"),
    periodId: "2026-10" as PeriodId,
    kpiId: "visits" as KpiId,
    attendance: [],
    note: "",
    ...more,
  };
}

/** Who came, with their ratings; `null` for who gave none. */
export function came(ratings: Readonly<Record<string, number | null>>): RewardEvent["attendance"] {
  return Object.entries(ratings).map(([memberId, rating]) => ({
    memberId: memberId as MemberId,
    ...(rating === null ? {} : { rating }),
  }));
}

/** An approved statement of member a; `names` are the adjustments that stand in it. */
export function aStatement(periodId: string, total: number, names: readonly string[] = []) {
  return {
    id: `a|${periodId}`,
    memberId: "a" as MemberId,
    periodId: periodId as PeriodId,
    approvedOn: day("2026-07-05"),
    lines: names.map((name) => ({ key: `adjustment:${name}` })),
    total: money(total),
  };
}

/** A correction of ¥50 of member a in the third quarter of 2026. */
export function anAdjustment(id: string): PayAdjustment {
  return {
    id,
    memberId: "a" as MemberId,
    periodId: "2026-Q3" as PeriodId,
    kind: "correction",
    amount: money(5_000),
    reason: "补发",
    on: day("2026-08-01"),
  };
}
