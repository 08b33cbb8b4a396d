import { putRecords, removeRecords, setFields } from "../base/change.ts";
import type { Change } from "../base/change.ts";
import type { Day } from "../base/day.ts";
import { message } from "../base/message.ts";
import type { PeriodId } from "../base/period.ts";
import { fail, ok } from "../base/result.ts";
import { isSame } from "../base/same.ts";
import type { Result } from "../base/result.ts";
import type { Competency, Level } from "../base/settings.ts";
import { SEED_COMPETENCIES } from "./locales/competencies.ts";
import { missingParts } from "./missing-parts.ts";
import type { ReviewCycle, ReviewedMember } from "./records.ts";
import type { ReviewRows } from "./review-lock.ts";
import { makeSnapshot } from "./review-snapshot.ts";

/** Starts the cycle of a period with those who are to be reviewed. Refused: started already, nobody chosen.
 * @example openCycle(reviewRows(), { periodId: "2026-Q3", on: "2026-10-01", memberIds: ["m1"], asksSelf: true, peerCount: 0 }).value[0].records[0].state // => "open"
 */
export function openCycle(
  rows: ReviewRows,
  of: { readonly periodId: PeriodId; readonly on: Day } & Pick<
    ReviewCycle,
    "memberIds" | "asksSelf" | "peerCount"
  > & { readonly competencies?: readonly Competency[] },
): Result<readonly Change[]> {
  if (rows.reviewCycles.has(of.periodId)) return refuse("started");
  if (of.memberIds.length === 0) return refuse("nobody");
  const cycle: ReviewCycle = {
    id: of.periodId,
    state: "open",
    openedOn: of.on,
    memberIds: of.memberIds,
    asksSelf: of.asksSelf,
    peerCount: of.peerCount,
    competencies: [...(of.competencies ?? SEED_COMPETENCIES)],
    lockCount: 0,
    reopenings: [],
  };
  return ok([putRecords("reviewCycles", [cycle])]);
}

/** Takes the cycle on to calibration, or back to the filling of parts. Refused for a cycle that is not started or is locked.
 * @example moveCycle(reviewRows({ cycles: [aCycle()] }), { cycleId: "2026-Q3", to: "calibration" }).value[0].fields // => { state: "calibration" }
 */
export function moveCycle(
  rows: ReviewRows,
  of: { readonly cycleId: string; readonly to: "open" | "calibration" },
): Result<readonly Change[]> {
  const cycle = rows.reviewCycles.get(of.cycleId);
  if (!cycle || cycle.state === "locked") return refuse("locked");
  if (cycle.state === of.to) return ok([]);
  return ok([setFields<ReviewCycle>("reviewCycles", cycle.id, { state: of.to })]);
}

/** Changes who is reviewed in a running cycle and whose words are asked for; what is absent stays. With a member goes what was
 * written of them; what colleagues have written stays when fewer are asked. Refused: a cycle that is not started or is locked,
 * nobody left.
 * @example editCycle(reviewRows({ cycles: [aCycle()] }), { cycleId: "2026-Q3", memberIds: ["m1", "m2"], peerCount: 1 }).value[0].fields // => { memberIds: ["m1", "m2"], peerCount: 1 }
 * @example editCycle(reviewRows({ cycles: [aCycle()] }), { cycleId: "2026-Q3", memberIds: [] }).error[0].message.key // => "review.problem.nobody"
 */
export function editCycle(
  rows: ReviewRows,
  of: { readonly cycleId: string } & Partial<Pick<ReviewCycle, "memberIds" | "asksSelf" | "peerCount">>,
): Result<readonly Change[]> {
  const { cycleId, ...fields } = of;
  const cycle = rows.reviewCycles.get(cycleId);
  if (!cycle || cycle.state === "locked") return refuse("locked");
  const { memberIds = cycle.memberIds } = fields;
  if (isSame({ ...cycle, ...fields }, cycle)) return ok([]);
  if (memberIds.length === 0) return refuse("nobody");
  const gone = cycle.memberIds
    .filter((id) => !memberIds.includes(id))
    .flatMap((id) => rows.reviews.get(`${cycle.id}|${id}`)?.id ?? []);
  return ok([
    setFields<ReviewCycle>("reviewCycles", cycle.id, fields),
    ...(gone.length > 0 ? [removeRecords("reviews", gone)] : []),
  ]);
}

/** Locks a cycle in calibration: what it says now is kept in a snapshot with its hash. Refused: another state, and anything
 * that is still missing.
 * @example lockCycle(reviewRows({ cycles: [aCycle()] }), { cycleId: "2026-Q3", on: "2026-10-05", members: [], levels: [] }).error[0].message.key // => "review.problem.not-calibrating"
 */
export function lockCycle(
  rows: ReviewRows,
  of: {
    readonly cycleId: string;
    readonly on: Day;
    readonly members: readonly ReviewedMember[];
    readonly levels: readonly Level[];
  },
): Result<readonly Change[]> {
  const cycle = rows.reviewCycles.get(of.cycleId);
  if (cycle?.state !== "calibration") return refuse("not-calibrating");
  if (cycle.memberIds.some((id) => missingParts(rows, cycle, id).length > 0)) return refuse("missing");
  const snapshot = makeSnapshot({
    cycleId: cycle.id,
    number: cycle.lockCount + 1,
    on: of.on,
    competencies: cycle.competencies,
    levels: [...of.levels],
    members: [...of.members],
  });
  return ok([
    putRecords("reviewSnapshots", [snapshot]),
    setFields<ReviewCycle>("reviewCycles", cycle.id, { state: "locked", lockCount: snapshot.number }),
  ]);
}

/** Opens a locked cycle again for a reason, in calibration; the snapshot stays as it is.
 * @example reopenCycle(reviewRows({ cycles: [aCycle({ state: "locked", lockCount: 1 })] }), { cycleId: "2026-Q3", on: "2026-10-08", reason: "a" }).value[0].fields.reopenings.length // => 1
 * @example reopenCycle(reviewRows({ cycles: [aCycle({ state: "locked", lockCount: 1 })] }), { cycleId: "2026-Q3", on: "2026-10-08", reason: " " }).error[0].field // => "reason"
 */
export function reopenCycle(
  rows: ReviewRows,
  of: { readonly cycleId: string; readonly on: Day; readonly reason: string },
): Result<readonly Change[]> {
  const cycle = rows.reviewCycles.get(of.cycleId);
  if (cycle?.state !== "locked") return refuse("not-locked");
  const reason = of.reason.trim();
  if (reason === "" || reason.length > 200) {
    return fail([{ field: "reason", message: message("review.problem.reason") }]);
  }
  const reopenings = [...cycle.reopenings, { number: cycle.lockCount, on: of.on, reason }];
  return ok([setFields<ReviewCycle>("reviewCycles", cycle.id, { state: "calibration", reopenings })]);
}

function refuse(name: string): Result<readonly Change[]> {
  return fail([{ message: message(`review.problem.${name}`) }]);
}
