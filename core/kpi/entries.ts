import type { Day } from "../base/day.ts";
import { subjectKey } from "../base/id.ts";
import type { Subject } from "../base/id.ts";
import { money, WHOLE_PPM } from "../base/money.ts";
import type { Money, Ppm } from "../base/money.ts";
import { creditsOf, ownerIndex, splitByCredits } from "../customer/owner.ts";
import { groupIdOn } from "../team/memberships.ts";
import { inOrder } from "../team/team-rows.ts";
import type { KpiContext } from "./context.ts";
import { factsBetween } from "./fact-source.ts";
import type { CountedFact, FactSource } from "./fact-source.ts";
import { memoBy } from "./memo-by.ts";

/** One fact as it counts for one subject. */
export interface Entry<F extends CountedFact = CountedFact> {
  readonly fact: F;
  readonly day: Day;
  /** The subject's part: 1 000 000 for the whole. */
  readonly share: Ppm;
  /** The subject's part of the amount; `null` when the fact has none. The parts of a fact total its amount exactly. */
  readonly amount: Money | null;
}

/** The entries of every subject that has one, by subject key. */
type EntriesBySubject<F extends CountedFact> = ReadonlyMap<string, readonly Entry<F>[]>;

/** A subject's facts of a source in a span of whole months, by day and then id. A fact counts for its owner (credits),
 * for the group each owner was in on the fact's own day, and for the team as a whole; what no member owns is `unassigned`.
 * @example entriesOf(kpiWorld({ members: [aMember("m1")], orders: [anOrder("o1", "2026-03-01", 500, { ownerName: "m1", customerName: "A" })] }), ORDERS, { subject: { kind: "member", id: "m1" }, span: period("2026-03", 1) }).map((e) => e.amount) // => [500]
 */
export function entriesOf<F extends CountedFact>(
  context: KpiContext,
  source: FactSource<F>,
  of: { readonly subject: Subject; readonly span: { readonly start: Day; readonly end: Day } },
): readonly Entry<F>[] {
  const { start, end } = of.span;
  const { members, memberships } = context.rows;
  const identities = [source.chunks(context), members, memberships] as const;
  const all = memoBy(
    source.through ? [...identities, context.facts[source.through]] : identities,
    `${source.key}:entries:${start}/${end}`,
    () =>
      attribute(
        context,
        source,
        factsBetween(context, source, of.span).map((fact) => [fact, source.day(fact)!]),
      ),
  );
  return all.get(subjectKey(of.subject)) ?? [];
}

/** Gives facts, each on its day, to the subjects they count for.
 * @example [...attribute(kpiWorld({}), ORDERS, [[anOrder("o1", "2026-03-01", 500), "2026-03-01"]]).keys()] // => ["team", "unassigned"]
 */
export function attribute<F extends CountedFact>(
  context: KpiContext,
  source: FactSource<F>,
  facts: readonly (readonly [F, Day])[],
): EntriesBySubject<F> {
  const index = ownerIndex(inOrder(context.rows.members));
  const bySubject = new Map<string, Entry<F>[]>();
  for (const [fact, day] of byDayThenId(facts)) {
    const amount = source.amount(fact) ?? null;
    const credits = creditsOf(source.owned ? source.owned(fact, context) : fact, index);
    const split = amount === null ? null : splitByCredits(amount, credits);
    add(bySubject, "team", { fact, day, share: WHOLE_PPM, amount });
    if (credits.unassigned > 0 || credits.shares.length === 0) {
      add(bySubject, "unassigned", {
        fact,
        day,
        share: credits.unassigned,
        amount: split?.unassigned ?? null,
      });
    }
    for (const [at, { memberId, share }] of credits.shares.entries()) {
      const entry = { fact, day, share, amount: split?.parts[at]?.amount ?? null };
      add(bySubject, `member:${memberId}`, entry);
      const groupId = groupIdOn(context.rows, memberId, day);
      if (groupId !== undefined) addToGroup(bySubject, `group:${groupId}`, entry);
    }
  }
  return bySubject;
}

/** By day, then by id. Days first into heaps: most of a comparison's cost is telling the days of a large book apart. */
function byDayThenId<F extends CountedFact>(
  facts: readonly (readonly [F, Day])[],
): readonly (readonly [F, Day])[] {
  const factsByDay = new Map<Day, (readonly [F, Day])[]>();
  for (const fact of facts) {
    const ofDay = factsByDay.get(fact[1]);
    if (ofDay) ofDay.push(fact);
    else factsByDay.set(fact[1], [fact]);
  }
  const days = [...factsByDay.keys()].toSorted();
  return days.flatMap((day) =>
    factsByDay.get(day)!.toSorted(([a], [b]) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)),
  );
}

/** Two members of one group who share a fact give the group one entry. */
function addToGroup<F extends CountedFact>(
  bySubject: Map<string, Entry<F>[]>,
  key: string,
  entry: Entry<F>,
): void {
  const last = bySubject.get(key)?.at(-1);
  if (last?.fact !== entry.fact) return add(bySubject, key, entry);
  bySubject.get(key)!.pop();
  const amount = last.amount === null || entry.amount === null ? null : money(last.amount + entry.amount);
  add(bySubject, key, { ...entry, share: (last.share + entry.share) as Ppm, amount });
}

function add<F extends CountedFact>(bySubject: Map<string, Entry<F>[]>, key: string, entry: Entry<F>): void {
  const entries = bySubject.get(key);
  if (entries) entries.push(entry);
  else bySubject.set(key, [entry]);
}
