import { describe, expect, test } from "vitest";
import { day } from "../../../../core/base/day.ts";
import type { KpiId, MemberId } from "../../../../core/base/id.ts";
import { WHOLE_PPM } from "../../../../core/base/money.ts";
import { budgetLines, setBudget } from "../../../../core/incentive/pay/budgets.ts";
import { explainStatement } from "../../../../core/incentive/pay/explain-pay.ts";
import { payrollPaper } from "../../../../core/incentive/pay/payroll-paper.ts";
import { statementPaper } from "../../../../core/incentive/pay/statement-paper.ts";
import { cliffsOf } from "../../../../core/incentive/plan/cliffs.ts";
import { addAdjustment, savePlan } from "../../../../core/incentive/plan/edit-plan.ts";
import { planProblems } from "../../../../core/incentive/plan/plan-problems.ts";
import { PLAN_TEMPLATES, templateRules } from "../../../../core/incentive/plan/plan-templates.ts";
import { explainEarned } from "../../../../core/incentive/plan/explain-earned.ts";
import { nearCliffs, simulate } from "../../../../core/incentive/plan/simulate.ts";
import type { PaperTable } from "../../../../core/base/paper.ts";
import {
  aCommission,
  aDeal,
  aKpi,
  anOrder,
  aPlan,
  approvedIn,
  payOf,
  payWorld,
  percent,
  Q1,
  Q2,
  sale,
  TIERS,
  yuan,
} from "../../../builders/incentive-pay.ts";

const orders = [sale("o1", "2026-02-01", yuan(199_000)), sale("o2", "2026-05-01", yuan(50_000))];
const world = { plan: aPlan([aCommission()]), orders };
const memberIds = ["m1" as MemberId];
const noRewards = { rewardBudgets: new Map(), recognitions: new Map(), rewardEvents: new Map() };

describe("a plan", () => {
  test("is refused with the numbers of a gap, an overlap and an end that is missing", () => {
    const fieldsOf = (tiers: Parameters<typeof aCommission>[0]) =>
      planProblems(aPlan([aCommission({ shape: "marginal", ...tiers })])).map((one) => [
        one.field,
        one.message.key,
      ]);
    const [first, second, last] = TIERS as [never, never, never];
    expect(fieldsOf({ tiers: [first, last] })).toEqual([
      ["rules.c.tiers.1.from", "incentive.problem.tier-gap"],
    ]);
    expect(fieldsOf({ tiers: [first, first, second, last] })[0]).toEqual([
      "rules.c.tiers.1.from",
      "incentive.problem.tier-overlap",
    ]);
    expect(fieldsOf({ tiers: [first, second] })).toEqual([
      ["rules.c.tiers.1.to", "incentive.problem.tier-last"],
    ]);
  });

  test("is refused where a factor would turn against its name or a floor stands above the cap", () => {
    const slow = { from: percent(100), factor: percent(90) };
    const rule = aCommission({ accelerator: slow, cap: yuan(1), floor: yuan(2), kpiId: "k" as KpiId });
    const command = savePlan(aPlan([rule]));
    expect(command.ok ? [] : command.error.map((one) => one.field)).toEqual([
      "rules.c.accelerator.factor",
      "rules.c.floor",
    ]);
  });

  test("from every template is one that can be saved", () => {
    let count = 0;
    const parts = {
      basis: "ordered" as const,
      kpiId: "sales" as KpiId,
      unit: 100,
      usual: yuan(233_000),
      nameOf: (kind: string) => kind,
      newId: () => `r${++count}`,
    };
    const plans = PLAN_TEMPLATES.map((template) => aPlan(templateRules(template, parts)));
    expect(plans.flatMap(planProblems)).toEqual([]);
  });
});

describe("cliffs", () => {
  test("are the steps of whole-amount tiers: the yuan that makes 200 000 earns 4 000.08", () => {
    const cliffs = cliffsOf(aCommission({ shape: "whole", tiers: TIERS }), { unit: 100, target: null });
    expect(cliffs.map((one) => [one.at, one.jump])).toEqual([
      [yuan(100_000), yuan(3000.05)],
      [yuan(200_000), yuan(4000.08)],
    ]);
  });

  test("are none in marginal tiers, and one where an accelerator begins", () => {
    const rule = aCommission({ shape: "marginal", tiers: TIERS });
    expect(cliffsOf(rule, { unit: 100, target: null })).toEqual([]);
    const fast = { ...rule, accelerator: { from: percent(120), factor: percent(120) } };
    expect(cliffsOf(fast, { unit: 100, target: yuan(50_000) }).map((one) => one.at)).toEqual([yuan(60_000)]);
  });

  test("name who stood just short of one", () => {
    const whole = aPlan([aCommission({ shape: "whole", tiers: TIERS })]);
    const near = nearCliffs(payWorld(world), whole, { periods: [Q1, Q2], memberIds, unit: 100 });
    expect(near.map((one) => [one.periodId, one.missing])).toEqual([["2026-Q1", yuan(1000)]]);
  });
});

