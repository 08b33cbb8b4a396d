import type { Day } from "../base/day.ts";
import { runToEnd } from "../base/run-to-end.ts";
import type { Pages } from "./import/import-book.ts";
import { keepLatest, latestSteps } from "./merge-latest.ts";
import type { Latest, MergedLatest } from "./merge-latest.ts";
import type { Activity, Customer, Deal } from "./records.ts";

export interface ContactBook {
  readonly customers: Pages<Customer>;
  readonly activities: Pages<Activity>;
  readonly deals: Pages<Deal>;
}

/** What one page says, by customer, and by deal where the page names no customer. */
interface PageLatest {
  readonly today: Day;
  readonly byCustomer: Latest;
  readonly byDeal: Latest;
}

interface Known {
  readonly today: Day;
  readonly byCustomer: MergedLatest;
  readonly byDeal: MergedLatest;
}

const latestByRows = new WeakMap<object, PageLatest>();
const knownByPages = new WeakMap<object, Known>();

/** Customer → the last contact until today: the latest of its activities, of those of its deals, of the day that its source
 * names, and of its deals' last activities. After a change only the customers of the changed pages are looked at again.
 * @example lastContacts({ customers: { pages: [{ rows: [{ id: "c1", lastContactOn: "2026-03-01" }] }] }, activities: { pages: [{ rows: [{ customerId: "c1", on: "2026-03-09" }] }] }, deals: { pages: [] } }, "2026-03-20").get("c1") // => "2026-03-09"
 */
export function lastContacts(book: ContactBook, today: Day): ReadonlyMap<string, Day> {
  return runToEnd(contactSteps(book, today));
}

/** The same in steps of a few milliseconds, for the time in which nobody waits for it.
 * @example [...contactSteps({ customers: { pages: [] }, activities: { pages: [] }, deals: { pages: [] } }, "2026-03-20")] // => []
 */
export function* contactSteps(book: ContactBook, today: Day): Generator<void, ReadonlyMap<string, Day>> {
  const { customers, activities, deals } = book;
  const before = [customers, activities, deals]
    .map(({ pages }) => knownByPages.get(pages))
    .find((known) => known?.today === today);
  const contacts = yield* pagesLatest(activities, today, (activity) => activity);
  const ofDeals = yield* pagesLatest(deals, today, ({ customerId, lastActivityOn }) => ({
    customerId,
    on: lastActivityOn,
  }));
  const ofCustomers = yield* pagesLatest(customers, today, ({ id, lastContactOn }) => ({
    customerId: id,
    on: lastContactOn,
  }));
  const byCustomer = yield* latestSteps(
    [...contacts, ...ofDeals, ...ofCustomers].map((page) => page.byCustomer),
    before?.byCustomer,
  );
  const byDeal = yield* latestSteps(
    contacts.map((page) => page.byDeal),
    before?.byDeal,
  );
  for (const { pages } of [customers, activities, deals]) {
    knownByPages.set(pages, { today, byCustomer, byDeal });
  }
  return byDeal.latest.size === 0 ? byCustomer.latest : throughDeals(byCustomer.latest, byDeal.latest, deals);
}

/** What names only a deal counts for the deal's customer. */
function throughDeals(byCustomer: Latest, byDeal: Latest, { pages }: Pages<Deal>): Latest {
  const latest = new Map(byCustomer);
  for (const { rows } of pages) {
    for (const { id, customerId } of rows) {
      const on = byDeal.get(id);
      if (on !== undefined && customerId !== undefined) keepLatest(latest, customerId, on);
    }
  }
  return latest;
}

interface Contact {
  readonly customerId?: string | undefined;
  readonly dealId?: string | undefined;
  readonly on?: Day | undefined;
}

function* pagesLatest<Row>(
  { pages }: Pages<Row>,
  today: Day,
  read: (row: Row) => Contact,
): Generator<void, readonly PageLatest[]> {
  const found: PageLatest[] = [];
  for (const { rows } of pages) {
    const known = latestByRows.get(rows);
    if (known?.today === today) found.push(known);
    else {
      const page = pageLatest(rows, today, read);
      latestByRows.set(rows, page);
      found.push(page);
      yield;
    }
  }
  return found;
}

function pageLatest<Row>(rows: readonly Row[], today: Day, read: (row: Row) => Contact): PageLatest {
  const byCustomer = new Map<string, Day>();
  const byDeal = new Map<string, Day>();
  for (const row of rows) {
    const { customerId, dealId, on } = read(row);
    if (on === undefined || on > today) continue;
    if (customerId !== undefined) keepLatest(byCustomer, customerId, on);
    else if (dealId !== undefined) keepLatest(byDeal, dealId, on);
  }
  return { today, byCustomer, byDeal };
}
