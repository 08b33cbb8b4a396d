import type { Action } from "../records.ts";

/** What people write into the column of states, in either language; names are compared by `nameKey`. */
export const ACTION_STATE_BY_WORD: Readonly<Record<string, Action["state"]>> = {
  未完成: "open",
  进行中: "open",
  open: "open",
  完成: "done",
  已完成: "done",
  done: "done",
  放弃: "dropped",
  已放弃: "dropped",
  取消: "dropped",
  dropped: "dropped",
};
