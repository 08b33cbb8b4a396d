import type { Day } from "../../base/day.ts";
import type { MemberId } from "../../base/id.ts";
import type { Message } from "../../base/message.ts";
import type { TeamRows } from "../../team/team-rows.ts";
import type { ResultSource } from "../leaderboard/member-result.ts";
import type { LadderStep, Promotion } from "../records.ts";

/** A course that somebody has passed: training is a sister of this room, so what it knows comes in as plain values. */
export interface PassedCourse {
  readonly memberId: MemberId;
  readonly courseId: string;
  readonly on: Day;
}

/** The courses there are, and who has passed which. */
export interface CourseFacts {
  readonly nameById: ReadonlyMap<string, string | Message>;
  readonly passed: readonly PassedCourse[];
}

/** The tables of ladders and decisions. A workspace's `rows` are these and more. */
export interface LadderRows {
  readonly ladderSteps: ReadonlyMap<string, LadderStep>;
  readonly promotions: ReadonlyMap<string, Promotion>;
}

/** What criteria are checked against. */
export interface PromotionSource extends ResultSource {
  readonly rows: ResultSource["rows"] & Pick<TeamRows, "skills" | "skillRatings"> & LadderRows;
  readonly courses: CourseFacts;
}
