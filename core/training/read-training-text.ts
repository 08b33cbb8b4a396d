import { message } from "../base/message.ts";
import type { Message } from "../base/message.ts";
import type { Money } from "../base/money.ts";
import { money } from "../base/money.ts";
import { fail, ok } from "../base/result.ts";
import type { Result } from "../base/result.ts";
import { readTypedNumber, typedNumberValue } from "../base/typed-number.ts";
import { parseKpiText } from "../kpi/parse-kpi-text.ts";
import { nameKey } from "../team/name-key.ts";
import { readTypedEffort } from "../team/tasks/read-task-text.ts";
import { ATTENDANCE_BY_WORD, HALF, KIND_BY_WORD } from "./locales/attendance-words.ts";
import { SCORE_END, TIME_OF_DAY } from "./locales/session-words.ts";
import type { Enrolment } from "./records.ts";

/** The longest that a course may take. */
const MOST_HOURS = 1000;

/** Reads attendance as people type and paste it: 出席, √, 1, yes; 缺席, ×, 0; 请假. `undefined` for an empty cell.
 * @example readAttendance("√") // => { ok: true, value: "attended" }
 * @example readAttendance("也许").ok // => false
 */
export function readAttendance(text: string): Result<Enrolment["attendance"], Message> {
  const key = nameKey(text);
  if (key === "") return ok(undefined);
  const attendance = ATTENDANCE_BY_WORD[key];
  return attendance ? ok(attendance) : fail(message("training.problem.attendance", { text: text.trim() }));
}

/** Reads whether a member must come; an empty cell is open to all.
 * @example readKind("必修") // => { ok: true, value: "mandatory" }
 */
export function readKind(text: string): Result<Enrolment["kind"], Message> {
  const key = nameKey(text);
  const kind = key === "" ? "open" : KIND_BY_WORD[key];
  return kind ? ok(kind) : fail(message("training.problem.kind", { text: text.trim() }));
}

/** Reads a score from 0 to 100, with a % or 分 behind it or not. `undefined` for an empty cell.
 * @example readScore("８５.5分") // => { ok: true, value: 85.5 }
 * @example readScore("101").ok // => false
 */
export function readScore(text: string): Result<number | undefined, Message> {
  const plain = text.normalize("NFKC").trim().replace(SCORE_END, "");
  if (plain === "") return ok(undefined);
  const score = /^\d{1,3}(\.\d{1,2})?$/.test(plain) ? Number(plain) : Number.NaN;
  return score >= 0 && score <= 100
    ? ok(score)
    : fail(message("training.problem.score", { text: text.trim() }));
}

/** Reads how useful it was, 1 to 5. `undefined` for an empty cell.
 * @example readUsefulness("4") // => { ok: true, value: 4 }
 */
export function readUsefulness(text: string): Result<number | undefined, Message> {
  const plain = text.normalize("NFKC").trim();
  if (plain === "") return ok(undefined);
  return /^[1-5]$/.test(plain)
    ? ok(Number(plain))
    : fail(message("training.problem.rating", { text: plain }));
}

/** Reads hours as people type them: 6, 1.5h, 2 天; a day is 8 hours. Empty is none.
 * @example readHours("2 天") // => { ok: true, value: 16 }
 */
export function readHours(text: string): Result<number | undefined, Message> {
  if (text.trim() === "") return ok(undefined);
  const hours = readTypedEffort(text);
  return hours !== null && hours <= MOST_HOURS
    ? ok(hours)
    : fail(message("training.problem.hours", { text: text.trim() }));
}

/** Reads an amount of money that is spent: not negative, exact to the smallest unit. Empty is none.
 * @example readCost("1.2万", "CNY") // => { ok: true, value: 1200000 }
 * @example readCost("-5", "CNY").ok // => false
 */
export function readCost(text: string, currency: string): Result<Money | undefined, Message> {
  const read = parseKpiText(text, { unit: "money", currency });
  if (read.ok && read.value === null) return ok(undefined);
  return read.ok && read.value !== null && read.value.value >= 0
    ? ok(money(read.value.value))
    : fail(message("training.problem.cost", { text: text.trim() }));
}

/** Reads a whole number from `least` to `most`. Empty is none.
 * @example readWhole("12", { least: 1, most: 600 }) // => { ok: true, value: 12 }
 */
export function readWhole(
  text: string,
  { least, most }: { readonly least: number; readonly most: number },
): Result<number | undefined, Message> {
  const read = readTypedNumber(text);
  if (read.ok && read.value === null) return ok(undefined);
  const value = read.ok && read.value ? typedNumberValue(read.value) : Number.NaN;
  return Number.isInteger(value) && value >= least && value <= most
    ? ok(value)
    : fail(message("training.problem.whole", { text: text.trim(), least, most }));
}

/** Reads a time of day: 9:30, 09：30, 930, 9点半, 14点. `undefined` for an empty cell.
 * @example readTime("9：30") // => { ok: true, value: "09:30" }
 * @example readTime("9点半") // => { ok: true, value: "09:30" }
 * @example readTime("25:00").ok // => false
 */
export function readTime(text: string): Result<string | undefined, Message> {
  const plain = text.normalize("NFKC").trim();
  if (plain === "") return ok(undefined);
  const match = TIME_OF_DAY.exec(plain);
  const hour = Number(match?.[1] ?? Number.NaN);
  const minute = match?.[2] === HALF ? 30 : Number(match?.[2] ?? match?.[3] ?? 0);
  if (!match || hour > 23 || minute > 59) return fail(message("training.problem.time", { text: plain }));
  return ok(`${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`);
}
