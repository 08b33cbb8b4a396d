import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sumMoney } from "../../../../core/base/money.ts";
import { commission } from "../../../../core/incentive/pay/commission.ts";
import { drawLines } from "../../../../core/incentive/pay/draw.ts";
import { workRule } from "../../../../core/incentive/pay/work-rule.ts";
import { aCommission, aFact, percent, TIERS, yuan } from "../../../builders/incentive-pay.ts";

const marginal = aCommission({ shape: "marginal", tiers: TIERS });
const whole = aCommission({ shape: "whole", tiers: TIERS });
const of = (amount: number) => ({ facts: [aFact("orders/o1", yuan(amount))] });
const own = (target: number) => ({ actual: null, target: yuan(target), ppm: null, isOwn: true });

describe("the worked examples of the formulas", () => {
  test("marginal tiers give 12 999.92 for 199 999 and 15 000.00 for 220 000", () => {
    expect(commission(marginal, of(199_999)).amount).toBe(1_299_992);
    expect(commission(marginal, of(220_000)).amount).toBe(1_500_000);
  });

  test("whole-amount tiers give 15 999.92 for 199 999 and 20 000.00 for 200 000", () => {
    expect(commission(whole, of(199_999)).amount).toBe(1_599_992);
    expect(commission(whole, of(200_000)).amount).toBe(2_000_000);
  });

  test("5.1 % of 25.00 is 1.28", () => {
    const rule = aCommission({ tiers: [{ from: 0, rate: percent(5.1) }] });
    expect(commission(rule, of(25)).amount).toBe(128);
  });
});

describe("attainment", () => {
  const rule = aCommission({
    shape: "whole",
    by: "attainment",
    tiers: [
      { from: 0, to: percent(100), rate: percent(5) },
      { from: percent(100), rate: percent(8) },
    ],
  });

  test("a fen short of the target stays below its tier, the target itself reaches it", () => {
    const result = own(1000);
    expect(commission(rule, { facts: [aFact("a", 99_999)], result }).amount).toBe(5000);
    expect(commission(rule, { facts: [aFact("a", 100_000)], result }).amount).toBe(8000);
  });

  test("marginal tiers by attainment pay each part of the target at its own rate", () => {
    const result = own(1000);
    const outcome = commission({ ...rule, shape: "marginal" }, { facts: [aFact("a", yuan(1500))], result });
    expect(outcome.amount).toBe(yuan(1000 * 0.05 + 500 * 0.08));
  });

  test("without a target nothing is earned and the steps say so", () => {
    const outcome = commission(rule, of(1000));
    expect(outcome.amount).toBe(0);
    expect(outcome.steps.map((step) => step.key)).toEqual(["base", "no-target"]);
  });

  test("an accelerator multiplies from its attainment on, a decelerator below its own, before rounding", () => {
    const accelerator = { from: percent(120), factor: percent(150) };
    const decelerator = { below: percent(60), factor: percent(50) };
    const fast = aCommission({ accelerator, decelerator });
    const at = (amount: number) => commission(fast, { ...of(amount), result: own(1000) }).amount;
    expect([at(599), at(600), at(1199), at(1200)]).toEqual([1498, 3000, 5995, 9000]);
  });
});

describe("cap, floor, hold and draw", () => {
  test("a cap holds at its edge and a floor fills up to its own", () => {
    const rule = aCommission({ cap: yuan(100), floor: yuan(50) });
    const at = (amount: number) => commission(rule, of(amount)).amount;
    expect([at(0), at(1000), at(1999), at(2000), at(9000)]).toEqual([5000, 5000, 9995, 10_000, 10_000]);
  });

  test("what is earned waits for the payment of its own fact", () => {
    const facts = [aFact("a", 10_000, { paid: yuan(50) }), aFact("b", 30_000)];
    const outcome = commission(aCommission({ holdUntilPaid: true }), { facts });
    expect([outcome.earned, outcome.amount]).toEqual([2000, 1750]);
  });

  test("a recoverable draw is owed and paid back from what is earned above it", () => {
    const rule = { kind: "draw", id: "d", name: "预支", amount: yuan(500), recoverable: true } as const;
    const low = drawLines([rule], yuan(300), yuan(0));
    expect([low.lines[0]!.amount, low.debt]).toEqual([20_000, 20_000]);
    const high = drawLines([rule], yuan(600), low.debt);
    expect([high.lines[0]!.amount, high.debt]).toEqual([-10_000, 10_000]);
  });

  test("a draw that is kept is never owed", () => {
    const rule = { kind: "draw", id: "d", name: "保底", amount: yuan(500), recoverable: false } as const;
    expect(drawLines([rule], yuan(-100), yuan(0))).toMatchObject({ debt: 0, lines: [{ amount: 60_000 }] });
  });
});

