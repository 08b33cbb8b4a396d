import type { Day } from "../base/day.ts";
import { subjectKey } from "../base/id.ts";
import type { MemberId, Subject } from "../base/id.ts";
import { money, WHOLE_PPM } from "../base/money.ts";
import type { Money, Ppm } from "../base/money.ts";
import { creditsOf, ownerIndex, splitByCredits } from "../customer/owner.ts";
import { groupIdOn } from "../team/memberships.ts";
import { inOrder } from "../team/team-rows.ts";
import type { KpiContext } from "./context.ts";
import type { CountedFact, FactSource } from "./fact-source.ts";
import { memoBy } from "./memo-by.ts";
import { monthFacts, monthsBetween } from "./month-facts.ts";
import { sameList } from "./same-list.ts";

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

const NO_ENTRIES: readonly never[] = [];

/** A subject's facts of a source in a span of whole months, by day and then id. A fact counts for its owner (credits),
 * for the group each owner was in on the fact's own day, and for the team as a whole; what no member owns is `unassigned`.
 * As long as none of them changes it is the same list.
 * @example entriesOf(kpiWorld({ members: [aMember("m1")], orders: [anOrder("o1", "2026-03-01", 500, { ownerName: "m1", customerName: "A" })] }), ORDERS, { subject: { kind: "member", id: "m1" }, span: period("2026-03", 1) }).map((e) => e.amount) // => [500]
 */
export function entriesOf<F extends CountedFact>(
  context: KpiContext,
  source: FactSource<F>,
  of: { readonly subject: Subject; readonly span: { readonly start: Day; readonly end: Day } },
): readonly Entry<F>[] {
  const [first, ...rest] = entriesByMonth(context, source, of).map(([, entries]) => entries);
  if (!first) return NO_ENTRIES;
  if (rest.length === 0) return first;
  return memoBy([first, ...rest], "joined", () => [first, ...rest].flat());
}

/** As `entriesOf`, each month that has some by itself; as long as none of a month's changes it is the same list.
 * @example entriesByMonth(kpiWorld({ orders: [anOrder("o1", "2026-03-01", 500)] }), ORDERS, { subject: { kind: "team" }, span: period("2026-Q1", 1) }).map(([month]) => month) // => ["2026-03"]
 */
export function entriesByMonth<F extends CountedFact>(
  context: KpiContext,
  source: FactSource<F>,
  of: { readonly subject: Subject; readonly span: { readonly start: Day; readonly end: Day } },
): readonly (readonly [month: string, entries: readonly Entry<F>[]])[] {
  const key = subjectKey(of.subject);
  return monthsBetween(of.span.start, of.span.end).flatMap((month) => {
    const entries = monthEntries(context, source, month).get(key);
    return entries ? [[month, entries] as const] : [];
  });
}

/** One month at a time: periods share their months, and an edit touches one. */
function monthEntries<F extends CountedFact>(
  context: KpiContext,
  source: FactSource<F>,
  month: string,
): EntriesBySubject<F> {
  const facts = monthFacts(context, source, month);
  const { members, memberships } = context.rows;
  const identities = [facts, members, memberships] as const;
  return memoBy(
    source.through ? [...identities, context.facts[source.through]] : identities,
    `${source.key}:entries:${month}`,
    () => {
      const bySubject = attribute(context, source, facts);
      return new Map(
        [...bySubject].map(([key, entries]) => [
          key,
          sameList({ owner: source, key: `${month}|${key}` }, entries, isSameEntry),
        ]),
      );
    },
  );
}

function isSameEntry(a: Entry, b: Entry): boolean {
  return a.fact === b.fact && a.share === b.share && a.amount === b.amount;
}

/** Gives facts to the subjects they count for, each on the day on which its source counts it; by day, then by id.
 * @example [...attribute(kpiWorld({}), ORDERS, [anOrder("o1", "2026-03-01", 500)]).keys()] // => ["team", "unassigned"]
 */
export function attribute<F extends CountedFact>(
  context: KpiContext,
  source: FactSource<F>,
  facts: readonly F[],
): EntriesBySubject<F> {
  return attributeInOrder(context, source, byDayThenId(source, facts));
}

