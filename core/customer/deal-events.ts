import { oneHistory } from "./one-history.ts";
import type { Deal, StageEvent } from "./records.ts";

type Chunks<F> = readonly (readonly F[])[];
type Events = readonly StageEvent[];

/** The history of every deal that has any stage events, in the order of the table. */
interface DealEvents {
  readonly size: number;
  get(dealId: string): Events | undefined;
}

/** An index on its way: the pages before `next` are in it. What changed after it was made lies above it. */
interface Index extends DealEvents {
  readonly made: Map<string, StageEvent[]>;
  readonly changed: ReadonlyMap<string, Events>;
  next: number;
  /** All events of a deal, those of both systems that hold it. */
  all(dealId: string): Events | undefined;
}

/** A move writes to the last page; with more changed pages than this the index is made anew. */
const FEW_PAGES = 8;
const NO_EVENTS: Events = [];

/** With more changed deals than this, too. */
const FEW_DEALS = 5000;

const indexByChunks = new WeakMap<object, Index>();
const eventsByPage = new WeakMap<object, { index: Index; readonly lists: readonly Events[] }>();
let last: { readonly chunks: Chunks<StageEvent>; readonly index: Index } | null = null;

/** The history of every deal that has any stage events, by deal id, in the order of the table: one, as `oneHistory` finds
 * it, where two systems hold the deal. After a change only the lists of the deals in the changed pages are others.
 * @example eventsByDeal([[{ id: "e1", dealId: "d1", stage: "New", on: "2026-01-01", source: "zoho" }]]).get("d1").length // => 1
 */
export function eventsByDeal(events: Chunks<StageEvent>): DealEvents {
  return indexOf(events);
}

/** Takes some more pages into the index that `eventsByDeal` answers from. Answers `false` when nothing is left.
 * @example indexEvents([], 1) // => false
 */
export function indexEvents(events: Chunks<StageEvent>, pages: number): boolean {
  const index = indexByChunks.get(events) ?? changedIndex(events) ?? newIndex(new Map(), new Map(), 0);
  indexByChunks.set(events, index);
  const until = Math.min(events.length, index.next + pages);
  for (; index.next < until; index.next += 1) addEvents(index.made, events[index.next]!);
  if (index.next < events.length) return true;
  last = { chunks: events, index };
  return false;
}

/** The history of each deal of a page. As long as none of them changes it is the same list.
 * @example pageEvents([{ id: "d1" }], []) // => [[]]
 */
export function pageEvents(page: readonly Deal[], events: Chunks<StageEvent>): readonly Events[] {
  const index = indexOf(events);
  const known = eventsByPage.get(page);
  if (known?.index === index || (known && isAsKnown(page, known, index))) {
    known.index = index;
    return known.lists;
  }
  const lists = page.map(({ id }) => index.get(id) ?? NO_EVENTS);
  eventsByPage.set(page, { index, lists });
  return lists;
}

/** Where the same index lies below, only deals that lie above it can be others. */
function isAsKnown(
  page: readonly Deal[],
  known: { readonly index: Index; readonly lists: readonly Events[] },
  index: Index,
): boolean {
  const isBelow = known.index.made === index.made;
  return page.every(
    ({ id }, at) =>
      (isBelow && !index.changed.has(id) && !known.index.changed.has(id)) ||
      known.lists[at] === (index.get(id) ?? NO_EVENTS),
  );
}

function indexOf(events: Chunks<StageEvent>): Index {
  const known = indexByChunks.get(events);
  if (known?.next !== events.length) indexEvents(events, Number.POSITIVE_INFINITY);
  return indexByChunks.get(events)!;
}

function newIndex(made: Index["made"], changed: Index["changed"], next: number): Index {
  return {
    made,
    changed,
    next,
    all: (dealId) => changed.get(dealId) ?? made.get(dealId),
    get: (dealId) => {
      const events = changed.get(dealId) ?? made.get(dealId);
      return events && oneHistory(events);
    },
    get size() {
      return made.size + changed.size;
    },
  };
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
    const stays = from === 0 ? [] : (last.index.all(dealId) ?? []);
    touched.set(
      dealId,
      stays.filter((event) => !goneEvents.has(event)),
    );
  }
  for (const chunk of events.slice(from)) for (const event of chunk) touched.get(event.dealId)?.push(event);
  const changed = new Map(last.index.changed);
  for (const [dealId, list] of touched) changed.set(dealId, sameEvents(list, last.index.all(dealId)));
  return changed.size > FEW_DEALS ? null : newIndex(last.index.made, changed, events.length);
}

function sameEvents(list: Events, known: Events | undefined): Events {
  return known?.length === list.length && known.every((event, at) => event === list[at]) ? known : list;
}

function addEvents(byDeal: Map<string, StageEvent[]>, events: Events): void {
  for (const event of events) {
    const ofDeal = byDeal.get(event.dealId);
    if (ofDeal) ofDeal.push(event);
    else byDeal.set(event.dealId, [event]);
  }
}
