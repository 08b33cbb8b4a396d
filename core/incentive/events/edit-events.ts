import { putRecords, removeRecords } from "../../base/change.ts";
import type { Change } from "../../base/change.ts";
import { message } from "../../base/message.ts";
import { fail, ok } from "../../base/result.ts";
import type { Problem, Result } from "../../base/result.ts";
import { isSame } from "../../base/same.ts";
import type { Member } from "../../team/records.ts";
import type { RewardEvent } from "../records.ts";

/** The tables of events. A workspace's `rows` are these and more. */
export interface EventRows {
  readonly rewardEvents: ReadonlyMap<string, RewardEvent>;
  readonly members: ReadonlyMap<string, Member>;
}

/** Writes an event, new or changed; the name is trimmed, and only a journey keeps period, KPI, threshold and places. Refused,
 * field by field: no name or one over 200 characters; a journey that is won without a period, without a KPI, or by neither a
 * threshold nor places; somebody who came twice or is not there.
 * @example saveEvent(rewardWorld({}).rows, aJourney({ threshold: 5 })).value[0].table // => "rewardEvents"
 * @example saveEvent(rewardWorld({}).rows, aJourney({ name: " " })).error.map((one) => one.field) // => ["name", "threshold"]
 */
export function saveEvent(rows: EventRows, draft: RewardEvent): Result<readonly Change[]> {
  const { periodId, kpiId, threshold, places, ...rest } = draft;
  const won = {
    ...(periodId === undefined ? {} : { periodId }),
    ...(kpiId === undefined ? {} : { kpiId }),
    ...(threshold === undefined ? {} : { threshold }),
    ...(places === undefined ? {} : { places }),
  };
  const next: RewardEvent = {
    ...rest,
    name: draft.name.trim(),
    note: draft.note.trim(),
    ...(draft.kind === "travel" ? won : {}),
  };
  const problems = problemsOf(rows, next);
  if (problems.length > 0) return fail(problems);
  const before = rows.rewardEvents.get(next.id);
  return ok(before && isSame(before, next) ? [] : [putRecords("rewardEvents", [next])]);
}

/** Takes an event away.
 * @example removeEvent(rewardWorld({}).rows, "trip").ok // => false
 */
export function removeEvent(rows: EventRows, id: string): Result<readonly Change[]> {
  if (rows.rewardEvents.has(id)) return ok([removeRecords("rewardEvents", [id])]);
  return fail([{ message: message("incentive.problem.event-gone") }]);
}

/** Reads how many may go: a whole number from 1 to 1000, nothing for no such rule; `null` for anything else.
 * @example readPlaces("３") // => 3
 * @example readPlaces("") // => undefined
 * @example readPlaces("2.5") // => null
 */
export function readPlaces(text: string): number | undefined | null {
  const plain = text.normalize("NFKC").trim();
  if (plain === "") return undefined;
  const value = Number(plain);
  return Number.isInteger(value) && value >= 1 && value <= 1000 ? value : null;
}

function problemsOf(rows: EventRows, next: RewardEvent): readonly Problem[] {
  const problems: Problem[] = [];
  if (next.name === "" || next.name.length > 200) {
    problems.push({ field: "name", message: message("incentive.problem.event-name") });
  }
  if (next.kind === "travel") {
    if (next.periodId === undefined) {
      problems.push({ field: "periodId", message: message("incentive.problem.event-period") });
    }
    if (next.kpiId === undefined) {
      problems.push({ field: "kpiId", message: message("incentive.problem.choose.kpi") });
    }
    if (next.threshold === undefined && next.places === undefined) {
      problems.push({ field: "threshold", message: message("incentive.problem.event-rule") });
    }
  }
  const people = next.attendance.map((one) => one.memberId);
  const areKnown = people.every((id) => rows.members.has(id)) && new Set(people).size === people.length;
  if (!areKnown) problems.push({ field: "attendance", message: message("incentive.problem.event-people") });
  return problems;
}
