import { putRecords, removeRecords } from "../../base/change.ts";
import type { Change } from "../../base/change.ts";
import { message } from "../../base/message.ts";
import { parsePeriod } from "../../base/period.ts";
import { fail, ok } from "../../base/result.ts";
import type { Problem, Result } from "../../base/result.ts";
import { isSame } from "../../base/same.ts";
import type { Member } from "../../team/records.ts";
import type { Recognition } from "../records.ts";

/** The tables of recognition. A workspace's `rows` are these and more. */
export interface RecognitionRows {
  readonly recognitions: ReadonlyMap<string, Recognition>;
  readonly members: ReadonlyMap<string, Member>;
}

/** Writes a recognition, new or changed; title and reason are trimmed, and only a star has a month. Refused, field by field:
 * nobody or somebody who is not there, no title or one over 200 characters, a star without a month, and the star of a month
 * given twice to the same member. Two members may share a month: a tie stays a tie.
 * @example saveRecognition(rewardWorld({ values: { a: 1 } }).rows, aRecognition("r1", { title: " 谢谢 " })).value[0].records[0].title // => "谢谢"
 * @example saveRecognition(rewardWorld({}).rows, aRecognition("r1", { title: "" })).error.map((one) => one.field) // => ["memberId", "title"]
 */
export function saveRecognition(rows: RecognitionRows, draft: Recognition): Result<readonly Change[]> {
  const { periodId, ...rest } = draft;
  const next: Recognition = {
    ...rest,
    title: draft.title.trim(),
    reason: draft.reason.trim(),
    ...(draft.kind === "star" && periodId !== undefined ? { periodId } : {}),
  };
  const problems = problemsOf(rows, next);
  if (problems.length > 0) return fail(problems);
  const before = rows.recognitions.get(next.id);
  return ok(before && isSame(before, next) ? [] : [putRecords("recognitions", [next])]);
}

/** Takes a recognition away.
 * @example removeRecognition(rewardWorld({}).rows, "r1").error[0].message.key // => "incentive.problem.recognition-gone"
 */
export function removeRecognition(rows: RecognitionRows, id: string): Result<readonly Change[]> {
  if (rows.recognitions.has(id)) return ok([removeRecords("recognitions", [id])]);
  return fail([{ message: message("incentive.problem.recognition-gone") }]);
}

/** Recognitions, the latest first; of a kind or a member where asked.
 * @example listRecognitions(rewardWorld({ recognitions: [aRecognition("r1"), aRecognition("r2", { on: "2026-11-02" })] }).rows, {}).map((one) => one.id) // => ["r2", "r1"]
 */
export function listRecognitions(
  rows: Pick<RecognitionRows, "recognitions">,
  of: { readonly kind?: Recognition["kind"] | undefined; readonly memberId?: string | undefined },
): readonly Recognition[] {
  return [...rows.recognitions.values()]
    .filter(
      (one) =>
        (of.kind === undefined || one.kind === of.kind) &&
        (of.memberId === undefined || one.memberId === of.memberId),
    )
    .toSorted((a, b) => (a.on === b.on ? 0 : a.on < b.on ? 1 : -1));
}

function problemsOf(rows: RecognitionRows, next: Recognition): readonly Problem[] {
  const problems: Problem[] = [];
  if (!rows.members.has(next.memberId)) {
    problems.push({ field: "memberId", message: message("incentive.problem.member") });
  }
  if (next.title === "") problems.push({ field: "title", message: message("incentive.problem.title") });
  if (next.title.length > 200) {
    problems.push({ field: "title", message: message("incentive.problem.title-long") });
  }
  if (next.kind === "star") problems.push(...starProblems(rows, next));
  return problems;
}

function starProblems(rows: RecognitionRows, next: Recognition): readonly Problem[] {
  const month = parsePeriod(next.periodId ?? "", 1);
  if (month?.kind !== "month") return [{ field: "periodId", message: message("incentive.problem.month") }];
  const twice = [...rows.recognitions.values()].some(
    (one) =>
      one.id !== next.id &&
      one.kind === "star" &&
      one.periodId === next.periodId &&
      one.memberId === next.memberId,
  );
  const params = { name: rows.members.get(next.memberId)?.name ?? "", month: { period: month.id } };
  return twice ? [{ field: "memberId", message: message("incentive.problem.star-twice", params) }] : [];
}
