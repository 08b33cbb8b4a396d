import { divideRounded, money } from "../../base/money.ts";
import type { Money } from "../../base/money.ts";
import type { PayRuleOf, PayStep, Tier } from "../records.ts";

/** A whole fraction: money before it is rounded. `down` is positive. */
export interface Exact {
  readonly up: bigint;
  readonly down: bigint;
}

/** How far a target is reached, as a whole fraction. */
export type Attained = Exact;

const MILLION = 1_000_000n;

/** What tiers give for a base, before rounding, and the steps that led there. `marginal`: each slice at its own rate; `whole`:
 * all at the highest rate reached; `flat`: all at the first rate. By amount the bounds are minor units; by attainment they are
 * ppm of the target, and a slice is the part of the base that lies between them. A negative base mirrors a positive one, so
 * that a sale and its return cancel out. `null` where tiers go by attainment and there is none.
 * Source: formulas, Commission. 5 % to 100 000, 8 % to 200 000, 10 % above: 220 000 gives 15 000.
 * @example roundExact(tiered({ shape: "marginal", by: "amount", tiers: [{ from: 0, to: 10000000, rate: 50000 }, { from: 10000000, to: 20000000, rate: 80000 }, { from: 20000000, rate: 100000 }] }, 22000000, null).exact) // => 1500000
 */
export function tiered(
  rule: Pick<PayRuleOf<"commission">, "shape" | "by" | "tiers">,
  base: Money,
  attained: Attained | null,
): { readonly exact: Exact; readonly steps: readonly PayStep[] } | null {
  if (rule.shape !== "flat" && rule.by === "attainment" && attained === null) return null;
  if (base < 0) {
    const mirrored = attained && { up: attained.up < 0n ? -attained.up : attained.up, down: attained.down };
    const { exact, steps } = tiered(rule, money(-base), mirrored)!;
    return { exact: { up: -exact.up, down: exact.down }, steps: steps.map(negated) };
  }
  // By amount the base is looked up itself; so both ways are one: a position on the scale of the bounds.
  const at: Exact =
    rule.by === "amount" || attained === null
      ? { up: BigInt(base), down: 1n }
      : { up: attained.up * MILLION, down: attained.down };
  if (rule.shape === "marginal") return slices(rule, base, at);
  const tier = rule.shape === "flat" ? rule.tiers[0]! : tierAt(rule.tiers, at);
  const exact = { up: BigInt(base) * BigInt(tier.rate), down: MILLION };
  const step = { key: rule.shape === "flat" ? "flat" : `whole-${rule.by}`, rate: tier.rate, part: base };
  return { exact, steps: [moneyStep(exact, { ...step, ...bounds(tier) })] };
}

/** Rounds half away from zero, once.
 * @example roundExact({ up: 5n, down: 2n }) // => 3
 */
export function roundExact({ up, down }: Exact): Money {
  return money(Number(divideRounded(up, down)));
}

/** The tier that a position lies in; below 0 the first.
 * @example tierAt([{ from: 0, to: 10, rate: 1 }, { from: 10, rate: 2 }], { up: 10n, down: 1n }).rate // => 2
 */
export function tierAt(tiers: readonly Tier[], at: Exact): Tier {
  return tiers.findLast((tier) => at.up >= BigInt(tier.from) * at.down) ?? tiers[0]!;
}

function slices(
  rule: Pick<PayRuleOf<"commission">, "by" | "tiers">,
  base: Money,
  at: Exact,
): { readonly exact: Exact; readonly steps: readonly PayStep[] } {
  // Where another KPI measures, nothing of it may be reached: then all of the base lies in the first slice.
  const isBelow = base !== 0 && at.up <= 0n;
  // Σ rate × part, where base × part ÷ at.up is the slice of the base.
  const parts = rule.tiers.flatMap((tier, index) => {
    if (isBelow) return index === 0 ? [{ tier, part: 1n }] : [];
    const top = tier.to === undefined ? at.up : smaller(at.up, BigInt(tier.to) * at.down);
    const part = top - BigInt(tier.from) * at.down;
    return part > 0n ? [{ tier, part }] : [];
  });
  const down = isBelow || at.up === 0n ? 1n : at.up;
  const steps = parts.map(({ tier, part }) => {
    const slice = BigInt(base) * part;
    return moneyStep(
      { up: slice * BigInt(tier.rate), down: down * MILLION },
      {
        key: `slice-${rule.by}`,
        rate: tier.rate,
        ...bounds(tier),
        part: roundExact({ up: slice, down }),
      },
    );
  });
  const up = parts.reduce((sum, { tier, part }) => sum + BigInt(base) * part * BigInt(tier.rate), 0n);
  return { exact: { up, down: down * MILLION }, steps };
}

function bounds(tier: Tier): Pick<PayStep, "from" | "to"> {
  return tier.to === undefined ? { from: tier.from } : { from: tier.from, to: tier.to };
}

function moneyStep(exact: Exact, step: Omit<PayStep, "unit" | "value">): PayStep {
  return { ...step, unit: "money", value: roundExact(exact) };
}

function negated(step: PayStep): PayStep {
  const part = step.part === undefined ? {} : { part: -step.part };
  return { ...step, value: step.value === null ? null : -step.value, ...part };
}

function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
