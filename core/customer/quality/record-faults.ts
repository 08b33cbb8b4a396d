import type { Day } from "../../base/day.ts";
import { nameKey } from "../../team/name-key.ts";
import { creditsOf, unmatchedNames } from "../owner.ts";
import type { Contact, Customer, Deal, Order } from "../records.ts";
import type { QualityContext } from "./quality-context.ts";
import type { QualityCode, QualityFact, QualityObject } from "./quality-finding.ts";

/** One fault of one record before it is a finding. */
export interface Fault {
  readonly code: QualityCode;
  readonly field: string | null;
  readonly about?: string | number;
}

/** Everything that is wrong with a deal.
 * Open: no amount, no expected close or one in the past, no next step, a chance other than its stage's. Won or lost: no
 * closing day (a source that has none of its own closes on the expected day), won without amount, lost without reason.
 * Any: no customer, owner missing, unknown or gone, a stage that the map of its source does not have, closed before it
 * was created.
 * @example dealFaults({ source: "typed", category: "void" }, {}) // => []
 */
export function dealFaults(deal: Deal, context: QualityContext): readonly Fault[] {
  if (deal.category === "void") return [];
  const faults: Fault[] = [];
  const isSpoken = (field: string) => context.isSpoken(deal.source, "deals", field);
  if (deal.category === "open") openFaults(deal, context, faults);
  else closedFaults(deal, isSpoken, faults);
  if (deal.customerId === undefined && deal.customerName === undefined)
    faults.push({ code: "no-customer", field: "customer" });
  const stage = context.stageOf(deal);
  if (deal.stage !== undefined && stage === undefined)
    faults.push({ code: "stage-unknown", field: "stage", about: deal.stage });
  if (stage?.probability !== undefined && isChanceOff(deal, stage.probability))
    faults.push({ code: "chance-off", field: "probability", about: `${stage.probability / 10_000}%` });
  ownerFault(deal, context, { isCurrent: deal.category === "open", faults });
  const closing = deal.closedOn === undefined ? deal.expectedCloseOn : deal.closedOn;
  if (isBefore(closing, deal.createdOn)) {
    const field = deal.closedOn === undefined ? "expectedClose" : "closed";
    faults.push({ code: "dates-crossed", field, about: deal.createdOn! });
  }
  return faults;
}

function openFaults(deal: Deal, context: QualityContext, faults: Fault[]): void {
  if (deal.amount === undefined) faults.push({ code: "no-amount", field: "amount" });
  if (deal.expectedCloseOn === undefined) faults.push({ code: "no-expected-close", field: "expectedClose" });
  else if (deal.expectedCloseOn < context.today) {
    faults.push({ code: "late", field: "expectedClose", about: deal.expectedCloseOn });
  }
  if (deal.nextStep === undefined && context.isSpoken(deal.source, "deals", "nextStep"))
    faults.push({ code: "no-next-step", field: "nextStep" });
}

function closedFaults(deal: Deal, isSpoken: (field: string) => boolean, faults: Fault[]): void {
  if (deal.category === "won" && deal.amount === undefined)
    faults.push({ code: "won-no-amount", field: "amount" });
  const hasDay = deal.closedOn !== undefined || (deal.expectedCloseOn !== undefined && !isSpoken("closed"));
  if (!hasDay)
    faults.push({ code: "no-closing-day", field: isSpoken("closed") ? "closed" : "expectedClose" });
  if (deal.category === "lost" && deal.lossReason === undefined && isSpoken("lossReason"))
    faults.push({ code: "no-reason", field: "lossReason" });
}

function isChanceOff(deal: Deal, stageChance: number): boolean {
  return deal.category === "open" && deal.probability !== undefined && deal.probability !== stageChance;
}

/** Everything that is wrong with a customer. One that no customers' file has brought has only that.
 * @example customerFaults({ source: "typed", name: "Acme", ownerName: "?" }, { sharing: () => 1, isSpoken: () => false, owners: { known: new Map([["?", { kind: "none" }]]) } }) // => [{ code: "owner-unknown", field: "owner", about: "?" }]
 */
