import { putRecords, removeRecords } from "../base/change.ts";
import type { Change } from "../base/change.ts";
import { addDays, weekdayOf } from "../base/day.ts";
import type { Day } from "../base/day.ts";
import type { DealId, MemberId } from "../base/id.ts";
import { message } from "../base/message.ts";
import { money } from "../base/money.ts";
import { fail, ok } from "../base/result.ts";
import type { Problem, Result } from "../base/result.ts";
import type { WeeklyCommit } from "./records.ts";
import { parseTargetText } from "./target-text.ts";
import type { NumberShape } from "./target-text.ts";

/** The Monday of the week in which a day lies.
 * @example weekOf("2026-03-18") // => "2026-03-16"
 */
export function weekOf(of: Day): Day {
  return addDays(of, 1 - weekdayOf(of));
}

/** A week as a half-open range.
 * @example weekSpan("2026-03-18") // => { start: "2026-03-16", end: "2026-03-23" }
 */
export function weekSpan(of: Day): { readonly start: Day; readonly end: Day } {
  const start = weekOf(of);
  return { start, end: addDays(start, 7) };
}

/** The id of a member's commit of a week.
 * @example commitId("m1", "2026-03-18") // => "m1|2026-03-16"
 */
export function commitId(memberId: MemberId, of: Day): string {
  return `${memberId}|${weekOf(of)}`;
}

/** What was typed as a member's commit of a week. An empty text takes it away. */
export interface CommitEdit {
  readonly memberId: MemberId;
  readonly week: Day;
  readonly text: string;
}

/** Writes weekly commits as typed or pasted: all of a gesture or none. Refused, cell by cell: what is no amount, and a week
 * that is over, for a promise is given before. A problem's field is the commit's id.
 * @example setCommits({ weeklyCommits: new Map() }, [{ memberId: "m1", week: "2026-03-16", text: "5" }], { shape: { unit: "money", kind: "flow", digits: 2, shownPower: 0 }, today: "2026-03-30" }).ok // => false
 */
export function setCommits(
  rows: { readonly weeklyCommits: ReadonlyMap<string, WeeklyCommit> },
  edits: readonly CommitEdit[],
  from: { readonly shape: NumberShape; readonly today: Day },
): Result<readonly Change[]> {
  const problems: Problem[] = [];
  const records: WeeklyCommit[] = [];
  const removed: string[] = [];
  for (const { memberId, week, text } of edits) {
    const id = commitId(memberId, week);
    const known = rows.weeklyCommits.get(id);
    const parsed = parseTargetText(text, from.shape);
    if (!parsed.ok) problems.push({ field: id, message: parsed.error });
    else if (weekSpan(week).end <= from.today && parsed.value !== (known?.amount ?? null)) {
      problems.push({ field: id, message: message("target.commit.problem.past") });
    } else if (parsed.value === null) {
      if (known) removed.push(id);
    } else if (known?.amount !== parsed.value) {
      const base = known ?? { id, memberId, week: weekOf(week), dealIds: [], note: "" };
      records.push({ ...base, amount: money(parsed.value) });
    }
  }
  if (problems.length > 0) return fail(problems);
  return ok([
    ...(removed.length > 0 ? [removeRecords("weeklyCommits", removed)] : []),
    ...(records.length > 0 ? [putRecords("weeklyCommits", records)] : []),
  ]);
}

/** Names the deals that a commit counts on, in place of those named before.
 * @example nameDeals({ weeklyCommits: new Map() }, { id: "m1|2026-03-16", dealIds: [] }).ok // => false
 */
export function nameDeals(
  rows: { readonly weeklyCommits: ReadonlyMap<string, WeeklyCommit> },
  of: { readonly id: string; readonly dealIds: readonly DealId[] },
): Result<readonly Change[]> {
  const known = rows.weeklyCommits.get(of.id);
  if (!known) return fail([{ message: message("target.commit.problem.none") }]);
  return ok([putRecords("weeklyCommits", [{ ...known, dealIds: [...new Set(of.dealIds)] }])]);
}
