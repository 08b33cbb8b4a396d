import { describe, expect, test } from "vitest";
import { commission } from "../../../../core/incentive/pay/commission.ts";
import { aCommission, aFact, percent, yuan } from "../../../builders/incentive-pay.ts";

describe("attainment of another KPI than the one that is paid", () => {
  const rule = aCommission({
    shape: "marginal",
    by: "attainment",
    tiers: [
      { from: 0, to: percent(100), rate: percent(5) },
      { from: percent(100), rate: percent(8) },
    ],
  });
  const at = (ppm: number) =>
    commission(rule, {
      facts: [aFact("a", yuan(1000))],
      result: { actual: 0, target: 10, ppm, isOwn: false },
    });

  test("at nothing the whole base is paid at the first rate, as it is a ppm above", () => {
    expect([at(1).amount, at(0).amount, at(-5).amount]).toEqual([yuan(50), yuan(50), yuan(50)]);
    expect(at(0).steps.map((step) => step.key)).toEqual(["base", "attainment", "slice-attainment"]);
  });
});