/** As `attribute`, in the order given.
 * @example attributeInOrder(kpiWorld({}), ORDERS, []).size // => 0
 */
export function attributeInOrder<F extends CountedFact>(
  context: KpiContext,
  source: FactSource<F>,
  facts: readonly F[],
): EntriesBySubject<F> {
  const index = ownerIndex(inOrder(context.rows.members));
  const shelves = new Shelves<F>(context);
  for (const fact of facts) {
    const day = source.day(fact)!;
    const amount = source.amount(fact) ?? null;
    const credits = creditsOf(source.owned ? source.owned(fact, context) : fact, index);
    const whole: Entry<F> = { fact, day, share: WHOLE_PPM, amount };
    shelves.addTo("team", whole);
    const [first] = credits.shares;
    if (!first) shelves.addTo("unassigned", { ...whole, share: credits.unassigned });
    else if (first.share === WHOLE_PPM) shelves.addToMember(first.memberId, whole);
    else {
      const split = amount === null ? null : splitByCredits(amount, credits);
      if (credits.unassigned > 0) {
        const left = { fact, day, share: credits.unassigned, amount: split?.unassigned ?? null };
        shelves.addTo("unassigned", left);
      }
      for (const [at, { memberId, share }] of credits.shares.entries()) {
        shelves.addToMember(memberId, { fact, day, share, amount: split?.parts[at]?.amount ?? null });
      }
    }
  }
  return shelves.bySubject;
}

/** A member's list, and that of their group on each day. */
interface Shelf<F extends CountedFact> {
  readonly entries: Entry<F>[];
  readonly groupByDay: Map<Day, Entry<F>[] | null>;
}

/** The lists being filled. Finds them by member and day without making keys: a large book has a hundred thousand facts. */
class Shelves<F extends CountedFact> {
  readonly bySubject = new Map<string, Entry<F>[]>();
  readonly #context: KpiContext;
  readonly #shelfByMember = new Map<MemberId, Shelf<F>>();

  constructor(context: KpiContext) {
    this.#context = context;
  }

  addTo(key: string, entry: Entry<F>): void {
    this.#listOf(key).push(entry);
  }

  addToMember(memberId: MemberId, entry: Entry<F>): void {
    let shelf = this.#shelfByMember.get(memberId);
    if (!shelf) {
      shelf = { entries: this.#listOf(`member:${memberId}`), groupByDay: new Map() };
      this.#shelfByMember.set(memberId, shelf);
    }
    shelf.entries.push(entry);
    let group = shelf.groupByDay.get(entry.day);
    if (group === undefined) {
      const groupId = groupIdOn(this.#context.rows, memberId, entry.day);
      group = groupId === undefined ? null : this.#listOf(`group:${groupId}`);
      shelf.groupByDay.set(entry.day, group);
    }
    if (group) addToGroup(group, entry);
  }

  #listOf(key: string): Entry<F>[] {
    const known = this.bySubject.get(key);
    if (known) return known;
    const list: Entry<F>[] = [];
    this.bySubject.set(key, list);
    return list;
  }
}

/** By day, then by id. Days first into heaps: most of a comparison's cost is telling the days of a large book apart. */
function byDayThenId<F extends CountedFact>(source: FactSource<F>, facts: readonly F[]): readonly F[] {
  const factsByDay = new Map<Day, F[]>();
  for (const fact of facts) {
    const day = source.day(fact)!;
    const ofDay = factsByDay.get(day);
    if (ofDay) ofDay.push(fact);
    else factsByDay.set(day, [fact]);
  }
  const days = [...factsByDay.keys()].toSorted();
  return days.flatMap((day) =>
    factsByDay.get(day)!.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)),
  );
}

/** Two members of one group who share a fact give the group one entry. */
function addToGroup<F extends CountedFact>(group: Entry<F>[], entry: Entry<F>): void {
  const last = group.at(-1);
  if (last?.fact !== entry.fact) {
    group.push(entry);
    return;
  }
  const amount = last.amount === null || entry.amount === null ? null : money(last.amount + entry.amount);
  group[group.length - 1] = { ...entry, share: (last.share + entry.share) as Ppm, amount };
}
