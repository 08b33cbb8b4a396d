import type { KpiId } from "../../base/id.ts";
import type { Money, Ppm } from "../../base/money.ts";
import type { PayBasis, PayLevel, PayRule } from "../records.ts";

export const PLAN_TEMPLATES = ["flat", "marginal", "attainment", "base-and-bonus"] as const;
export type PlanTemplate = (typeof PLAN_TEMPLATES)[number];

/** What a template needs to know of the workspace: names in the reader's language, what its sales are, its KPI of sales. */
export interface TemplateParts {
  readonly basis: PayBasis;
  readonly kpiId?: KpiId | undefined;
  /** Minor units in a main unit. */
  readonly unit: number;
  /** About what a member sells in a period, in minor units; tiers are laid around it. */
  readonly usual: Money;
  nameOf(kind: PayRule["kind"]): string;
  newId(): string;
}

/** The levels of the formulas: S from 110 with 1.5, A from 100 with 1.2, B from 80 with 1, C from 60 with 0.8, none below.
 * @example payLevels().map((one) => one.coefficient) // => [1500000, 1200000, 1000000, 800000]
 */
export function payLevels(): PayLevel[] {
  const level = (name: string, from: number, coefficient: number): PayLevel => ({
    name,
    from,
    coefficient: coefficient as Ppm,
  });
  return [
    level("S", 110, 1_500_000),
    level("A", 100, 1_200_000),
    level("B", 80, 1_000_000),
    level("C", 60, 800_000),
  ];
}

/** The rules of a template: a first plan to change, not a recommendation.
 * @example templateRules("flat", { basis: "ordered", unit: 100, usual: 20000000, nameOf: (kind) => kind, newId: () => "r" }).map((rule) => rule.kind) // => ["commission"]
 */
export function templateRules(template: PlanTemplate, parts: TemplateParts): PayRule[] {
  const { kpiId } = parts;
  const commission = newRule("commission", parts);
  if (commission.kind !== "commission") return [];
  if (template === "flat") return [commission];
  const middle = rounded(parts.usual, parts.unit);
  if (template === "marginal") {
    return [
      {
        ...commission,
        shape: "marginal",
        tiers: [
          { from: 0, to: middle / 2, rate: 30_000 as Ppm },
          { from: middle / 2, to: middle, rate: 50_000 as Ppm },
          { from: middle, rate: 80_000 as Ppm },
        ],
      },
    ];
  }
  if (template === "attainment" && kpiId !== undefined) {
    return [
      {
        ...commission,
        shape: "marginal",
        by: "attainment",
        kpiId,
        tiers: [
          { from: 0, to: 800_000, rate: 20_000 as Ppm },
          { from: 800_000, to: 1_000_000, rate: 40_000 as Ppm },
          { from: 1_000_000, rate: 60_000 as Ppm },
        ],
      },
    ];
  }
  return [
    commission,
    newRule("coefficient-bonus", parts),
    ...(kpiId === undefined ? [] : [newRule("team-bonus", parts)]),
  ];
}

/** A new rule of a kind, with numbers to start from.
 * @example newRule("draw", { basis: "ordered", unit: 100, usual: 0, nameOf: () => "Draw", newId: () => "r" }) // => { kind: "draw", id: "r", name: "Draw", amount: 300000, recoverable: true }
 */
export function newRule(
  kind: Exclude<PayRule["kind"], "override" | "special">,
  parts: TemplateParts,
): PayRule {
  const { basis, unit, kpiId } = parts;
  const named = { id: parts.newId(), name: parts.nameOf(kind) };
  const kpi = { kpiId: (kpiId ?? "") as KpiId };
  const amount = (main: number) => (main * unit) as Money;
  switch (kind) {
    case "commission": {
      const tiers = [{ from: 0, rate: 50_000 as Ppm }];
      return { kind, ...named, basis, shape: "flat", by: "amount", tiers, holdUntilPaid: false };
    }
    case "draw":
      return { kind, ...named, amount: amount(3_000), recoverable: true };
    case "kpi-bonus":
      return { kind, ...named, ...kpi, amount: amount(2_000), from: 1_000_000 as Ppm };
    case "coefficient-bonus":
      return { kind, ...named, base: amount(3_000), levels: payLevels() };
    case "team-bonus":
      return {
        kind,
        ...named,
        ...kpi,
        amount: amount(10_000),
        from: 1_000_000 as Ppm,
        among: "group",
        split: "equal",
      };
  }
}

/** To two digits, and even, so that half of it is round as well. */
function rounded(amount: Money, unit: number): number {
  const main = Math.max(1000, amount / unit);
  const step = 10 ** Math.floor(Math.log10(main) - 0.3);
  return Math.max(2, Math.round(main / step / 2) * 2) * step * unit;
}
