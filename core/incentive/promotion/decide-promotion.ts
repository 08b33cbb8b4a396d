import { putRecords } from "../../base/change.ts";
import type { Change } from "../../base/change.ts";
import { message } from "../../base/message.ts";
import { fail, ok } from "../../base/result.ts";
import type { Problem, Result } from "../../base/result.ts";
import { groupIdOn } from "../../team/memberships.ts";
import { moveMember } from "../../team/move-member.ts";
import type { TeamRows } from "../../team/team-rows.ts";
import type { Promotion } from "../records.ts";
import type { LadderRows } from "./promotion-source.ts";

/** Records what was decided about a step up, with the findings in the words of the day. "Promoted" makes the dated membership
 * in the same commit: title and grade of the step, the group as it is on that day. Refused: a member or step that is not
 * there; no reason where the decision is against promotion or goes against a criterion that is not met; a promoted member
 * without a group; a step that changes nothing from that day on.
 * @example decidePromotion(rewardWorld({ values: { a: 1 }, steps: [aStep()] }).rows, aDecision()).value.map((change) => change.table) // => ["promotions", "memberships"]
 * @example decidePromotion(rewardWorld({ values: { a: 1 }, steps: [aStep()] }).rows, aDecision({ outcome: "deferred" })).error[0].field // => "reason"
 */
export function decidePromotion(rows: TeamRows & LadderRows, draft: Promotion): Result<readonly Change[]> {
  const step = rows.ladderSteps.get(draft.stepId);
  const decision: Promotion = { ...draft, reason: draft.reason.trim() };
  const problems: Problem[] = [];
  if (!rows.members.has(draft.memberId)) {
    problems.push({ field: "memberId", message: message("incentive.problem.member") });
  }
  if (!step) problems.push({ message: message("incentive.problem.step-gone") });
  const isPlain = decision.outcome === "promoted" && decision.findings.every((one) => one.isMet === true);
  if (decision.reason === "" && !isPlain) {
    problems.push({ field: "reason", message: message("incentive.problem.reason") });
  }
  if (!step || problems.length > 0) return fail(problems);
  const record = putRecords("promotions", [decision]);
  if (decision.outcome !== "promoted") return ok([record]);
  const groupId = groupIdOn(rows, decision.memberId, decision.on);
  if (groupId === undefined) return fail([{ field: "on", message: message("incentive.problem.no-group") }]);
  const move = moveMember(rows, {
    memberId: decision.memberId,
    groupId,
    title: step.toTitle,
    grade: step.toGrade,
    from: decision.on,
  });
  if (!move.ok) return move;
  if (move.value.length === 0) {
    const params = { title: step.toTitle };
    return fail([{ field: "on", message: message("incentive.problem.has-title", params) }]);
  }
  return ok([record, ...move.value]);
}
