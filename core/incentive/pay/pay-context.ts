import type { MemberId } from "../../base/id.ts";
import type { Period } from "../../base/period.ts";
import type { KpiContext } from "../../kpi/context.ts";
import type { WantedOf } from "../../kpi/score-line.ts";
import type { PayAdjustment, PayPlan, Statement } from "../records.ts";

/** The tables of pay. A workspace's `rows` are these and more. */
export interface PayRows {
  readonly payPlans: ReadonlyMap<string, PayPlan>;
  readonly statements: ReadonlyMap<string, Statement>;
  readonly payAdjustments: ReadonlyMap<string, PayAdjustment>;
}

/** What pay is worked from: the book and its KPIs, what is wanted of whom, and the tables of pay. */
export interface PayContext {
  readonly kpi: KpiContext;
  readonly rows: PayRows;
  readonly wantedOf: WantedOf;
  /** The score that a member's review gives, with points, and as locked where it is; without it the scorecard's total. */
  readonly scoreOf?: ScoreOf;
}

/** Looks up a member's score of a period, unrounded; the room of reviews knows it. */
export type ScoreOf = (memberId: MemberId, period: Period) => number | null;
