import { runToEnd } from "../../base/run-to-end.ts";
import { sortInSteps } from "../../base/sort-in-steps.ts";
import type { ImportBook, Pages } from "../import/import-book.ts";
import { TWIN_TABLES } from "../records.ts";
import type { Customer, Source, TwinTable } from "../records.ts";
import { contactPrint, judgeContacts } from "./contact-prints.ts";
import { customerPrint, judgeCustomers } from "./customer-prints.ts";
import { dealPrint, judgeDeals } from "./deal-prints.ts";
import { judgeFacts, printerOf } from "./fact-prints.ts";
import type { FollowingFact } from "./fact-prints.ts";
import { CERTAINTIES, reasonOf, scoreOf, sourcesOf } from "./match-pair.ts";
import type { Fingerprint, Judgement, MatchPair } from "./match-pair.ts";
import type { MatchBook } from "./match-records.ts";
import { judgeOrders, orderPrint } from "./order-prints.ts";
import { pairUp, printsOf } from "./pair-up.ts";
import { sourceOrder } from "./source-order.ts";
import { verdictId } from "./verdict-id.ts";

/** Turns Chinese characters into Latin letters as they sound. */
export type SoundOf = (text: string) => string;

/** Without sounds. */
const silent: SoundOf = () => "";

interface Remembered {
  readonly key: readonly unknown[];
  readonly pairs: readonly MatchPair[];
}
const memory = new WeakMap<object, Map<SoundOf, Remembered>>();

/** The pairs of one table that a person should look at, the most certain first. In one system only what two systems would
 * certainly share is worth asking about. Pairs that were called different are left
 * out; a record that fits two of another system is certain with neither. The same list for the same tables.
 * @example matchPairs({ rows: { settings: new Map(), matchVerdicts: new Map() }, facts: { customers: { pages: [] }, twins: { pages: [] } } }, "customers", () => "") // => []
 */
export function matchPairs(book: MatchBook, table: TwinTable, soundOf: SoundOf): readonly MatchPair[] {
  return runToEnd(seekPairs(book, table, soundOf));
}

function* seekPairs(
  book: MatchBook,
  table: TwinTable,
  soundOf: SoundOf,
): Generator<null, readonly MatchPair[]> {
  const { pages } = book.facts[table];
  const key = [book.facts.twins.pages, book.rows.matchVerdicts, book.rows.settings];
  // Only names of companies are compared by their sound.
  const sound = table === "customers" ? soundOf : silent;
  const bySound = memory.get(pages) ?? new Map<SoundOf, Remembered>();
  memory.set(pages, bySound);
  const known = bySound.get(sound);
  if (known?.key.every((part, index) => part === key[index])) return known.pairs;
  const settled = yield* settleAmbiguity(yield* foundPairs(book, table, sound));
  const pairs = yield* sortInSteps(settled, byCertainty);
  bySound.set(sound, { key, pairs });
  return pairs;
}

/** The pairs of all tables, the most certain first, of equal ones customers first: what hangs on them is compared once they
 * are one.
 * @example allMatchPairs({ rows: { settings: new Map(), matchVerdicts: new Map() }, facts: { customers: { pages: [] }, contacts: { pages: [] }, deals: { pages: [] }, orders: { pages: [] }, payments: { pages: [] }, activities: { pages: [] }, cases: { pages: [] }, twins: { pages: [] } } }, () => "") // => []
 */
export function allMatchPairs(book: MatchBook, soundOf: SoundOf): readonly MatchPair[] {
  return runToEnd(seekAllPairs(book, soundOf));
}

/** The same in steps of a few milliseconds: yields the share that is done, which never falls.
 * @example runToEnd(seekAllPairs({ rows: { settings: new Map(), matchVerdicts: new Map() }, facts: { customers: { pages: [] }, contacts: { pages: [] }, deals: { pages: [] }, orders: { pages: [] }, payments: { pages: [] }, activities: { pages: [] }, cases: { pages: [] }, twins: { pages: [] } } }, () => "")) // => []
 */
export function* seekAllPairs(book: MatchBook, soundOf: SoundOf): Generator<number, readonly MatchPair[]> {
  const sizes = TWIN_TABLES.map((table) => book.facts[table].pages.length);
  const total = Math.max(
    1,
    sizes.reduce((sum, size) => sum + size, 0),
  );
  const found: (readonly MatchPair[])[] = [];
  let done = 0;
  for (const [at, table] of TWIN_TABLES.entries()) {
    const steps = seekPairs(book, table, soundOf);
    let step = steps.next();
    // Nobody knows how many steps there will be: the share comes ever closer to the table's own.
    for (let taken = 1; !step.done; taken += 1, step = steps.next()) {
      yield (done + (sizes[at]! * taken) / (taken + 2 * sizes[at]!)) / total;
    }
    found.push(step.value);
    done += sizes[at]!;
  }
  return CERTAINTIES.flatMap((certainty) =>
    found.flatMap((pairs) => pairs.filter((pair) => pair.certainty === certainty)),
  );
}

/** How many pairs of two systems are certain or likely. Where only one system speaks there is nothing to match. Yields while
 * it compares, for a large book has much to compare.
 * @example openMatches({ rows: { settings: new Map(), matchVerdicts: new Map(), batches: new Map() }, facts: {} }).next().value // => 0
 */
