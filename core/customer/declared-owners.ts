import type { Day } from "../base/day.ts";
import type { MemberId } from "../base/id.ts";
import type { Assignment, Duty, Member } from "../team/records.ts";
import type { Pages } from "./import/import-book.ts";
import { creditsOf, ownerIndex } from "./owner.ts";
import type { OwnedFact, OwnerIndex } from "./owner.ts";
import type { Customer, Deal, Twin } from "./records.ts";

/** How the owners of the matrix and those of the book disagree. `unowned`: nobody is named; `orphan`: who is named has left
 * or is no member; `double`: two people own one customer, in two systems or as customer and open deal; `no-duty`: a member
 * owns customers or open deals and answers for no duty; `no-customer`: a member does a duty whose other doers own customers,
 * and owns none. */
export const OWNER_CODES = ["orphan", "double", "unowned", "no-duty", "no-customer"] as const;
export type OwnerCode = (typeof OWNER_CODES)[number];

/** One disagreement. */
export interface OwnerFinding {
  readonly id: string;
  readonly code: OwnerCode;
  readonly ref: { readonly table: "customers" | "deals" | "members"; readonly id: string };
  readonly name: string;
  /** Who owns it as the book says; "" for nobody. */
  readonly owner: string;
  /** The second owner of a double; the count of what a member owns. */
  readonly other: string;
  readonly count: number;
}

/** What the comparison reads. A workspace is one. */
export interface OwnersBook {
  readonly rows: {
    readonly members: ReadonlyMap<string, Member>;
    readonly duties: ReadonlyMap<string, Duty>;
    readonly assignments: ReadonlyMap<string, Assignment>;
  };
  readonly facts: {
    readonly customers: Pages<Customer>;
    readonly deals: Pages<Deal>;
    readonly twins: Pages<Twin>;
  };
}

interface Owners {
  readonly book: OwnersBook;
  readonly index: OwnerIndex;
  readonly today: Day;
  /** Owner text → the members it leads to: a hundred thousand deals have nine owners. */
  readonly idsByText: Map<string, readonly MemberId[]>;
}

const foundByCustomers = new WeakMap<
  object,
  { readonly of: readonly unknown[]; readonly found: readonly OwnerFinding[] }
>();

/** Where the owners of the responsibility matrix and those of customers and open deals disagree, kind by kind. Closed deals
 * are history and are left alone. The same list for the same book and day.
 * @example ownerFindings({ rows: { members: new Map(), duties: new Map(), assignments: new Map() }, facts: { customers: { pages: [{ rows: [{ id: "c1", name: "A" }] }] }, deals: { pages: [] }, twins: { pages: [] } } }, "2026-03-01").map((one) => [one.code, one.name]) // => [["unowned", "A"]]
 */
export function ownerFindings(book: OwnersBook, today: Day): readonly OwnerFinding[] {
  const { members, duties, assignments } = book.rows;
  const of = [members, duties, assignments, book.facts.deals.pages, book.facts.twins.pages, today];
  const known = foundByCustomers.get(book.facts.customers.pages);
  if (known?.of.every((part, at) => part === of[at])) return known.found;
  const owners = { book, index: ownerIndex([...members.values()]), today, idsByText: new Map() };
  const all = [...recordFindings(owners), ...doubleFindings(owners), ...dutyFindings(owners)];
  const found = OWNER_CODES.flatMap((code) => all.filter((one) => one.code === code));
  foundByCustomers.set(book.facts.customers.pages, { of, found });
  return found;
}

function customersOf({ book }: Owners): readonly Customer[] {
  return book.facts.customers.pages.flatMap((page) => page.rows);
}

function openDealsOf({ book }: Owners): readonly Deal[] {
  return book.facts.deals.pages.flatMap((page) => page.rows.filter((deal) => deal.category === "open"));
}

/** The members that own a fact and are still on the team. */
function ownerIds(owners: Owners, fact: OwnedFact): readonly MemberId[] {
  const text = fact.credits ? undefined : (fact.ownerName ?? "");
  const known = text === undefined ? undefined : owners.idsByText.get(text);
  if (known) return known;
  const ids = creditsOf(fact, owners.index)
    .shares.map(({ memberId }) => memberId)
    .filter((id) => {
      const leftOn = owners.book.rows.members.get(id)?.leftOn;
      return leftOn === undefined || leftOn > owners.today;
    });
  if (text !== undefined) owners.idsByText.set(text, ids);
  return ids;
}

