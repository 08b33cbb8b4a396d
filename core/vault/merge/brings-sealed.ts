import type { Change } from "../../base/change.ts";
import { undoStop } from "../undo-stop.ts";
import type { JoinedRecord } from "./join-workspaces.ts";
import type { MergePlan } from "./plan-merge.ts";

/** Whether a merge writes what undo never goes over: locks of targets, approved pay, locked reviews.
 * @example bringsSealed({ records: [] }) // => false
 */
export function bringsSealed({ records }: Pick<MergePlan, "records">): boolean {
  return undoStop(records.flatMap(leadingBack)) !== null;
}

function leadingBack({ table, id, mine, joined }: JoinedRecord): readonly Change[] {
  if (mine) return [{ op: "put", table, records: [mine.record] }];
  return joined ? [{ op: "remove", table, ids: [id] }] : [];
}
