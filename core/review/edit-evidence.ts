import { putRecords } from "../base/change.ts";
import type { Change } from "../base/change.ts";
import type { Day } from "../base/day.ts";
import { message } from "../base/message.ts";
import { fail, ok } from "../base/result.ts";
import type { Result } from "../base/result.ts";
import type { Evidence } from "./records.ts";

/** The notes on a member in a stretch of days, earliest first.
 * @example evidenceOf(new Map(), { memberId: "m1", start: "2026-07-01", end: "2026-10-01" }) // => []
 */
export function evidenceOf(
  table: ReadonlyMap<string, Evidence>,
  of: { readonly memberId: string; readonly start: Day; readonly end: Day },
): readonly Evidence[] {
  return [...table.values()]
    .filter((note) => note.memberId === of.memberId && note.on >= of.start && note.on < of.end)
    .toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
}

/** Writes a note into the diary, or writes it anew. Refused: no words, a day that has not come.
 * @example writeEvidence({ id: "e1", memberId: "m1", on: "2026-09-01", tone: "plus", text: " a " }, "2026-09-02").value[0].records[0].text // => "a"
 * @example writeEvidence({ id: "e1", memberId: "m1", on: "2026-09-03", tone: "plus", text: "a" }, "2026-09-02").error[0].field // => "on"
 */
export function writeEvidence(note: Evidence, today: Day): Result<readonly Change[]> {
  const text = note.text.trim();
  if (text === "" || text.length > 20_000) {
    return fail([{ field: "text", message: message("review.evidence.problem.text") }]);
  }
  if (note.on > today) return fail([{ field: "on", message: message("review.evidence.problem.day") }]);
  return ok([putRecords("evidence", [{ ...note, text }])]);
}
