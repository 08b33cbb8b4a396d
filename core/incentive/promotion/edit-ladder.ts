import { putRecords, removeRecords } from "../../base/change.ts";
import type { Change } from "../../base/change.ts";
import { message } from "../../base/message.ts";
import { fail, ok } from "../../base/result.ts";
import type { Problem, Result } from "../../base/result.ts";
import { isSame } from "../../base/same.ts";
import { nameKey } from "../../team/name-key.ts";
import type { LadderStep } from "../records.ts";

type Steps = ReadonlyMap<string, LadderStep>;

/** Writes a step of a ladder, new or changed; titles are trimmed. Refused, field by field: a missing title, a step to the title
 * where it begins, and the same two titles twice in one group.
 * @example saveLadderStep(new Map(), aStep([], { toTitle: "销售" })).error.map((one) => one.field) // => ["toTitle"]
 * @example saveLadderStep(new Map(), aStep()).value[0].table // => "ladderSteps"
 */
export function saveLadderStep(steps: Steps, draft: LadderStep): Result<readonly Change[]> {
  const next: LadderStep = { ...draft, fromTitle: draft.fromTitle.trim(), toTitle: draft.toTitle.trim() };
  const problems = problemsOf(steps, next);
  if (problems.length > 0) return fail(problems);
  const before = steps.get(next.id);
  return ok(before && isSame(before, next) ? [] : [putRecords("ladderSteps", [next])]);
}

/** Takes a step away. Decisions about it stay: they keep its words.
 * @example removeLadderStep(new Map(), "up").ok // => false
 */
export function removeLadderStep(steps: Steps, id: string): Result<readonly Change[]> {
  if (!steps.has(id)) return fail([{ message: message("incentive.problem.step-gone") }]);
  return ok([removeRecords("ladderSteps", [id])]);
}

function problemsOf(steps: Steps, next: LadderStep): readonly Problem[] {
  const problems: Problem[] = [];
  for (const field of ["fromTitle", "toTitle"] as const) {
    if (next[field] === "") problems.push({ field, message: message("incentive.problem.step-title") });
  }
  const isNowhere = next.toTitle !== "" && nameKey(next.fromTitle) === nameKey(next.toTitle);
  if (isNowhere) problems.push({ field: "toTitle", message: message("incentive.problem.step-same") });
  const twice = [...steps.values()].some(
    (one) =>
      one.id !== next.id &&
      one.groupId === next.groupId &&
      nameKey(one.fromTitle) === nameKey(next.fromTitle) &&
      nameKey(one.toTitle) === nameKey(next.toTitle),
  );
  if (twice) problems.push({ field: "toTitle", message: message("incentive.problem.step-twice") });
  return problems;
}