function ownerText({ book, index }: Owners, fact: OwnedFact): string {
  const names = creditsOf(fact, index).shares.map(
    ({ memberId }) => book.rows.members.get(memberId)?.name ?? "",
  );
  return names.length > 0 ? names.join(" / ") : (fact.ownerName ?? "");
}

function recordFindings(owners: Owners): readonly OwnerFinding[] {
  const finding = (table: "customers" | "deals", fact: Customer | Deal): readonly OwnerFinding[] => {
    if (ownerIds(owners, fact).length > 0) return [];
    const owner = ownerText(owners, fact);
    const code = owner === "" ? "unowned" : "orphan";
    const name = fact.name || fact.id;
    return [
      { id: `${code}:${fact.id}`, code, ref: { table, id: fact.id }, name, owner, other: "", count: 1 },
    ];
  };
  return [
    ...customersOf(owners).flatMap((customer) => finding("customers", customer)),
    ...openDealsOf(owners).flatMap((deal) => finding("deals", deal)),
  ];
}

/** One finding a customer: its own owner beside the first who differs. */
function doubleFindings(owners: Owners): readonly OwnerFinding[] {
  const claims = new Map<string, OwnedFact[]>();
  const claim = (id: string | undefined, fact: OwnedFact) => {
    if (id === undefined) return;
    const known = claims.get(id);
    if (known) known.push(fact);
    else claims.set(id, [fact]);
  };
  for (const deal of openDealsOf(owners)) claim(deal.customerId, deal);
  for (const page of owners.book.facts.twins.pages) {
    for (const twin of page.rows) if (twin.table === "customers") claim(twin.keptId, saidOwner(twin));
  }
  return customersOf(owners).flatMap((customer) => {
    const own = ownerIds(owners, customer);
    if (own.length === 0) return [];
    const others = (claims.get(customer.id) ?? []).filter((fact) =>
      ownerIds(owners, fact).some((id) => !own.includes(id)),
    );
    const [first] = others;
    if (first === undefined) return [];
    return [
      {
        id: `double:${customer.id}`,
        code: "double" as const,
        ref: { table: "customers" as const, id: customer.id },
        name: customer.name,
        owner: ownerText(owners, customer),
        other: ownerText(owners, first),
        count: others.length,
      },
    ];
  });
}

function saidOwner(twin: Twin): OwnedFact {
  const said = twin.said["ownerName"];
  return { ownerName: typeof said === "string" ? said : twin.ownerName };
}

function dutyFindings(owners: Owners): readonly OwnerFinding[] {
  const { members, duties, assignments } = owners.book.rows;
  const countById = new Map<string, number>();
  for (const fact of [...customersOf(owners), ...openDealsOf(owners)]) {
    for (const id of ownerIds(owners, fact)) countById.set(id, (countById.get(id) ?? 0) + 1);
  }
  const doersByDuty = new Map<string, string[]>();
  const answering = new Set<string>();
  for (const { dutyId, memberId, letters } of assignments.values()) {
    if (duties.get(dutyId)?.archived !== false || !/[RA]/.test(letters)) continue;
    answering.add(memberId);
    if (letters.includes("R")) doersByDuty.set(dutyId, [...(doersByDuty.get(dutyId) ?? []), memberId]);
  }
  const withoutCustomer = new Set<string>();
  for (const doers of doersByDuty.values()) {
    if (!doers.some((id) => countById.has(id))) continue;
    for (const id of doers) if (!countById.has(id)) withoutCustomer.add(id);
  }
  return [...members.values()].flatMap((member) => {
    const count = countById.get(member.id) ?? 0;
    const isGone = member.leftOn !== undefined && member.leftOn <= owners.today;
    const code =
      count > 0 && !answering.has(member.id)
        ? "no-duty"
        : withoutCustomer.has(member.id)
          ? "no-customer"
          : null;
    if (code === null || isGone) return [];
    const ref = { table: "members" as const, id: member.id };
    return [
      { id: `${code}:${member.id}`, code, ref, name: member.name, owner: member.name, other: "", count },
    ];
  });
}
