import { putRecords } from "../base/change.ts";
import type { Change } from "../base/change.ts";
import type { Day } from "../base/day.ts";
import type { MemberId } from "../base/id.ts";
import { message } from "../base/message.ts";
import type { PeriodId } from "../base/period.ts";
import { fail, ok } from "../base/result.ts";
import type { Problem, Result } from "../base/result.ts";
import { MOST_POINTS } from "./score-points.ts";
import type { ScorePoint } from "./records.ts";

/** Points as they were typed. */
export interface PointsInput {
  readonly id: string;
  readonly memberId: MemberId;
  readonly periodId: PeriodId;
  readonly text: string;
  readonly reason: string;
  readonly on: Day;
}

/** Gives a member points for a period: a number between −10 and 10 with at most two decimals, not 0, and a reason.
 * @example addPoints({ id: "p1", memberId: "m1", periodId: "2026-Q3", text: "+2.5", reason: "a", on: "2026-09-01" }).value[0].records[0].points // => 2.5
 * @example addPoints({ id: "p1", memberId: "m1", periodId: "2026-Q3", text: "11", reason: "", on: "2026-09-01" }).error.map((one) => one.field) // => ["points", "reason"]
 */
export function addPoints(input: PointsInput): Result<readonly Change[]> {
  const text = input.text.normalize("NFKC").trim().replace("−", "-").replace(/^\+/, "");
  const points = /^-?\d{1,2}(\.\d{1,2})?$/.test(text) ? Number(text) : 0;
  const reason = input.reason.trim();
  const problems: Problem[] = [];
  if (points === 0 || Math.abs(points) > MOST_POINTS) {
    problems.push({ field: "points", message: message("kpi.points.problem.number", { most: MOST_POINTS }) });
  }
  if (reason === "" || reason.length > 200) {
    problems.push({ field: "reason", message: message("kpi.points.problem.reason") });
  }
  if (problems.length > 0) return fail(problems);
  const { id, memberId, periodId, on } = input;
  const record: ScorePoint = { id, memberId, periodId, points, reason, on };
  return ok([putRecords("scorePoints", [record])]);
}
