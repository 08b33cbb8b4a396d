import { SOURCES } from "./records.ts";
import type { StageEvent } from "./records.ts";

type Events = readonly StageEvent[];

const historyByEvents = new WeakMap<Events, Events>();

/** The history of one deal from all its stage events, in their order. Where two systems tell of one deal its moves are in the
 * book twice, under other names and on other days. One system tells the history: the one that says most (a stage, an amount
 * and a close each count one), of equal ones the first of `SOURCES`. Another adds what lies before its first move and after
 * its last. What was typed here always stands. The same list for the same list.
 * @example oneHistory([{ source: "zoho", stage: "New", on: "2026-01-01", amount: 5 }, { source: "fxiaoke", stage: "新建", on: "2026-01-02" }, { source: "zoho", stage: "Offer", on: "2026-02-01" }]).map(({ stage }) => stage) // => ["New", "Offer"]
 * @example oneHistory([{ source: "zoho", stage: "New", on: "2026-01-01", amount: 5 }, { source: "fxiaoke", stage: "报价", on: "2026-03-01" }]).map(({ stage }) => stage) // => ["New", "报价"]
 */
export function oneHistory(events: Events): Events {
  if (!hasTwoTellers(events)) return events;
  const known = historyByEvents.get(events);
  if (known !== undefined) return known;
  const history = findHistory(events);
  historyByEvents.set(events, history);
  return history;
}

function hasTwoTellers(events: Events): boolean {
  const first = events.find(isImported);
  return first !== undefined && events.some((event) => isImported(event) && event.source !== first.source);
}

function isImported({ source }: StageEvent): boolean {
  return source !== "typed";
}

function findHistory(events: Events): Events {
  const teller = tellerOf(events);
  const days = events.filter(({ source }) => source === teller).map(({ on }) => on);
  const first = days.reduce((least, on) => (on < least ? on : least));
  const last = days.reduce((most, on) => (on > most ? on : most));
  return events.filter(
    (event) => !isImported(event) || event.source === teller || event.on < first || event.on > last,
  );
}

function tellerOf(events: Events): StageEvent["source"] {
  const said = new Map<StageEvent["source"], number>();
  for (const event of events) {
    if (!isImported(event)) continue;
    const facts = 1 + Number(event.amount !== undefined) + Number(event.expectedCloseOn !== undefined);
    said.set(event.source, (said.get(event.source) ?? 0) + facts);
  }
  const most = Math.max(...said.values());
  return SOURCES.find((source) => said.get(source) === most)!;
}