describe("bonuses", () => {
  test("a KPI bonus is paid from its attainment on and not a ppm before", () => {
    const rule = {
      kind: "kpi-bonus",
      id: "k",
      name: "",
      kpiId: "visits",
      amount: yuan(800),
      from: percent(100),
    } as never;
    const at = (ppm: number) =>
      workRule(rule, { facts: [], result: { actual: 1, target: 1, ppm, isOwn: false }, memberId: "m1" })
        .amount;
    expect([at(999_999), at(1_000_000)]).toEqual([0, 80_000]);
  });

  test("a coefficient bonus is the base times the coefficient of the level that the score reaches", () => {
    const levels = [
      { name: "S", from: 110, coefficient: percent(150) },
      { name: "B", from: 80, coefficient: percent(100) },
    ];
    const rule = { kind: "coefficient-bonus", id: "k", name: "", base: yuan(1000), levels } as never;
    const at = (actual: number) =>
      workRule(rule, { facts: [], result: { actual, target: null, ppm: null, isOwn: false }, memberId: "m1" })
        .amount;
    expect([at(79.9), at(80), at(109.99), at(110)]).toEqual([0, 100_000, 100_000, 150_000]);
  });

  test("the parts of a team's bonus total it exactly", () => {
    const rule = {
      kind: "team-bonus",
      id: "t",
      name: "",
      kpiId: "s",
      amount: yuan(100),
      from: 0,
      among: "team",
      split: "by-result",
    } as never;
    const facts = ["a", "b", "c"].map((id, at) => aFact(`members/${id}`, 7 + at));
    const result = { actual: 1, target: 1, ppm: 1_000_000, isOwn: false };
    const parts = ["a", "b", "c"].map((memberId) => workRule(rule, { facts, result, memberId }).amount);
    expect(sumMoney(parts)).toBe(10_000);
  });
});

const amounts = fc.array(fc.integer({ min: 0, max: 30_000_000 }), { minLength: 1, maxLength: 12 });
const factsOf = (list: readonly number[]) => list.map((amount, at) => aFact(`orders/o${at}`, amount));

describe("properties", () => {
  test("the payout of marginal tiers never falls as sales rise", () => {
    fc.assert(
      fc.property(fc.nat(50_000_000), fc.nat(1_000_000), (base, more) => {
        const before = commission(marginal, { facts: [aFact("a", base)] }).amount;
        expect(commission(marginal, { facts: [aFact("a", base + more)] }).amount).toBeGreaterThanOrEqual(
          before,
        );
      }),
    );
  });

  test("the order of facts does not matter, held or not", () => {
    fc.assert(
      fc.property(amounts, fc.boolean(), (list, holdUntilPaid) => {
        const facts = factsOf(list).map((fact, at) => ({ ...fact, paid: at % 2 ? fact.amount : yuan(1) }));
        const rule = { ...whole, holdUntilPaid };
        expect(commission(rule, { facts: facts.toReversed() })).toEqual(commission(rule, { facts }));
      }),
    );
  });

  test("a sale and its return of the same amount earn nothing together", () => {
    fc.assert(
      fc.property(fc.nat(50_000_000), (amount) => {
        const there = commission(marginal, { facts: [aFact("a", amount)] }).amount;
        expect(commission(marginal, { facts: [aFact("a", -amount)] }).amount + there).toBe(0);
      }),
    );
  });

  test("what is held plus what is payable is what was earned, and all of it once all is paid", () => {
    fc.assert(
      fc.property(amounts, (list) => {
        const outcome = commission({ ...marginal, holdUntilPaid: true }, { facts: factsOf(list) });
        expect(outcome.amount).toBe(outcome.earned);
      }),
    );
  });
});
