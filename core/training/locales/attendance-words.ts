import type { Enrolment } from "../records.ts";

/** How people write attendance, as `nameKey` prints it. */
export const ATTENDANCE_BY_WORD: Readonly<Record<string, NonNullable<Enrolment["attendance"]>>> = {
  出席: "attended",
  已出席: "attended",
  参加: "attended",
  已参加: "attended",
  到场: "attended",
  签到: "attended",
  已签到: "attended",
  到: "attended",
  是: "attended",
  "√": "attended",
  "✓": "attended",
  "✔": "attended",
  "1": "attended",
  y: "attended",
  yes: "attended",
  true: "attended",
  attended: "attended",
  present: "attended",
  缺席: "missed",
  未到: "missed",
  未参加: "missed",
  旷课: "missed",
  否: "missed",
  "×": "missed",
  x: "missed",
  "✗": "missed",
  "0": "missed",
  n: "missed",
  no: "missed",
  false: "missed",
  missed: "missed",
  absent: "missed",
  请假: "excused",
  已请假: "excused",
  假: "excused",
  excused: "excused",
  leave: "excused",
  "on leave": "excused",
};

/** How people write whether a member must come, as `nameKey` prints it. */
export const KIND_BY_WORD: Readonly<Record<string, Enrolment["kind"]>> = {
  必修: "mandatory",
  必须: "mandatory",
  mandatory: "mandatory",
  required: "mandatory",
  选修: "open",
  自愿: "open",
  自选: "open",
  open: "open",
  optional: "open",
};

/** Half past, behind the hour. */
export const HALF = "半";
