import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day } from "../../../../core/base/day.ts";
import { period } from "../../../../core/base/period.ts";
import type { MemberId } from "../../../../core/base/id.ts";
import { approveStatements, isUntouched } from "../../../../core/incentive/pay/approve.ts";
import { sealedProblems } from "../../../../core/incentive/pay/sealed-pay.ts";
import { checkChanges } from "../../../../core/vault/check-changes.ts";
import { emptyWorkspace } from "../../../../core/vault/workspace.ts";
import { kpiTestSettings } from "../../../builders/kpi-context.ts";
import {
  aCommission,
  aGroup,
  aMember,
  aMembership,
  anOrder,
  aPlan,
  approvedIn,
  payOf,
  payWorld,
  percent,
  Q1,
  Q2,
  Q3,
  sale,
  TIERS,
  yuan,
} from "../../../builders/incentive-pay.ts";
import type { PayWorld } from "../../../builders/incentive-pay.ts";

const tiered = aPlan([aCommission({ shape: "whole", tiers: TIERS })]);
const two = [sale("o1", "2026-02-01", yuan(150_000)), sale("o2", "2026-03-01", yuan(60_000))];
const refunded = [two[0]!, sale("o2", "2026-03-01", yuan(60_000), { refunded: yuan(60_000) })];
const world: PayWorld = { plan: tiered, orders: two };

describe("a provisional statement", () => {
  test("credits facts by shares, and the shares total the whole", () => {
    const credits = [
      { memberId: "m1" as MemberId, share: percent(33.3333) },
      { memberId: "m2" as MemberId, share: percent(66.6667) },
    ];
    const shared: PayWorld = {
      plan: aPlan([aCommission({ tiers: [{ from: 0, rate: percent(100) }] })]),
      members: [aMember("m1"), aMember("m2")],
      orders: [anOrder("o1", "2026-02-01", 1001, { credits })],
    };
    expect(payOf(shared, Q1).total + payOf(shared, Q1, "m2").total).toBe(1001);
  });

  test("counts an order less its refund", () => {
    expect(payOf({ plan: aPlan([aCommission()]), orders: refunded }, Q1).total).toBe(yuan(7500));
  });

  test("takes the plan that speaks of the member most closely", () => {
    const mine = aPlan([aCommission({ tiers: [{ from: 0, rate: percent(10) }] })], {
      id: "mine" as never,
      subjects: ["member:m1"],
    });
    expect(payOf({ plans: [mine, tiered], orders: two }, Q1).total).toBe(yuan(21_000));
  });

  test("pays a leader a rate of the members' commission after their cap, without their own", () => {
    const leader = aPlan(
      [
        aCommission(),
        { kind: "override", id: "o", name: "管理提成", rate: percent(10), groupId: "g1" as never },
      ],
      { id: "lead" as never, subjects: ["member:m9"] },
    );
    const capped = aPlan([aCommission({ cap: yuan(1000) })]);
    const team: PayWorld = {
      plans: [leader, capped],
      members: [aMember("m1"), aMember("m9")],
      groups: [aGroup("g1")],
      memberships: [aMembership("m1", "g1", "2020-01-01"), aMembership("m9", "g1", "2020-01-01")],
      orders: two,
    };
    expect(payOf(team, Q1, "m9").total).toBe(yuan(100));
  });
});

