import { money } from "../../base/money.ts";
import type { OwnerIndex } from "../owner.ts";
import type { Customer, Order } from "../records.ts";
import type { Absences } from "./absences.ts";
import { isReassigned, moneyParam } from "./deal-lines.ts";
import { differenceLine, ownedBy } from "./difference-line.ts";
import type { DifferenceLine, LineParts } from "./difference-line.ts";
import type { RecordSpan } from "./record-span.ts";

/** What imports did to a customer: new, gone, another level, another owner. Names that a customers' file replaced are no
 * news.
 * @example customerLines({ id: "c1", before: null, after: { name: "Acme" } }, { absences: { before: new Set(), after: new Set() } })[0].kind // => "customer-new"
 */
export function customerLines(
  span: RecordSpan,
  input: { readonly absences: Absences; readonly owners: OwnerIndex },
): readonly DifferenceLine[] {
  const before = span.before as Customer | null;
  const after = span.after as Customer | null;
  const make = (parts: LineParts) => differenceLine("customers", span, parts);
  const { absences, owners } = input;
  if (after === null) return [];
  if (before === null) return [make({ kind: "customer-new" })];
  if (absences.after.has(span.id) && !absences.before.has(span.id)) return [make({ kind: "customer-gone" })];
  if (before === after) return [];
  const [old, now] = [ownedBy(before as never), ownedBy(after as never)];
  const owner = { before: old.ownerName ?? UNASSIGNED, after: now.ownerName ?? UNASSIGNED };
  return [
    ...(before.level === after.level
      ? []
      : [make({ kind: "customer-level", before: before.level, after: after.level })]),
    ...(isReassigned(old, now, owners) ? [make({ kind: "customer-reassigned", ...owner })] : []),
  ];
}

const UNASSIGNED = { key: "base.unassigned" };

/** What imports did to an order: new, another amount, more paid, more refunded.
 * @example orderLines({ id: "o1", before: null, after: { number: "7", amount: 100 } })[0].amount // => 100
 */
export function orderLines(span: RecordSpan): readonly DifferenceLine[] {
  const before = span.before as Order | null;
  const after = span.after as Order | null;
  if (after === null || before === after) return [];
  const make = (parts: LineParts) => differenceLine("orders", span, parts);
  if (before === null) return [make({ kind: "order-new", amount: after.amount })];
  const lines: DifferenceLine[] = [];
  const compare = (kind: LineParts["kind"], field: "amount" | "paid" | "refunded") => {
    const step = (after[field] ?? 0) - (before[field] ?? 0);
    if (step === 0) return;
    const values = { before: moneyParam(before[field]), after: moneyParam(after[field]) };
    lines.push(make({ kind, ...values, amount: money(Math.abs(step)) }));
  };
  compare("order-changed", "amount");
  compare("order-paid", "paid");
  compare("order-refunded", "refunded");
  return lines;
}
