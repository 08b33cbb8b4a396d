import { describe, expect, test } from "vitest";
import type { PayPlanId } from "../../../../core/base/id.ts";
import { period } from "../../../../core/base/period.ts";
import { aCommission, aPlan, payOf, Q1, sale, yuan } from "../../../builders/incentive-pay.ts";

const JANUARY = period("2026-01", 1);
const orders = [sale("o1", "2026-01-05", yuan(1000)), sale("o2", "2026-05-05", yuan(1000))];

describe("plans of two frequencies", () => {
  test("pay a member by one of them: the one that speaks of them most closely", () => {
    const mine = aPlan([aCommission()], {
      id: "mine" as PayPlanId,
      subjects: ["member:m1"],
      frequency: "month",
    });
    const world = { plans: [aPlan([aCommission()]), mine], orders };
    expect(payOf(world, JANUARY).total).toBe(yuan(50));
    expect(payOf(world, Q1)).toBeNull();
  });
});
