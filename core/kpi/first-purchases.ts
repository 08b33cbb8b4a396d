import type { Day } from "../base/day.ts";
import { customerKeyOf } from "./customer-key.ts";
import type { CustomerMention } from "./customer-key.ts";
import type { KpiContext } from "./context.ts";
import type { CountedFact, FactSource } from "./fact-source.ts";
import { memoBy } from "./memo-by.ts";
import { bookMonths, monthFacts, monthsBetween } from "./month-facts.ts";

/** A fact that may be a customer's first. */
export type Purchase = CountedFact & CustomerMention & { readonly sourceId?: string | undefined };

/** The first facts of customers that fall into a span of whole months: of a customer the first of a source in the whole book,
 * by day, then by number.
 * @example firstsBetween(kpiWorld({ orders: [anOrder("o1", "2026-03-01", 500, { ownerName: "m1", customerName: "A" })] }), ORDERS, period("2026-03", 1)).map((order) => order.id) // => ["o1"]
 * @example firstsBetween(kpiWorld({ orders: [anOrder("o1", "2026-03-01", 500, { ownerName: "m1", customerName: "A" })] }), ORDERS, period("2026-04", 1)) // => []
 */
export function firstsBetween<F extends Purchase>(
  context: KpiContext,
  source: FactSource<F>,
  span: { readonly start: Day; readonly end: Day },
): readonly F[] {
  const wanted = new Set(monthsBetween(span.start, span.end));
  const earlier: ReadonlyMap<string, F>[] = [];
  const found: F[] = [];
  for (const month of bookMonths(context, source)) {
    if (`${month}-01` >= span.end) break;
    const firsts = firstsOfMonth(context, source, month);
    if (wanted.has(month)) {
      for (const [key, fact] of firsts) {
        // Most are known from a month not long ago.
        const isKnown = earlier.some((known) => known.has(key));
        if (!isKnown) found.push(fact);
      }
    }
    earlier.unshift(firsts);
  }
  return found;
}

/** Orders two numbers as people count: shorter whole numbers first, everything else as text.
 * @example compareNumbers("99", "100") // => -1
 * @example compareNumbers("A2", "A10") // => 1
 */
export function compareNumbers(a: string, b: string): number {
  const bothWhole = /^\d+$/.test(a) && /^\d+$/.test(b);
  if (bothWhole && a.length !== b.length) return a.length < b.length ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

function firstsOfMonth<F extends Purchase>(
  context: KpiContext,
  source: FactSource<F>,
  month: string,
): ReadonlyMap<string, F> {
  const facts = monthFacts(context, source, month);
  return memoBy([facts, context.facts.customers], `${source.key}:firsts:${month}`, () => {
    const firstByKey = new Map<string, F>();
    for (const fact of facts) {
      const key = customerKeyOf(context, fact);
      if (key === null) continue;
      const known = firstByKey.get(key);
      if (!known || comesBefore(fact, known, source)) firstByKey.set(key, fact);
    }
    return firstByKey;
  });
}

function comesBefore<F extends Purchase>(a: F, b: F, source: FactSource<F>): boolean {
  const dayA = source.day(a)!;
  const dayB = source.day(b)!;
  if (dayA !== dayB) return dayA < dayB;
  return compareNumbers(a.sourceId ?? a.id, b.sourceId ?? b.id) < 0;
}
