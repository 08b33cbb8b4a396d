import type { Subject } from "../base/id.ts";
import type { Day } from "../base/day.ts";
import type { KpiContext } from "./context.ts";
import { customerKeyOf } from "./customer-key.ts";
import { entriesByMonth } from "./entries.ts";
import type { Entry } from "./entries.ts";
import { ORDERS, WON_DEALS } from "./fact-source.ts";
import type { FactSource } from "./fact-source.ts";
import type { Purchase } from "./first-purchases.ts";
import { memoBy } from "./memo-by.ts";
import { monthFacts } from "./month-facts.ts";

/* Customers as numbers, so that the sets of a large book are counted without comparing names. */

/** Different numbers, each a customer. */
type Numbers = Int32Array;

const NO_NUMBERS: readonly Numbers[] = [new Int32Array()];

/** The customers to whom a subject sold in a span of whole months (won deals and orders), each as a number that means the same
 * customer for every subject and span.
 * @example customersSold(kpiWorld({ orders: [anOrder("o1", "2026-03-01", 500, { customerName: "A" })] }), { kind: "team" }, period("2026-03", 1)).length // => 1
 */
export function customersSold(
  context: KpiContext,
  subject: Subject,
  span: { readonly start: Day; readonly end: Day },
): Numbers {
  const [first, ...rest] = [
    ...soldByMonth(context, WON_DEALS, { subject, span }),
    ...soldByMonth(context, ORDERS, { subject, span }),
    ...NO_NUMBERS,
  ];
  return memoBy([first!, ...rest], "union", () => distinct([first!, ...rest]));
}

/** How many numbers stand in both.
 * @example countShared(new Int32Array([1, 2]), new Int32Array([2, 3])) // => 1
 */
export function countShared(a: Numbers, b: Numbers): number {
  return a.length + b.length - distinct([a, b]).length;
}

function soldByMonth<F extends Purchase>(
  context: KpiContext,
  source: FactSource<F>,
  of: { readonly subject: Subject; readonly span: { readonly start: Day; readonly end: Day } },
): readonly Numbers[] {
  return entriesByMonth(context, source, of).map(([month, entries]) => {
    const numbers = numbersOfMonth(context, source, month);
    return memoBy([entries, numbers], "numbers", () => numbersOf(entries, numbers));
  });
}

function numbersOf<F extends Purchase>(
  entries: readonly Entry<F>[],
  numberByFact: ReadonlyMap<F, number>,
): Numbers {
  const found = new Int32Array(entries.length);
  let count = 0;
  for (const { fact } of entries) {
    const number = numberByFact.get(fact);
    if (number === undefined) continue;
    found[count] = number;
    count += 1;
  }
  return distinct([found.subarray(0, count)]);
}

/** Each fact's customer; facts that name none have no number. */
function numbersOfMonth<F extends Purchase>(
  context: KpiContext,
  source: FactSource<F>,
  month: string,
): ReadonlyMap<F, number> {
  const facts = monthFacts(context, source, month);
  const { customers } = context.facts;
  return memoBy([facts, customers], `${source.key}:customer-numbers`, () => {
    const numberByKey = memoBy([customers], "customer-numbers", () => new Map<string, number>());
    const numberByFact = new Map<F, number>();
    for (const fact of facts) {
      const key = customerKeyOf(context, fact);
      if (key === null) continue;
      let number = numberByKey.get(key);
      if (number === undefined) {
        number = numberByKey.size;
        numberByKey.set(key, number);
      }
      numberByFact.set(fact, number);
    }
    return numberByFact;
  });
}

function distinct(lists: readonly Numbers[]): Numbers {
  let highest = -1;
  let length = 0;
  for (const list of lists) {
    length += list.length;
    for (const number of list) if (number > highest) highest = number;
  }
  const isSeen = new Uint8Array(highest + 1);
  const found = new Int32Array(length);
  let count = 0;
  for (const list of lists) {
    for (const number of list) {
      if (isSeen[number] === 1) continue;
      isSeen[number] = 1;
      found[count] = number;
      count += 1;
    }
  }
  return found.slice(0, count);
}
