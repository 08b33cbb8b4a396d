import { WHOLE_PPM } from "../../base/money.ts";
import type { Money } from "../../base/money.ts";
import type { PayFact, PayResult, PayStep } from "../records.ts";
import type { Attained } from "./tiered.ts";

/** What a rule is worked from: the facts that count for the member, and the result that it looks at. */
export interface RuleInput {
  readonly facts: readonly PayFact[];
  readonly result?: PayResult | undefined;
}

/** What came of a rule. */
export interface RuleOutcome {
  /** Commission after its cap, before its floor: what a leader's override is taken of. */
  readonly capped: Money;
  readonly earned: Money;
  /** What of it is paid now; less where it waits for payments. */
  readonly amount: Money;
  readonly steps: readonly PayStep[];
}

/** How far the target is reached: by the rule's own base where that is what the KPI counts, else as it was measured. `null`
 * without a target.
 * @example attainedBy({ actual: null, target: 200, ppm: null, isOwn: true }, 150) // => { up: 150n, down: 200n }
 */
export function attainedBy(result: PayResult | undefined, base: Money): Attained | null {
  if (result === undefined) return null;
  if (!result.isOwn) return result.ppm === null ? null : { up: BigInt(result.ppm), down: BigInt(WHOLE_PPM) };
  if (result.target === null || result.target <= 0) return null;
  return { up: BigInt(base), down: BigInt(Math.round(result.target)) };
}

/** Whether an attainment is at least so many ppm; exact.
 * @example hasReached({ up: 199n, down: 200n }, 1000000) // => false
 */
export function hasReached(attained: Attained, ppm: number): boolean {
  return attained.up * BigInt(WHOLE_PPM) >= BigInt(ppm) * attained.down;
}

/** An attainment in whole ppm, cut and never rounded up.
 * @example attainedPpm({ up: 2n, down: 3n }) // => 666666
 */
export function attainedPpm({ up, down }: Attained): number {
  return Number((up * BigInt(WHOLE_PPM)) / down);
}

/** The step that says how far the target is reached.
 * @example attainmentStep(null) // => { key: "no-target", unit: "percent", value: null }
 */
export function attainmentStep(attained: Attained | null): PayStep {
  return attained === null
    ? { key: "no-target", unit: "percent", value: null }
    : { key: "attainment", unit: "percent", value: attainedPpm(attained) / WHOLE_PPM };
}
