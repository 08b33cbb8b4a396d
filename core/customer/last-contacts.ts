import type { Day } from "../base/day.ts";
import type { Pages } from "./import/import-book.ts";
import type { Activity, Customer, Deal } from "./records.ts";

export interface ContactBook {
  readonly customers: Pages<Customer>;
  readonly activities: Pages<Activity>;
  readonly deals: Pages<Deal>;
}

type Latest = Map<string, Day>;

/** What one page says, by customer, and by deal where the page names no customer. */
interface PageLatest {
  readonly today: Day;
  readonly byCustomer: ReadonlyMap<string, Day>;
  readonly byDeal: ReadonlyMap<string, Day>;
}

const latestByRows = new WeakMap<object, PageLatest>();

/** Customer → the last contact until today: the latest of its activities, of those of its deals, of the day that its source
 * names, and of its deals' last activities. Each page is read once: an edit reads one page anew.
 * @example lastContacts({ customers: { pages: [{ rows: [{ id: "c1", lastContactOn: "2026-03-01" }] }] }, activities: { pages: [{ rows: [{ customerId: "c1", on: "2026-03-09" }] }] }, deals: { pages: [] } }, "2026-03-20").get("c1") // => "2026-03-09"
 */
export function lastContacts(book: ContactBook, today: Day): ReadonlyMap<string, Day> {
  const { latest, byDeal } = fromActivities(book.activities, today);
  for (const { rows } of byDeal.size === 0 ? [] : book.deals.pages) {
    for (const { id, customerId } of rows) {
      const on = byDeal.get(id);
      if (on !== undefined && customerId !== undefined) keepLatest(latest, customerId, on);
    }
  }
  for (const [id, on] of fromSources(book, today)) keepLatest(latest, id, on);
  return latest;
}

function fromActivities(activities: Pages<Activity>, today: Day) {
  const latest: Latest = new Map();
  const byDeal: Latest = new Map();
  for (const { rows } of activities.pages) {
    const page = pageLatest(rows, today, ({ customerId, dealId, on }) => ({ customerId, dealId, on }));
    for (const [id, on] of page.byCustomer) keepLatest(latest, id, on);
    for (const [id, on] of page.byDeal) keepLatest(byDeal, id, on);
  }
  return { latest, byDeal };
}

const sourcesByDeals = new WeakMap<
  object,
  { readonly of: readonly unknown[]; readonly latest: ReadonlyMap<string, Day> }
>();

/** What the systems themselves say; an activity that is written down leaves it as it is. */
function fromSources({ deals, customers }: ContactBook, today: Day): ReadonlyMap<string, Day> {
  const known = sourcesByDeals.get(deals.pages);
  if (known?.of[0] === customers.pages && known.of[1] === today) return known.latest;
  const latest: Latest = new Map();
  for (const { rows } of deals.pages) {
    const page = pageLatest(rows, today, ({ customerId, lastActivityOn }) => ({
      customerId,
      on: lastActivityOn,
    }));
    for (const [id, on] of page.byCustomer) keepLatest(latest, id, on);
  }
  for (const { rows } of customers.pages) {
    const page = pageLatest(rows, today, ({ id, lastContactOn }) => ({ customerId: id, on: lastContactOn }));
    for (const [id, on] of page.byCustomer) keepLatest(latest, id, on);
  }
  sourcesByDeals.set(deals.pages, { of: [customers.pages, today], latest });
  return latest;
}

function pageLatest<Row>(
  rows: readonly Row[],
  today: Day,
  read: (row: Row) => {
    readonly customerId?: string | undefined;
    readonly dealId?: string | undefined;
    readonly on: Day | undefined;
  },
): PageLatest {
  const known = latestByRows.get(rows);
  if (known?.today === today) return known;
  const byCustomer: Latest = new Map();
  const byDeal: Latest = new Map();
  for (const row of rows) {
    const { customerId, dealId, on } = read(row);
    if (on === undefined || on > today) continue;
    if (customerId !== undefined) keepLatest(byCustomer, customerId, on);
    else if (dealId !== undefined) keepLatest(byDeal, dealId, on);
  }
  const found = { today, byCustomer, byDeal };
  latestByRows.set(rows, found);
  return found;
}

function keepLatest(latest: Latest, id: string, on: Day): void {
  const known = latest.get(id);
  if (known === undefined || known < on) latest.set(id, on);
}
