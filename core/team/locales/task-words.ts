import type { Task } from "../records.ts";

/** What people write into the status column, in either language; names are compared by `nameKey`. */
export const STATUS_BY_WORD: Readonly<Record<string, Task["status"]>> = {
  未开始: "open",
  待办: "open",
  "not started": "open",
  open: "open",
  进行中: "doing",
  doing: "doing",
  "in progress": "doing",
  完成: "done",
  已完成: "done",
  done: "done",
  放弃: "dropped",
  已放弃: "dropped",
  取消: "dropped",
  dropped: "dropped",
};

/** What people write behind a number of hours or days of work. */
export const HOURS_BY_UNIT: Readonly<Record<string, number>> = {
  "": 1,
  h: 1,
  hour: 1,
  hours: 1,
  时: 1,
  小时: 1,
  d: 8,
  day: 8,
  days: 8,
  天: 8,
  日: 8,
  人天: 8,
};

/** A day without its year: 12-5, 3/1, 3月1日. */
export const MONTH_AND_DATE = /^(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/;
