import { daysBetween } from "../../base/day.ts";
import type { Quantity } from "../../base/message.ts";
import { money } from "../../base/money.ts";
import type { Money } from "../../base/money.ts";
import { isSame } from "../../base/same.ts";
import { nameKey } from "../../team/name-key.ts";
import { creditsOf, ownerKey } from "../owner.ts";
import type { OwnedFact, OwnerIndex } from "../owner.ts";
import type { Deal } from "../records.ts";
import type { Absences } from "./absences.ts";
import { differenceLine, ownedBy } from "./difference-line.ts";
import type { DifferenceLine, LineParts } from "./difference-line.ts";
import type { RecordSpan } from "./record-span.ts";

/** What lines about deals are told from. */
export interface DealLinesInput {
  readonly absences: Absences;
  readonly owners: OwnerIndex;
  /** The place of a stage in its source's pipeline; `undefined` where it is not known. */
  orderOf(deal: Pick<Deal, "source" | "stage">): number | undefined;
}

/** What imports did to a deal: new, won, lost, void, reopened, gone or back; and while it is told by the file, its stage,
 * expected close, amount and owner. A deal that nothing happened to has no lines.
 * @example dealLines({ id: "d1", before: null, after: { name: "Boiler", category: "open" } }, { absences: { before: new Set(), after: new Set() } })[0].kind // => "new"
 */
export function dealLines(span: RecordSpan, input: DealLinesInput): readonly DifferenceLine[] {
  const { before: wasAbsent, after: isAbsent } = input.absences;
  if (span.before === span.after && wasAbsent.has(span.id) === isAbsent.has(span.id)) return [];
  const before = span.before as Deal | null;
  const after = span.after as Deal | null;
  const make = (parts: LineParts) => differenceLine("deals", span, parts);
  if (after === null || (isAbsent.has(span.id) && !wasAbsent.has(span.id))) {
    if (before === null) return [];
    return [make({ kind: "gone", before: stageText(before), amount: before.amount })];
  }
  if (before === null) {
    if (after.category === "void") return [];
    return [make({ kind: "new", after: stageText(after), amount: after.amount })];
  }
  const isBack = wasAbsent.has(span.id) && !isAbsent.has(span.id);
  const back = isBack ? [make({ kind: "returned", after: stageText(after), amount: after.amount })] : [];
  if (before === after) return back;
  const parts = [
    categoryPart(before, after) ?? stagePart({ before, after }, input),
    closePart(before, after),
    amountPart(before, after),
    ownerPart({ before, after }, input.owners),
  ];
  return [...back, ...parts.flatMap((part) => (part === null ? [] : [make(part)]))];
}

/** Whether two records have another owner: other members, or where no member is found, another name.
 * @example isReassigned({ ownerName: "Ann" }, { ownerName: " ANN " }, { idsByMark: new Map(), idsByName: new Map(), memberIds: new Set(), known: new Map() }) // => false
 */
export function isReassigned(before: OwnedFact, after: OwnedFact, owners: OwnerIndex): boolean {
  if (isSame(before, after)) return false;
  const [old, now] = [creditsOf(before, owners), creditsOf(after, owners)];
  if (old.shares.length > 0 || now.shares.length > 0) return !isSame(old, now);
  return ownerKey(before.ownerName ?? "") !== ownerKey(after.ownerName ?? "");
}

/** An amount as it is said.
 * @example moneyParam(100) // => { unit: "money", value: 100 }
 * @example moneyParam(undefined) // => { unit: "money", value: null }
 */
export function moneyParam(amount: Money | undefined): Quantity {
  return { unit: "money", value: amount ?? null };
}

function stageText({ stage, category }: Deal): LineParts["before"] {
  return stage || { key: `customer.category.${category}` };
}

function categoryPart(before: Deal, after: Deal): LineParts | null {
  if (before.category === after.category) return null;
  const kind = after.category === "open" ? "reopened" : after.category;
  return { kind, before: stageText(before), after: stageText(after), amount: after.amount ?? before.amount };
}

function stagePart(
  { before, after }: { readonly before: Deal; readonly after: Deal },
  { orderOf }: DealLinesInput,
): LineParts | null {
  if (nameKey(before.stage ?? "") === nameKey(after.stage ?? "")) return null;
  const [from, to] = [orderOf(before), orderOf(after)];
  const isOrdered = from !== undefined && to !== undefined && from !== to;
  const kind = isOrdered ? (to > from ? "forward" : "back") : "moved";
  return { kind, before: stageText(before), after: stageText(after), amount: after.amount };
}

function closePart(before: Deal, after: Deal): LineParts | null {
  const [from, to] = [before.expectedCloseOn, after.expectedCloseOn];
  if (after.category !== "open" || from === undefined || to === undefined || from === to) return null;
  const days = daysBetween(from, to);
  const kind = days > 0 ? "slipped" : "pulled-in";
  return { kind, before: { day: from }, after: { day: to }, days: Math.abs(days), amount: after.amount };
}

function amountPart(before: Deal, after: Deal): LineParts | null {
  if (before.amount === after.amount) return null;
  const step = (after.amount ?? 0) - (before.amount ?? 0);
  const kind = step < 0 ? "cut" : "grown";
  const [from, to] = [moneyParam(before.amount), moneyParam(after.amount)];
  return { kind, before: from, after: to, amount: money(Math.abs(step)) };
}

function ownerPart(
  { before, after }: { readonly before: Deal; readonly after: Deal },
  owners: OwnerIndex,
): LineParts | null {
  if (!isReassigned(ownedBy(before as never), ownedBy(after as never), owners)) return null;
  return { kind: "reassigned", before: ownerText(before), after: ownerText(after), amount: after.amount };
}

function ownerText({ ownerName }: OwnedFact): LineParts["before"] {
  return ownerName ?? { key: "base.unassigned" };
}
