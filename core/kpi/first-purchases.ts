import type { Day } from "../base/day.ts";
import { customerKeyOf } from "./customer-key.ts";
import type { CustomerMention } from "./customer-key.ts";
import type { KpiContext } from "./context.ts";
import type { CountedFact, FactSource } from "./fact-source.ts";
import { memoBy } from "./memo-by.ts";

/** A fact that may be a customer's first. */
export type Purchase = CountedFact & CustomerMention & { readonly sourceId?: string | undefined };

/** Every customer's first fact of a source in the whole book, by customer key: by day, then by number.
 * @example [...firstPurchases(kpiWorld({ orders: [anOrder("o1", "2026-03-01", 500, { ownerName: "m1", customerName: "A" })] }), ORDERS).keys()] // => ["a"]
 */
export function firstPurchases<F extends Purchase>(
  context: KpiContext,
  source: FactSource<F>,
): ReadonlyMap<string, F> {
  const chunks = source.chunks(context);
  return memoBy([chunks, context.facts.customers], `${source.key}:firsts`, () => {
    const firstByKey = new Map<string, F>();
    for (const chunk of chunks) {
      const firsts = memoBy([chunk, context.facts.customers], `${source.key}:chunk-firsts`, () =>
        firstsOf(context, source, chunk),
      );
      for (const [key, fact] of firsts) {
        const known = firstByKey.get(key);
        if (!known || comesBefore(fact, known, source)) firstByKey.set(key, fact);
      }
    }
    return firstByKey;
  });
}

/** The first purchases that fall into a span, each with its day.
 * @example firstsBetween(kpiWorld({ orders: [anOrder("o1", "2026-03-01", 500, { ownerName: "m1", customerName: "A" })] }), ORDERS, period("2026-04", 1)) // => []
 */
export function firstsBetween<F extends Purchase>(
  context: KpiContext,
  source: FactSource<F>,
  span: { readonly start: Day; readonly end: Day },
): readonly (readonly [F, Day])[] {
  const found: (readonly [F, Day])[] = [];
  for (const fact of firstPurchases(context, source).values()) {
    const day = source.day(fact)!;
    if (day >= span.start && day < span.end) found.push([fact, day]);
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

function firstsOf<F extends Purchase>(
  context: KpiContext,
  source: FactSource<F>,
  chunk: readonly F[],
): ReadonlyMap<string, F> {
  const firstByKey = new Map<string, F>();
  for (const fact of chunk) {
    if (source.day(fact) === null) continue;
    const key = customerKeyOf(context, fact);
    if (key === null) continue;
    const known = firstByKey.get(key);
    if (!known || comesBefore(fact, known, source)) firstByKey.set(key, fact);
  }
  return firstByKey;
}

function comesBefore<F extends Purchase>(a: F, b: F, source: FactSource<F>): boolean {
  const dayA = source.day(a)!;
  const dayB = source.day(b)!;
  if (dayA !== dayB) return dayA < dayB;
  return compareNumbers(a.sourceId ?? a.id, b.sourceId ?? b.id) < 0;
}
