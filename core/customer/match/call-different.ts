import { putRecords } from "../../base/change.ts";
import type { Change } from "../../base/change.ts";
import type { Day } from "../../base/day.ts";
import type { MatchVerdict } from "../records.ts";
import type { RecordPair } from "./match-records.ts";
import { verdictId } from "./verdict-id.ts";

/** Keeps that pairs are not the same, so that they are not offered again.
 * @example callDifferent([{ table: "deals", ids: ["b", "a"] }], "2026-03-02")[0].records[0].ids // => ["a", "b"]
 */
export function callDifferent(pairs: readonly RecordPair[], today: Day): readonly Change[] {
  const verdicts = pairs.map(({ table, ids }): MatchVerdict => {
    const [first, second] = ids.toSorted() as [string, string];
    return { id: verdictId(table, ids), table, ids: [first, second], verdict: "different", on: today };
  });
  return [putRecords("matchVerdicts", verdicts)];
}