export function customerFaults(customer: Customer, context: QualityContext): readonly Fault[] {
  const faults: Fault[] = [];
  const sharing = context.sharing(customer.source, nameKey(customer.name));
  if (sharing > 1) faults.push({ code: "twice", field: "name", about: sharing });
  if (isOnlyNamed(customer, context)) return [...faults, { code: "only-named", field: null }];
  const isSpoken = (field: string) => context.isSpoken(customer.source, "customers", field);
  ownerFault(customer, context, { isCurrent: true, faults });
  if (customer.level === undefined && isSpoken("level")) faults.push({ code: "no-level", field: "level" });
  if (customer.industry === undefined && isSpoken("industry"))
    faults.push({ code: "no-industry", field: "industry" });
  return faults;
}

/** Whether only rows of other objects have named the customer so far. */
function isOnlyNamed(customer: Customer, { batches }: QualityContext): boolean {
  const { batchId, ownerName, credits, level, industry } = customer;
  if (batchId === undefined || customer.by !== undefined) return false;
  const isBare = [ownerName, credits, level, industry].every((field) => field === undefined);
  const object = batches.get(batchId)?.object;
  return isBare && object !== undefined && object !== "customers";
}

/** Everything that is wrong with a contact.
 * @example contactFaults({ source: "typed", name: "A", phone: "1", customerName: "Acme" }) // => []
 */
export function contactFaults(contact: Contact): readonly Fault[] {
  const faults: Fault[] = [];
  if (contact.phone === undefined && contact.email === undefined)
    faults.push({ code: "no-way", field: "phone" });
  if (contact.customerId === undefined && contact.customerName === undefined)
    faults.push({ code: "no-customer", field: "customer" });
  return faults;
}

/** Everything that is wrong with an order.
 * @example orderFaults({ source: "typed", on: "2026-03-01", dueOn: "2026-02-01", ownerName: "?" }, { owners: { known: new Map([["?", { kind: "none" }]]) } }).map((fault) => fault.code) // => ["no-customer", "owner-unknown", "dates-crossed"]
 */
export function orderFaults(order: Order, context: QualityContext): readonly Fault[] {
  const faults: Fault[] = [];
  if (order.customerId === undefined && order.customerName === undefined)
    faults.push({ code: "no-customer", field: "customer" });
  ownerFault(order, context, { isCurrent: false, faults });
  if (isBefore(order.dueOn, order.on)) faults.push({ code: "dates-crossed", field: "due", about: order.on });
  return faults;
}

/** Who has left counts only where somebody must still act. */
function ownerFault(
  fact: QualityFact,
  { owners, leftIds }: QualityContext,
  to: { readonly isCurrent: boolean; readonly faults: Fault[] },
): void {
  const { ownerName, credits = [] } = fact;
  if (credits.length === 0 && ownerName === undefined) to.faults.push({ code: "no-owner", field: "owner" });
  else if (credits.length === 0 && unmatchedNames(ownerName!, owners).length > 0) {
    to.faults.push({ code: "owner-unknown", field: "owner", about: unmatchedNames(ownerName!, owners)[0]! });
  } else if (to.isCurrent) {
    const { shares } = creditsOf(fact, owners);
    const hasLeft = shares.length > 0 && shares.every(({ memberId }) => leftIds.has(memberId));
    if (hasLeft) to.faults.push({ code: "owner-left", field: "owner", about: ownerName ?? "" });
  }
}

function isBefore(day: Day | undefined, other: Day | undefined): boolean {
  return day !== undefined && other !== undefined && day < other;
}

/** The finder of each object. */
export const FAULTS_OF: Readonly<
  Record<QualityObject, (fact: never, context: QualityContext) => readonly Fault[]>
> = { deals: dealFaults, customers: customerFaults, contacts: contactFaults, orders: orderFaults };
