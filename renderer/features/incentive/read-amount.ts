import type { Message } from "../../../core/base/message.ts";
import { message } from "../../../core/base/message.ts";
import { currencyDigits } from "../../../core/base/money.ts";
import { fail, ok } from "../../../core/base/result.ts";
import type { Result } from "../../../core/base/result.ts";
import { readTypedNumber, typedNumberSteps } from "../../../core/base/typed-number.ts";

/** Reads an amount as people type it: ¥, 元, 万, thousands marks, a minus; in minor units, exactly. */
export function readAmount(text: string, currency: string): Result<number, Message> {
  return readSteps(text, currencyDigits(currency));
}

/** Reads a percentage with or without its sign, in ppm, exactly. */
export function readPercent(text: string): Result<number, Message> {
  return readSteps(text.replace(/[%％]\s*$/, ""), 4);
}

function readSteps(text: string, digits: number): Result<number, Message> {
  const read = readTypedNumber(text);
  const typed = read.ok ? read.value : null;
  const steps =
    typed === null || typed.percent ? null : typedNumberSteps({ ...typed, power: typed.power ?? 0 }, digits);
  const value = steps === null ? Number.NaN : Number(steps);
  return Number.isSafeInteger(value) ? ok(value) : fail(message("incentive.problem.number", { text }));
}
