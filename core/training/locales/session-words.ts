import type { TrainingSession } from "../records.ts";

/** How people write the state of a session, as `nameKey` prints it. */
export const SESSION_STATUS_BY_WORD: Readonly<Record<string, TrainingSession["status"]>> = {
  计划: "planned",
  计划中: "planned",
  未开始: "planned",
  planned: "planned",
  已举办: "held",
  已完成: "held",
  完成: "held",
  held: "held",
  done: "held",
  取消: "cancelled",
  已取消: "cancelled",
  cancelled: "cancelled",
  canceled: "cancelled",
};

/** What people write behind a score. */
export const SCORE_END = /\s*(分|%)$/;

/** A time of day: 9:30, 930, 9点半, 14时. */
export const TIME_OF_DAY = /^(\d{1,2})(?:[:.时点h](\d{2}|半)?分?|(\d{2}))?$/;
