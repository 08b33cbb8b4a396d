import { message } from "../../base/message.ts";
import type { Message } from "../../base/message.ts";
import { currencyDigits, money } from "../../base/money.ts";
import type { Money } from "../../base/money.ts";
import { fail, ok } from "../../base/result.ts";
import type { Result } from "../../base/result.ts";
import { readTypedNumber, typedNumberSteps } from "../../base/typed-number.ts";

/** Reads what a reward costs as people type it: 3000, ¥3,000.50, 1.2万. `null` for an empty text. Refused: what is no number,
 * less than nothing, more digits than the currency has.
 * @example readRewardMoney("1.2万", "CNY") // => { ok: true, value: 1200000 }
 * @example readRewardMoney(" ", "CNY") // => { ok: true, value: null }
 * @example readRewardMoney("-5", "CNY").error // => { key: "incentive.problem.money", params: { text: "-5" } }
 */
export function readRewardMoney(text: string, currency: string): Result<Money | null, Message> {
  const read = readTypedNumber(text);
  if (read.ok && read.value === null) return ok(null);
  const steps =
    read.ok && !read.value!.percent ? typedNumberSteps(read.value!, currencyDigits(currency)) : null;
  if (steps === null || steps < 0n || steps > BigInt(Number.MAX_SAFE_INTEGER)) {
    return fail(message("incentive.problem.money", { text: text.trim() }));
  }
  return ok(money(Number(steps)));
}