describe("the simulator", () => {
  test("sets what was approved beside what another plan would have given", () => {
    const approved = { ...approvedIn(world, Q1), plan: aPlan([]) };
    const double = aPlan([aCommission({ tiers: [{ from: 0, rate: percent(10) }] })]);
    const cells = simulate(payWorld(approved), { plans: [double], periods: [Q1, Q2], memberIds });
    expect(cells.map((cell) => [cell.present, cell.isApproved, cell.tried[0]])).toEqual([
      [yuan(9950), true, yuan(19_900)],
      [0, false, yuan(5000)],
    ]);
  });

  test("explains what was earned to the lines and facts of the statement, held or not", () => {
    const held = aPlan([aCommission({ holdUntilPaid: true })]);
    const place = { memberId: memberIds[0]!, period: Q1, name: "m1" };
    const { value, inputs } = explainEarned(payWorld(world), { ...place, tried: held });
    expect(value.value).toBe(yuan(9950));
    const line = inputs[0]!.explain!();
    expect([line.value.value, line.rows.length]).toEqual([yuan(9950), 1]);
    expect(line.inputs.map(({ label }) => label.key)).toEqual(["incentive.step.base", "incentive.step.flat"]);
  });

  test("leaves those as they are whom the plan does not speak of", () => {
    const other = aPlan([], { subjects: ["member:m9"] });
    const [cell] = simulate(payWorld(world), { plans: [other], periods: [Q1], memberIds });
    expect(cell).toMatchObject({ present: yuan(9950), tried: [yuan(9950)] });
  });
});

describe("sources", () => {
  test("a won deal counts less what was refunded on its order, and is paid as far as that order is", () => {
    const dealId = "d1" as never;
    const deal = aDeal("d1", {
      category: "won",
      amount: yuan(1000),
      closedOn: day("2026-02-01"),
      ownerName: "m1",
    });
    const order = anOrder("o1", "2026-02-02", yuan(1000), { dealId, refunded: yuan(200), paid: yuan(400) });
    const plan = aPlan([aCommission({ basis: "won", holdUntilPaid: true })]);
    expect(payOf({ plan, deals: [deal], orders: [order] }, Q1)).toMatchObject({ total: 2000, held: 2000 });
  });

  test("attainment of the KPI that counts the same is measured by the credited base", () => {
    const kpi = aKpi("sales", { unit: "money", source: "book", metric: "order-amount" });
    const tiers = [
      { from: 0, to: percent(100), rate: percent(1) },
      { from: percent(100), rate: percent(2) },
    ];
    const rule = aCommission({ shape: "whole", by: "attainment", kpiId: kpi.id, tiers });
    const at = (target: number) =>
      payOf({ plan: aPlan([rule]), orders, kpis: [kpi], wantedOf: () => ({ target }) }, Q1).total;
    expect([at(yuan(199_000)), at(yuan(199_001))]).toEqual([yuan(3980), yuan(1990)]);
  });
});

describe("what pay leaves the room as", () => {
  test("the payroll list has a row a person and sums that are formulas", () => {
    const [section] = payrollPaper(payWorld(world), Q1).sections;
    const { rows, columns } = section!.blocks[0] as PaperTable;
    expect(rows.map((row) => row.key)).toEqual(["m1|2026-Q1", "total"]);
    expect(rows[1]!.sumOf).toEqual(["m1|2026-Q1"]);
    const total = columns.findIndex((column) => column.key === "total");
    expect(rows[0]!.cells[total]).toEqual({ quantity: { unit: "money", value: yuan(9950) } });
  });

  test("the payroll list lies on its side: its columns need the room", () => {
    expect(payrollPaper(payWorld(world), Q1).isWide).toBe(true);
  });

  test("a statement on paper has its lines, its steps and its facts", () => {
    const paper = statementPaper(payWorld(world), memberIds[0]!, Q1);
    expect(paper.sections.map((section) => section.id)).toEqual(["pay-lines", "pay-facts", "signatures"]);
  });

  test("a total explains itself down to the order", () => {
    const statement = payOf(world, Q1);
    const explained = explainStatement(statement, "m1");
    const line = explained.inputs[0]!.explain!();
    expect(line.rows.map((row) => row.ref)).toEqual([{ table: "orders", id: "o1" }]);
    expect(explained.value).toEqual({ unit: "money", value: yuan(9950) });
  });
});

describe("budgets", () => {
  test("tell what was spent from what is coming, and what is left", () => {
    const approved = approvedIn(world, Q1);
    const rewardBudgets = new Map([
      [
        "2026|commission",
        { id: "2026|commission", periodId: "2026", kind: "commission", amount: yuan(20_000) },
      ],
    ]) as never;
    const year = { ...Q1, id: "2026" as never, kind: "year" as const, end: day("2027-01-01") };
    const [line] = budgetLines(payWorld(approved), { ...noRewards, rewardBudgets }, year);
    expect(line).toMatchObject({ spent: yuan(9950), coming: yuan(2500), left: yuan(7550) });
  });

  test("are taken away when they are emptied", () => {
    const command = setBudget(Q1, "bonus", null);
    expect(command.ok && command.value).toEqual([
      { op: "remove", table: "rewardBudgets", ids: ["2026-Q1|bonus"] },
    ]);
  });
});

describe("an adjustment", () => {
  const input = {
    id: "a1",
    memberId: memberIds[0]!,
    periodId: Q1.id,
    kind: "correction" as const,
    amount: yuan(-100),
    reason: "多发",
    on: day("2026-10-02"),
  };

  test("is a line of the open period and is refused in an approved one", () => {
    const { rows } = payWorld(approvedIn(world, Q1));
    expect(addAdjustment(rows, input).ok).toBe(false);
    const next = { ...input, periodId: Q2.id };
    expect(payOf({ ...world, adjustments: [next] }, Q2).total).toBe(yuan(2400));
    expect(addAdjustment(rows, next).ok).toBe(true);
  });

  test("needs a reason and an amount", () => {
    const { rows } = payWorld(world);
    const fieldOf = (part: Partial<typeof input>) => {
      const command = addAdjustment(rows, { ...input, ...part });
      return command.ok ? null : command.error[0]!.field;
    };
    expect([fieldOf({ reason: " " }), fieldOf({ amount: yuan(0) })]).toEqual(["reason", "amount"]);
  });
});

test("a share of a fact is kept as it was credited", () => {
  expect(payOf(world, Q1).lines[0]!.facts.map((fact) => fact.share)).toEqual([WHOLE_PPM]);
});
