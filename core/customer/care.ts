import { addDays, daysBetween } from "../base/day.ts";
import type { Day } from "../base/day.ts";
import type { Settings } from "../base/settings.ts";
import { nameKey } from "../team/name-key.ts";
import { contactSteps, lastContacts } from "./last-contacts.ts";
import type { ContactBook } from "./last-contacts.ts";
import { receivables } from "./receivables.ts";
import type { Receivable } from "./receivables.ts";
import type { Pages } from "./import/import-book.ts";
import type { Customer, Order, Payment } from "./records.ts";

/** Days that a customer may go without contact, where the settings say nothing else; "" stands for every other level. */
export const CARE_DAYS: Readonly<Record<string, number>> = { A: 14, B: 30, C: 60, "": 90 };

/** Renewals are shown from so many days before their day until so many after it. */
export const RENEWAL_DAYS_BEFORE = 60;
export const RENEWAL_DAYS_AFTER = 90;

/** Receivables are shown from so many days before they are due. */
export const DUE_DAYS_BEFORE = 7;

/** A customer that has waited longer than its level allows. */
export interface ContactDue {
  readonly id: string;
  readonly customer: Customer;
  /** `null`: the book knows of none. */
  readonly lastOn: Day | null;
  /** Days since the last contact, or since the customer was entered. */
  readonly days: number;
  readonly allowed: number;
  readonly daysOver: number;
}

/** A contract that runs out. */
export interface RenewalDue {
  readonly id: string;
  readonly customer: Customer;
  /** Days since it ran out; below zero: days left. */
  readonly daysOver: number;
}

/** What the care of customers asks for. */
export interface Care {
  readonly contacts: readonly ContactDue[];
  readonly renewals: readonly RenewalDue[];
  readonly receivables: readonly Receivable[];
}

export interface CareBook extends ContactBook {
  readonly orders: Pages<Order>;
  readonly payments: Pages<Payment>;
}

/** How long a customer of a level may go without contact: by the level as it stands, else by the letter that it begins
 * with (A级, "B - regular"), else as every other.
 * @example careDaysOf({}, "A级") // => 14
 * @example careDaysOf({ careDays: { "": 45 } }, undefined) // => 45
 */
export function careDaysOf(settings: Pick<Settings, "careDays">, level: string | undefined): number {
  const allowed = { ...CARE_DAYS, ...settings.careDays };
  const wanted = nameKey(level ?? "");
  const letter = /^[a-z](?![a-z0-9])/.exec(wanted)?.[0];
  const keys = Object.keys(allowed).filter((key) => key !== "");
  const found =
    keys.find((key) => nameKey(key) === wanted) ?? keys.find((key) => nameKey(key) === letter) ?? "";
  return allowed[found]!;
}

interface Known<T> {
  readonly of: readonly unknown[];
  readonly value: T;
}

const contactsByCustomers = new WeakMap<object, Known<Omit<Care, "receivables">>>();
const duesByOrders = new WeakMap<object, Known<Care["receivables"]>>();

/** Computed anew only when one of the parts is another; one answer is kept for each key. */
function kept<T>(
  known: WeakMap<object, Known<T>>,
  [key, ...of]: readonly [object, ...unknown[]],
  make: () => T,
): T {
  const last = known.get(key);
  if (last?.of.every((part, at) => part === of[at])) return last.value;
  const value = make();
  known.set(key, { of, value });
  return value;
}

/** Customers that have waited longer than their level allows, contracts that run out, orders due or overdue; the longest
 * overdue first. A customer without any contact counts from the day on which it was entered; without that day nothing is
 * said of it. The same lists for the same book, day and settings.
 * @example careOf({ customers: { pages: [{ rows: [{ id: "c1", name: "A", level: "A", lastContactOn: "2026-03-01" }] }] }, activities: { pages: [] }, deals: { pages: [] }, orders: { pages: [] }, payments: { pages: [] } }, { today: "2026-03-20", settings: {} }).contacts[0].daysOver // => 5
 */
export function careOf(
  book: CareBook,
  of: { readonly today: Day; readonly settings: Pick<Settings, "careDays"> },
): Care {
  const { orders, payments } = book;
  return {
    ...customersWaiting(book, of),
    receivables: kept(duesByOrders, [orders.pages, payments.pages, of.today], () =>
      receivables(rowsOf(orders), rowsOf(payments), of.today).filter(
        ({ daysOver }) => daysOver !== null && daysOver >= -DUE_DAYS_BEFORE,
      ),
    ),
  };
}

/** The part of care that looks at no orders: who waits for contact, and whose contract runs out.
 * @example customersWaiting({ customers: { pages: [] }, activities: { pages: [] }, deals: { pages: [] } }, { today: "2026-03-20", settings: {} }) // => { contacts: [], renewals: [] }
 */
export function customersWaiting(
  book: ContactBook,
  of: { readonly today: Day; readonly settings: Pick<Settings, "careDays"> },
): Omit<Care, "receivables"> {
  const { customers, activities, deals } = book;
  const parts = [customers.pages, activities.pages, deals.pages, of.today, of.settings.careDays] as const;
  return kept(contactsByCustomers, parts, () => ({
    contacts: contactsDue(book, of),
    renewals: renewalsDue(book, of.today),
  }));
}

/** Makes ready who waits for contact, in steps of a few milliseconds: for the time in which nobody waits for it.
 * @example [...customersWaitingSteps({ customers: { pages: [] }, activities: { pages: [] }, deals: { pages: [] } }, { today: "2026-03-20", settings: {} })].length // => 1
 */
export function* customersWaitingSteps(
  book: ContactBook,
  of: { readonly today: Day; readonly settings: Pick<Settings, "careDays"> },
): Generator<void, void> {
  yield* contactSteps(book, of.today);
  yield;
  customersWaiting(book, of);
}

function contactsDue(
  book: ContactBook,
  { today, settings }: { readonly today: Day; readonly settings: Pick<Settings, "careDays"> },
): readonly ContactDue[] {
  const lastById = lastContacts(book, today);
  const allowedByLevel = new Map<string | undefined, number>();
  const daysByDay = new Map<Day, number>();
  const due: ContactDue[] = [];
  for (const customer of rowsOf(book.customers)) {
    const lastOn = lastById.get(customer.id) ?? null;
    const since = lastOn ?? customer.createdOn;
    if (since === undefined) continue;
    const allowed = allowedByLevel.get(customer.level) ?? careDaysOf(settings, customer.level);
    allowedByLevel.set(customer.level, allowed);
    const days = daysByDay.get(since) ?? daysBetween(since, today);
    daysByDay.set(since, days);
    if (days <= allowed) continue;
    due.push({ id: customer.id, customer, lastOn, days, allowed, daysOver: days - allowed });
  }
  return due.toSorted((a, b) => b.daysOver - a.daysOver);
}

function renewalsDue(book: ContactBook, today: Day): readonly RenewalDue[] {
  const from = addDays(today, -RENEWAL_DAYS_AFTER);
  const until = addDays(today, RENEWAL_DAYS_BEFORE);
  return rowsOf(book.customers)
    .filter(({ renewalOn }) => renewalOn !== undefined && renewalOn >= from && renewalOn <= until)
    .map((customer) => ({
      id: customer.id,
      customer,
      daysOver: daysBetween(customer.renewalOn!, today),
    }))
    .toSorted((a, b) => b.daysOver - a.daysOver);
}

function rowsOf<Row>({ pages }: Pages<Row>): readonly Row[] {
  return pages.flatMap((page) => page.rows);
}