describe("an approved statement", () => {
  test("stays as it was when the book, the plan and the targets change", () => {
    const approved = approvedIn(world, Q1);
    const before = payOf(approved, Q1);
    const after = payOf({ ...approved, orders: [], plan: aPlan([]) }, Q1);
    expect(after).toEqual(before);
    expect(after.approvedOn).toBe("2026-10-01");
  });

  test("carries a hash that notices any edit", () => {
    const [statement] = approvedIn(world, Q1).statements!;
    expect(isUntouched(statement!)).toBe(true);
    expect(isUntouched({ ...statement!, total: yuan(1) })).toBe(false);
  });

  test("cannot be written, set or removed by any commit, and neither can its adjustments", () => {
    const { statements } = approvedIn(world, Q1);
    const adjustment = {
      id: "a1",
      memberId: "m1" as MemberId,
      periodId: Q1.id,
      kind: "correction" as const,
      amount: yuan(1),
      reason: "漏记",
      on: day("2026-10-02"),
    };
    const { rows } = payWorld({ statements: statements!, adjustments: [adjustment] });
    const id = "m1|2026-Q1";
    expect(sealedProblems(rows, [{ op: "put", table: "statements", records: statements! }])).toHaveLength(1);
    expect(sealedProblems(rows, [{ op: "set", table: "statements", id, fields: { total: 0 } }])).toHaveLength(
      1,
    );
    expect(sealedProblems(rows, [{ op: "remove", table: "statements", ids: [id] }])).toHaveLength(1);
    expect(sealedProblems(rows, [{ op: "remove", table: "payAdjustments", ids: ["a1"] }])).toHaveLength(1);
    expect(
      sealedProblems(rows, [{ op: "put", table: "payAdjustments", records: [adjustment] }]),
    ).toHaveLength(1);
  });

  test("is refused by the check of every commit", () => {
    const { statements } = approvedIn(world, Q1);
    const workspace = emptyWorkspace({ ...kpiTestSettings });
    const rows = { ...workspace.rows, statements: new Map(statements!.map((one) => [one.id, one])) };
    const change = { op: "remove", table: "statements", ids: ["m1|2026-Q1"] } as const;
    const checked = checkChanges({ ...workspace, rows }, [change]);
    expect(checked.ok ? [] : checked.error.map((one) => one.message.key)).toEqual([
      "incentive.problem.sealed",
    ]);
    expect(checkChanges(workspace, [{ op: "put", table: "statements", records: statements! }]).ok).toBe(true);
  });

  test("is refused before its period is over, twice, and before an earlier period", () => {
    const keyOf = (one: PayWorld, of: typeof Q1) => {
      const result = approveStatements(payWorld(one), ["m1" as MemberId], of);
      return result.ok ? "ok" : result.error[0]!.message.key;
    };
    expect(keyOf({ ...world, today: "2026-03-31" }, Q1)).toBe("incentive.problem.not-over");
    expect(keyOf(approvedIn(world, Q1), Q1)).toBe("incentive.problem.approved");
    expect(keyOf(approvedIn(world, Q1), Q3)).toBe("incentive.problem.earlier");
    expect(keyOf(approvedIn(world, Q2), Q1)).toBe("incentive.problem.later");
  });
});

describe("what changes after the approval", () => {
  test("a refund is a line of the next period that names the order and takes back the cliff it had crossed", () => {
    const approved = approvedIn(world, Q1);
    const next = payOf({ ...approved, orders: refunded }, Q2);
    expect(next.lines.filter((line) => line.kind === "change")).toMatchObject([
      {
        facts: [{ ref: "orders/o2", amount: 0 }],
        change: { periodId: "2026-Q1", cause: "refund" },
        amount: yuan(12_000 - 21_000),
      },
    ]);
    expect(next.total).toBe(yuan(-9000));
  });

  test("an order that is gone is a void, a new one is paid late, and once approved neither comes again", () => {
    const late = sale("o3", "2026-03-15", yuan(10_000));
    const approved = { ...approvedIn(world, Q1), orders: [two[0]!, late] };
    const next = payOf(approved, Q2);
    expect(next.lines.flatMap((line) => line.change?.cause ?? [])).toEqual(["void", "new"]);
    const again = approvedIn(approved, Q2);
    expect(payOf(again, Q3).lines.filter((line) => line.kind === "change")).toEqual([]);
  });

  test("stands in periods of one kind only, and waits for a later plan where a quarter had none", () => {
    const approved = { ...approvedIn(world, Q1), orders: refunded };
    expect(payOf(approved, period("2026-04", 1))).toBeNull();
    const later = { ...approved, plan: { ...tiered, from: day("2026-07-01") } };
    expect(payOf(later, Q3).lines.filter((line) => line.kind === "change")).toHaveLength(1);
  });

  test("what was held is released in the period in which it is paid", () => {
    const plan = aPlan([aCommission({ holdUntilPaid: true })]);
    const open = approvedIn({ plan, orders: [sale("o1", "2026-02-01", 10_000, { paid: yuan(0) })] }, Q1);
    expect(payOf(open, Q1)).toMatchObject({ total: 0, held: 500 });
    const paid = payOf({ ...open, orders: [sale("o1", "2026-02-01", 10_000, { paid: yuan(100) })] }, Q2);
    expect(paid).toMatchObject({ total: 500 });
    expect(paid.lines.find((line) => line.kind === "change")!.change!.cause).toBe("paid");
  });

  test("sales and their refunds net to nothing to the fen across periods, whatever the tiers", () => {
    const sales = fc.array(fc.integer({ min: 1, max: 40_000_000 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(sales, fc.constantFrom("flat", "marginal", "whole" as const), (list, shape) => {
        const plan = aPlan([aCommission({ shape, tiers: TIERS, cap: yuan(30_000) })]);
        const orders = list.map((amount, at) => sale(`o${at}`, "2026-02-01", amount));
        const half = orders.map((one, at) => (at % 2 ? one : { ...one, refunded: one.amount }));
        const none = orders.map((one) => ({ ...one, refunded: one.amount }));
        const first = approvedIn({ plan, orders }, Q1);
        const second = approvedIn({ ...first, orders: half }, Q2);
        const third = { ...second, orders: none };
        const paid = payOf(third, Q1).total + payOf(third, Q2).total + payOf(third, Q3).total;
        expect(paid).toBe(0);
      }),
      { numRuns: 60 },
    );
  });
});
