import { setFields } from "../base/change.ts";
import type { Change } from "../base/change.ts";
import { message } from "../base/message.ts";
import type { Message } from "../base/message.ts";
import { currencyDigits } from "../base/money.ts";
import { fail, ok } from "../base/result.ts";
import type { Problem, Result } from "../base/result.ts";
import { isSame } from "../base/same.ts";
import { readTypedNumber, typedNumberSteps } from "../base/typed-number.ts";
import { readTypedDay } from "../team/read-typed.ts";
import { currenciesOf } from "./import/parse-number-cell.ts";
import { TYPED_FIELDS } from "./typed-fields.ts";
import type { TypedField, TypedRecord, TypedTable, TypedTexts } from "./typed-fields.ts";

/** Reads typed texts into values, `undefined` for a cleared field, and says everything that is wrong. Customers, deals,
 * orders and members are left as text: see `linkFields`. Throws on a field that the table does not have.
 * @example readTexts("orders", { amount: "1.2万" }, "CNY") // => { ok: true, value: { amount: 1200000 } }
 * @example readTexts("orders", { amount: "" }, "CNY").ok // => false
 */
export function readTexts(
  table: TypedTable,
  texts: TypedTexts,
  currency: string,
): Result<Readonly<Record<string, unknown>>> {
  const values: Record<string, unknown> = {};
  const problems: Problem[] = [];
  for (const [key, text] of Object.entries(texts)) {
    const field = TYPED_FIELDS[table].find((one) => one.key === key);
    if (!field) throw new RangeError(`${table} have no field to type called ${key}`);
    const read = readText(field, text, currency);
    if (read.ok) values[key] = read.value;
    else problems.push({ field: key, message: read.error });
  }
  return problems.length > 0 ? fail(problems) : ok(values);
}

/** What a new record lacks: a problem for every field that is required and was not typed.
 * @example missingTexts("orders", { on: "2026-03-01" }).map((problem) => problem.field) // => ["amount"]
 */
export function missingTexts(table: TypedTable, texts: TypedTexts): readonly Problem[] {
  return TYPED_FIELDS[table]
    .filter(({ key, isRequired }) => isRequired && texts[key] === undefined)
    .map((field) => ({ field: field.key, message: neededMessage(field) }));
}

/** The change that writes fields of a record. Each field that differs, and with them the pinned ones that belong together
 * with them, is marked "typed", so that no import overwrites it; a record that was typed as a whole needs no marks. Nothing
 * differs: no change.
 * @example writeFields("customers", { id: "c1", name: "A", source: "typed" }, { name: "A" }) // => []
 * @example writeFields("customers", { id: "c1", name: "A", source: "zoho" }, { name: "B" })[0].fields.by // => { name: "typed" }
 */
export function writeFields(
  table: TypedTable,
  before: TypedRecord,
  fields: Readonly<Record<string, unknown>>,
): readonly Change[] {
  const known = before as unknown as Readonly<Record<string, unknown>>;
  const changed = Object.keys(fields).filter((field) => !isSame(known[field], fields[field]));
  if (changed.length === 0) return [];
  const pinned = changed.flatMap((field) => PINNED_WITH[field] ?? []);
  const typed = [...new Set([...changed, ...pinned])];
  const isTyped = before.source === "typed" && before.by === undefined;
  const by = { ...before.by, ...Object.fromEntries(typed.map((field) => [field, "typed"])) };
  const written = Object.fromEntries(changed.map((field) => [field, fields[field]]));
  return [setFields<TypedRecord>(table, before.id, { ...written, ...(isTyped ? {} : { by }) })];
}

/** Field → what an import must leave too, for the record would else contradict itself. */
const PINNED_WITH: Readonly<Record<string, readonly string[]>> = {
  stage: ["category", "probability", "closedOn"],
  customerId: ["customerName"],
  customerName: ["customerId"],
  hasRecurred: ["checkedOn"],
};

function readText(field: TypedField, text: string, currency: string): Result<unknown, Message> {
  const plain = field.kind === "text" ? text.trim() : text.trim().replace(/\s*\n\s*/g, " ");
  if (plain === "") return field.isRequired ? fail(neededMessage(field)) : ok(undefined);
  const name = labelOf(field);
  const most = field.kind === "text" ? 20_000 : 200;
  if (plain.length > most) return fail(message("customer.problem.long", { field: name, count: most }));
  if (field.kind === "day") {
    const day = readTypedDay(plain);
    return day === null ? fail(message("customer.problem.day", { field: name })) : ok(day);
  }
  if (field.kind === "money") return readMoney(field, plain, currency);
  if (field.kind === "percent") {
    const share = readPercent(plain);
    return share === null ? fail(message("customer.problem.percent", { field: name })) : ok(share);
  }
  if (field.kind === "score") return readScore(name, plain);
  if (field.kind === "yes-no" || field.kind === "choice") return readChoice(field, plain);
  return ok(plain);
}

/** Scores are whole; which ones there are depends on the question, see `recordProblems`. */
function readScore(name: Message, plain: string): Result<unknown, Message> {
  const digits = plain.normalize("NFKC");
  return /^\d{1,2}$/.test(digits)
    ? ok(Number(digits))
    : fail(message("customer.problem.score-whole", { field: name }));
}

function readChoice(field: TypedField, plain: string): Result<unknown, Message> {
  const choices = field.kind === "yes-no" ? ["yes", "no"] : (field.choices ?? []);
  if (!choices.includes(plain)) {
    return fail(message("customer.problem.choice", { field: labelOf(field) }));
  }
  return ok(field.kind === "yes-no" ? plain === "yes" : plain);
}

/** A percentage from 0 to 100, with or without its sign, in parts per million; `null` for anything else.
 * @example readPercent("12.5 %") // => 125000
 * @example readPercent("101") // => null
 */
export function readPercent(text: string): number | null {
  const read = readTypedNumber(text);
  if (!read.ok || read.value === null || read.value.power !== null) return null;
  const parts = typedNumberSteps({ ...read.value, power: 0 }, 4);
  return parts === null || parts < 0n || parts > 1_000_000n ? null : Number(parts);
}

/** Amounts are exact: nothing finer than the currency has, no percentages, no other currency, and negative ones only where
 * an order is taken back. */
function readMoney(field: TypedField, text: string, currency: string): Result<unknown, Message> {
  const name = labelOf(field);
  const sign = /[$€£¥￥]|\b[a-z]{3}\b/i.exec(text)?.[0];
  if (sign !== undefined && !currenciesOf(sign).includes(currency)) {
    return fail(message("customer.problem.currency", { field: name, sign, currency }));
  }
  const read = readTypedNumber(text.replace(/\b[a-z]{3}\b/i, ""));
  if (!read.ok || read.value === null || read.value.percent) {
    return fail(message("customer.problem.number", { field: name }));
  }
  const steps = typedNumberSteps(read.value, currencyDigits(currency));
  if (steps === null) {
    return fail(message("customer.problem.too-fine", { field: name, count: currencyDigits(currency) }));
  }
  if (steps < 0n && field.key !== "amount")
    return fail(message("customer.problem.negative", { field: name }));
  const value = Number(steps);
  return Number.isSafeInteger(value)
    ? ok(value)
    : fail(message("customer.problem.number-size", { field: name }));
}

function neededMessage(field: TypedField): Message {
  return message("customer.problem.needed", { field: labelOf(field) });
}

function labelOf(field: TypedField): Message {
  return message(`customer.field.${field.label}`);
}
