import type { MemberId } from "../../base/id.ts";
import { ZERO } from "../../base/money.ts";
import { inPeriod } from "../../base/period.ts";
import type { Period } from "../../base/period.ts";
import type { KpiContext } from "../../kpi/context.ts";
import { entriesOf } from "../../kpi/entries.ts";
import type { Entry } from "../../kpi/entries.ts";
import { memoBy } from "../../kpi/memo-by.ts";
import type { PayBasis, PayFact, PayRuleOf } from "../records.ts";
import { paidShare, paySource } from "./pay-source.ts";

/** What a member is credited with in a period, as the KPIs count it: facts of the basis on their own day, split by shares once,
 * net of refunds. `paid` is kept only where a rule waits for it, so that a payment changes nothing elsewhere. A fact without an
 * amount counts 0. The same list as long as nothing in it changes.
 * @example payFacts(kpiWorld({ members: [aMember("m1")], orders: [anOrder("o1", "2026-03-01", 500, { ownerName: "m1", refunded: 100 })] }), { memberId: "m1", period: period("2026-Q1", 1), basis: "ordered", waits: false }).map((fact) => [fact.ref, fact.amount]) // => [["orders/o1", 400]]
 */
export function payFacts(
  context: KpiContext,
  of: {
    readonly memberId: MemberId;
    readonly period: Period;
    readonly basis: PayBasis;
    readonly waits: boolean;
  },
): readonly PayFact[] {
  const paySourceOf = paySource(context, of.basis);
  const entries = entriesOf(context, paySourceOf.source, {
    subject: { kind: "member", id: of.memberId },
    span: of.period,
  });
  return memoBy([entries, paySourceOf], `pay-facts:${String(of.waits)}`, () =>
    entries.map((entry) => asFact(entry, paySourceOf, of.waits)),
  );
}

/** The facts of a dated special: those of the period that fall on its days and name its product.
 * @example specialFacts(kpiWorld({}), { from: "2026-03-01", until: "2026-03-31", basis: "ordered", holdUntilPaid: false }, { memberId: "m1", period: period("2026-Q1", 1) }) // => []
 */
export function specialFacts(
  context: KpiContext,
  rule: PayRuleOf<"special">,
  of: { readonly memberId: MemberId; readonly period: Period },
): readonly PayFact[] {
  const source = paySource(context, rule.basis);
  const entries = entriesOf(context, source.source, {
    subject: { kind: "member", id: of.memberId },
    span: of.period,
  });
  return entries
    .filter(
      ({ fact, day }) =>
        day >= rule.from &&
        day <= rule.until &&
        inPeriod(day, of.period) &&
        (rule.product === undefined || source.product(fact) === rule.product),
    )
    .map((entry) => asFact(entry, source, rule.holdUntilPaid));
}

function asFact(entry: Entry, of: ReturnType<typeof paySource>, waits: boolean): PayFact {
  const amount = entry.amount ?? ZERO;
  return {
    ref: `${of.source.table}/${entry.fact.id}`,
    label: of.source.label(entry.fact).slice(0, 200),
    on: entry.day,
    share: entry.share,
    amount,
    paid: waits ? paidShare(amount, of.paid(entry.fact)) : amount,
  };
}
