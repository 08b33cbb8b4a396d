import type { Deal, StageEvent } from "./records.ts";

type Chunks<F> = readonly (readonly F[])[];
type Events = readonly StageEvent[];

/** The stage events of every deal that has any, in the order of the table. */
export type DealEvents = ReadonlyMap<string, Events>;

/** An index on its way: the pages before `next` are in it. */
interface Index {
  readonly byDeal: Map<string, StageEvent[]>;
  next: number;
}

/** A move writes to the last page; with more changed pages than this the index is made anew. */
const FEW_PAGES = 8;
const NO_EVENTS: Events = [];

const indexByChunks = new WeakMap<object, Index>();
const eventsByPage = new WeakMap<object, { byDeal: DealEvents; readonly lists: readonly Events[] }>();
let last: { readonly chunks: Chunks<StageEvent>; readonly byDeal: Index["byDeal"] } | null = null;

/** The stage events of every deal that has any, by deal id, in the order of the table; the same map for the same events. After
 * a change only the lists of the deals in the changed pages are others.
 * @example eventsByDeal([[{ id: "e1", dealId: "d1", stage: "New", on: "2026-01-01", source: "zoho" }]]).get("d1").length // => 1
 */
export function eventsByDeal(events: Chunks<StageEvent>): DealEvents {
  indexEvents(events, Number.POSITIVE_INFINITY);
  return indexByChunks.get(events)!.byDeal;
}

/** Takes some more pages into the index that `eventsByDeal` answers from. Answers `false` when nothing is left.
 * @example indexEvents([], 1) // => false
 */
export function indexEvents(events: Chunks<StageEvent>, pages: number): boolean {
  const index = indexByChunks.get(events) ?? changedIndex(events) ?? { byDeal: new Map(), next: 0 };
  indexByChunks.set(events, index);
  const until = Math.min(events.length, index.next + pages);
  for (; index.next < until; index.next += 1) addEvents(index.byDeal, events[index.next]!);
  if (index.next < events.length) return true;
  last = { chunks: events, byDeal: index.byDeal };
  return false;
}

/** The stage events of each deal of a page. As long as none of them changes it is the same list.
 * @example pageEvents([{ id: "d1" }], []) // => [[]]
 */
export function pageEvents(page: readonly Deal[], events: Chunks<StageEvent>): readonly Events[] {
  const byDeal = eventsByDeal(events);
  const known = eventsByPage.get(page);
  if (known?.byDeal === byDeal) return known.lists;
  const lists = page.map(({ id }) => byDeal.get(id) ?? NO_EVENTS);
  if (known?.lists.every((list, at) => list === lists[at])) {
    known.byDeal = byDeal;
    return known.lists;
  }
  eventsByPage.set(page, { byDeal, lists });
  return lists;
}

/** The index of the last events with the lists of those deals made anew that the changed pages tell of. */
function changedIndex(events: Chunks<StageEvent>): Index | null {
  if (!last) return null;
  const before = last.chunks;
  let first = 0;
  while (first < before.length && before[first] === events[first]) first += 1;
  let same = 0;
  const shorter = Math.min(before.length, events.length);
  while (same < shorter - first && before.at(-1 - same) === events.at(-1 - same)) same += 1;
  const gone = before.slice(first, before.length - same);
  const come = events.slice(first, events.length - same);
  if (first === 0 || gone.length + come.length > FEW_PAGES) return null;
  // Nothing lies behind the changed pages: what lies before them stays as it is.
  const from = same === 0 ? first : 0;
  const goneEvents = new Set(gone.flat());
  const touched = new Map<string, StageEvent[]>();
  for (const { dealId } of [...goneEvents, ...come.flat()]) {
    const stays = from === 0 ? [] : (last.byDeal.get(dealId) ?? []);
    touched.set(
      dealId,
      stays.filter((event) => !goneEvents.has(event)),
    );
  }
  for (const chunk of events.slice(from)) for (const event of chunk) touched.get(event.dealId)?.push(event);
  const byDeal = new Map(last.byDeal);
  for (const [dealId, list] of touched) {
    if (list.length === 0) byDeal.delete(dealId);
    else byDeal.set(dealId, sameEvents(list, byDeal.get(dealId)));
  }
  return { byDeal, next: events.length };
}

function sameEvents(list: StageEvent[], known: StageEvent[] | undefined): StageEvent[] {
  return known?.length === list.length && known.every((event, at) => event === list[at]) ? known : list;
}

function addEvents(byDeal: Map<string, StageEvent[]>, events: Events): void {
  for (const event of events) {
    const ofDeal = byDeal.get(event.dealId);
    if (ofDeal) ofDeal.push(event);
    else byDeal.set(event.dealId, [event]);
  }
}