export function* openMatches(book: MatchBook): Generator<null, number> {
  const sources = new Set([...book.rows.batches.values()].map((batch) => batch.source));
  if (sources.size < 2) return 0;
  let count = 0;
  for (const table of TWIN_TABLES) {
    const pairs = yield* seekPairs(book, table, silent);
    count += pairs.filter((pair) => pair.certainty !== "possible").length;
  }
  return count;
}

type FoundPair = MatchPair & { readonly sources: readonly [Source, Source] };

function* foundPairs(
  book: MatchBook,
  table: TwinTable,
  soundOf: SoundOf,
): Generator<null, readonly FoundPair[]> {
  const { facts } = book;
  if (table === "customers") {
    const prints = yield* printsOf(facts.customers.pages, customerPrinter(soundOf));
    return yield* judged(book, table, { prints, judge: judgeCustomers });
  }
  if (table === "contacts") {
    const prints = yield* printsOf(facts.contacts.pages, contactPrint);
    return yield* judged(book, table, { prints, judge: judgeContacts });
  }
  if (table === "deals") {
    const prints = yield* printsOf(facts.deals.pages, dealPrint);
    return yield* judged(book, table, { prints, judge: judgeDeals });
  }
  if (table === "orders") {
    const prints = yield* printsOf(facts.orders.pages, orderPrint);
    return yield* judged(book, table, { prints, judge: judgeOrders });
  }
  // Where one system tells of them all, two that are alike are two.
  const pages = facts[table].pages as Pages<FollowingFact>["pages"];
  if (!hasTwoSources(pages)) return [];
  const prints = yield* printsOf(pages, printerOf(table));
  const found = yield* judged(book, table, { prints, judge: judgeFacts });
  return found.filter(({ isDuplicate }) => !isDuplicate);
}

const printers = new WeakMap<SoundOf, (customer: Customer) => ReturnType<typeof customerPrint>>();

function customerPrinter(soundOf: SoundOf): (customer: Customer) => ReturnType<typeof customerPrint> {
  const known = printers.get(soundOf) ?? ((customer: Customer) => customerPrint(customer, soundOf));
  printers.set(soundOf, known);
  return known;
}

function hasTwoSources(pages: Pages<FollowingFact>["pages"]): boolean {
  const first = pages[0]?.rows[0]?.source;
  return pages.some(({ rows }) => rows.some(({ source }) => source !== first));
}

function* judged<F extends Fingerprint>(
  book: MatchBook,
  table: TwinTable,
  of: { readonly prints: readonly F[]; judge(one: F, two: F): Judgement | null },
): Generator<null, readonly FoundPair[]> {
  const order = sourceOrder(book);
  const pairs: FoundPair[] = [];
  for (const found of pairUp(of.prints)) {
    if (found === null) {
      yield null;
      continue;
    }
    const [one, two] = found;
    const judgement = of.judge(one, two);
    if (judgement === null) continue;
    const [first, second] = leadsOver(one, two, order) ? [one, two] : [two, one];
    const ids = [first.record.id, second.record.id] as const;
    const id = verdictId(table, ids);
    if (book.rows.matchVerdicts.has(id)) continue;
    const isDuplicate = shareSource(book, one, two);
    if (isDuplicate && judgement.certainty !== "certain") continue;
    const score = scoreOf(judgement.evidence);
    pairs.push({
      id,
      table,
      ids,
      certainty: isDuplicate ? "possible" : judgement.certainty,
      score,
      reasons: judgement.evidence.filter(({ weight }) => weight > 0).map(reasonOf),
      against: judgement.evidence.filter(({ weight }) => weight <= 0).map(reasonOf),
      isDuplicate,
      isAmbiguous: false,
      sources: [first.record.source, second.record.source],
    });
  }
  return pairs;
}

function leadsOver(one: Fingerprint, two: Fingerprint, order: readonly Source[]): boolean {
  const [first, second] = [order.indexOf(one.record.source), order.indexOf(two.record.source)];
  return first === second ? one.record.id < two.record.id : first < second;
}

function shareSource(book: { readonly facts: ImportBook["facts"] }, one: Fingerprint, two: Fingerprint) {
  if (one.record.source === two.record.source) return true;
  const others = sourcesOf(book, two.record);
  return [...sourcesOf(book, one.record)].some((source) => others.has(source));
}

/** A record that is certain with several of one system is certain with none of them. */
function* settleAmbiguity(found: readonly FoundPair[]): Generator<null, readonly MatchPair[]> {
  const partners = new Map<string, number>();
  const keys = ({ ids, sources }: FoundPair) => [`${ids[0]}|${sources[1]}`, `${ids[1]}|${sources[0]}`];
  for (const [at, pair] of found.entries()) {
    if (at % SETTLED === SETTLED - 1) yield null;
    if (pair.certainty !== "certain") continue;
    for (const key of keys(pair)) partners.set(key, (partners.get(key) ?? 0) + 1);
  }
  const settled: MatchPair[] = [];
  for (const [at, one] of found.entries()) {
    if (at % SETTLED === SETTLED - 1) yield null;
    const { sources: _, ...pair } = one;
    const isAmbiguous = pair.certainty === "certain" && keys(one).some((key) => partners.get(key)! > 1);
    settled.push(isAmbiguous ? { ...pair, certainty: "likely", isAmbiguous } : pair);
  }
  return settled;
}

/** Pairs between two steps. */
const SETTLED = 4000;

function byCertainty(one: MatchPair, two: MatchPair): number {
  const rank = (pair: MatchPair) => CERTAINTIES.indexOf(pair.certainty);
  return rank(one) - rank(two) || two.score - one.score || (one.id < two.id ? -1 : 1);
}
