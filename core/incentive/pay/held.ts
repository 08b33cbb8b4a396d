import { divideRounded, money } from "../../base/money.ts";
import type { Money } from "../../base/money.ts";
import type { PayFact } from "../records.ts";

/** What of an earned amount is payable when each fact's part is payable as far as the fact is paid. The parts go by `weightOf`,
 * in the order of the facts' names, and total the amount exactly; a fact that is paid in full gives its whole part. Without
 * weights nothing waits.
 * @example payableOf(1000, [{ ref: "deals/a", amount: 300, paid: 300 }, { ref: "deals/b", amount: 700, paid: 350 }], (fact) => BigInt(fact.amount)) // => 650
 */
export function payableOf(
  earned: Money,
  facts: readonly PayFact[],
  weightOf: (fact: PayFact) => bigint,
): Money {
  const ordered = facts.toSorted((a, b) => (a.ref < b.ref ? -1 : 1));
  const whole = ordered.reduce((sum, fact) => sum + weightOf(fact), 0n);
  if (whole === 0n) return earned;
  let [passed, given, payable] = [0n, 0n, 0n];
  for (const fact of ordered) {
    passed += weightOf(fact);
    // What all so far have together, less what those before have: no fen is lost on the way.
    const upTo = divideRounded(BigInt(earned) * passed, whole);
    payable += paidPart(upTo - given, fact);
    given = upTo;
  }
  return money(Number(payable));
}

function paidPart(part: bigint, { amount, paid }: PayFact): bigint {
  if (amount === 0 || amount === paid) return part;
  const [whole, most] = [BigInt(Math.abs(amount)), Math.max(0, paid * Math.sign(amount))];
  return divideRounded(part * BigInt(Math.min(most, Math.abs(amount))), whole);
}
