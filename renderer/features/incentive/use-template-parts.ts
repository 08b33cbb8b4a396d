import type { GroupId } from "../../../core/base/id.ts";
import { money, sumMoney } from "../../../core/base/money.ts";
import type { Money, Ppm } from "../../../core/base/money.ts";
import { lastDayOf, shiftPeriod } from "../../../core/base/period.ts";
import { payFacts } from "../../../core/incentive/pay/pay-facts.ts";
import { newRule } from "../../../core/incentive/plan/plan-templates.ts";
import type { TemplateParts } from "../../../core/incentive/plan/plan-templates.ts";
import type { PayBasis, PayRule } from "../../../core/incentive/records.ts";
import { membersOn } from "../../../core/team/memberships.ts";
import { living } from "../../../core/team/team-rows.ts";
import { settingsOf } from "../../../core/vault/workspace.ts";
import { currentPlatform } from "../../platform/current-platform.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { useWords } from "../../ui/words-context.tsx";
import { useFirstKpi } from "./commission-rule.tsx";
import { usePay } from "./use-pay.ts";

const BASIS = { won: "won", order: "ordered", paid: "paid" } as const;

/** What new rules begin with: names in the reader's language, and what a member usually sells in a quarter. */
export function useTemplateParts(): {
  readonly parts: TemplateParts;
  readonly usual: Money;
  makeRule(kind: PayRule["kind"]): PayRule;
} {
  const words = useWords();
  const workspace = useWorkspace();
  const { unit, period } = usePay();
  const kpiId = useFirstKpi();
  const basis: PayBasis = BASIS[settingsOf(workspace).salesBasis];
  const usual = useUsual(basis);
  const parts: TemplateParts = {
    basis,
    kpiId,
    unit,
    usual,
    nameOf: (kind) => words.text(`incentive.line.${kind}`),
    newId: () => currentPlatform().newId(),
  };
  const makeRule = (kind: PayRule["kind"]): PayRule => {
    const named = { id: parts.newId(), name: parts.nameOf(kind) };
    if (kind === "override") {
      const groupId = (living(workspace.rows.groups)[0]?.id ?? "") as GroupId;
      return { kind, ...named, rate: 50_000 as Ppm, groupId };
    }
    if (kind !== "special") return newRule(kind, parts);
    const { start: from } = period;
    return {
      kind,
      ...named,
      from,
      until: lastDayOf(period),
      basis,
      rate: 10_000 as Ppm,
      holdUntilPaid: false,
    };
  };
  return { parts, usual, makeRule };
}

/** The mean of what members were credited with in the last whole quarter, to two digits. */
function useUsual(basis: PayBasis): Money {
  const { context, period, fiscalStart, unit } = usePay();
  const quarter = period.kind === "quarter" ? shiftPeriod(period, -1, fiscalStart) : period;
  const members = membersOn(context.kpi.rows, context.kpi.today);
  const sum = sumMoney(
    members.flatMap((member) =>
      payFacts(context.kpi, { memberId: member.id, period: quarter, basis, waits: false }).map(
        (fact) => fact.amount,
      ),
    ),
  );
  const mean = members.length === 0 ? 0 : sum / members.length / unit;
  if (mean < 1000) return money(100_000 * unit);
  const step = 10 ** (Math.floor(Math.log10(mean)) - 1);
  return money(Math.round(mean / step) * step * unit);
}
