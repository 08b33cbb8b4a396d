import type { Day } from "../base/day.ts";
import type { KpiContext } from "./context.ts";
import type { CountedFact, FactSource } from "./fact-source.ts";
import { memoBy } from "./memo-by.ts";
import { sameList } from "./same-list.ts";

/* Facts by calendar month. Fiscal periods are whole calendar months, so every period is made of these. */

/** The facts of a source that count in a month, in the order of the table. As long as none of them changes it is the same
 * list, whatever changes around them.
 * @example monthFacts(kpiWorld({ orders: [anOrder("o1", "2026-03-01", 500)] }), ORDERS, "2026-03").length // => 1
 */
export function monthFacts<F extends CountedFact>(
  context: KpiContext,
  source: FactSource<F>,
  month: string,
): readonly F[] {
  const chunks = source.chunks(context);
  return memoBy([chunks], `${source.key}:facts:${month}`, () => {
    const facts = chunks.flatMap((chunk) => chunkMonths(chunk, source).get(month) ?? []);
    return sameList({ owner: source, key: month }, facts);
  });
}

/** The months in which a source has facts, earliest first.
 * @example bookMonths(kpiWorld({ orders: [anOrder("o1", "2026-03-01", 500)] }), ORDERS) // => ["2026-03"]
 */
export function bookMonths<F extends CountedFact>(
  context: KpiContext,
  source: FactSource<F>,
): readonly string[] {
  const chunks = source.chunks(context);
  return memoBy([chunks], `${source.key}:months-of-book`, () =>
    [...new Set(chunks.flatMap((chunk) => [...chunkMonths(chunk, source).keys()]))].toSorted(),
  );
}

/** The first day on which a fact of the source counts, or `null` when there is none: where the book begins.
 * @example bookStart(kpiWorld({ orders: [anOrder("o1", "2026-03-01", 500)] }), ORDERS) // => "2026-03-01"
 */
export function bookStart<F extends CountedFact>(context: KpiContext, source: FactSource<F>): Day | null {
  const [month] = bookMonths(context, source);
  if (month === undefined) return null;
  const facts = monthFacts(context, source, month);
  return memoBy([facts], `${source.key}:first-day`, () => {
    let first = source.day(facts[0]!)!;
    for (const fact of facts) {
      const day = source.day(fact)!;
      if (day < first) first = day;
    }
    return first;
  });
}

/** The ids of the calendar months from `start` to `end`, which is out.
 * @example monthsBetween("2017-11-01", "2018-02-01") // => ["2017-11", "2017-12", "2018-01"]
 */
export function monthsBetween(start: Day, end: Day): readonly string[] {
  const months: string[] = [];
  let year = Number(start.slice(0, 4));
  let month = Number(start.slice(5, 7));
  for (;;) {
    const id = `${year}-${String(month).padStart(2, "0")}`;
    if (`${id}-01` >= end) return months;
    months.push(id);
    month += 1;
    if (month > 12) {
      month = 1;
      year += 1;
    }
  }
}

function chunkMonths<F extends CountedFact>(
  chunk: readonly F[],
  source: FactSource<F>,
): ReadonlyMap<string, readonly F[]> {
  return memoBy([chunk], `${source.key}:months`, () => {
    const byMonth = new Map<string, F[]>();
    for (const fact of chunk) {
      const month = source.day(fact)?.slice(0, 7);
      if (month === undefined) continue;
      const facts = byMonth.get(month);
      if (facts) facts.push(fact);
      else byMonth.set(month, [fact]);
    }
    return byMonth;
  });
}
