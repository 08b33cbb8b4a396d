import { may, need } from "../field-rule.ts";
import type { FieldRule, RulesFor } from "../field-rule.ts";

/** Of every kind of rule of a plan. */
const PAY_RULE: FieldRule = {
  shape: {
    kind: "plain",
    id: "id",
    name: "label",
    basis: "plain",
    shape: "plain",
    by: "plain",
    kpiId: may("kpis", "any"),
    tiers: { list: { shape: { from: "plain", to: "plain", rate: "plain" } } },
    accelerator: { shape: { from: "plain", factor: "plain" } },
    decelerator: { shape: { below: "plain", factor: "plain" } },
    cap: "plain",
    floor: "plain",
    holdUntilPaid: "plain",
    from: "plain",
    until: "plain",
    product: "label",
    rate: "plain",
    perFact: "plain",
    groupId: need("groups", "any"),
    amount: "plain",
    recoverable: "plain",
    base: "plain",
    levels: { list: { shape: { name: "label", from: "plain", coefficient: "plain" } } },
    among: "plain",
    split: "plain",
  },
};

const PLAN = {
  id: "id",
  name: "label",
  subjects: { list: "holder" },
  from: "plain",
  until: "plain",
  frequency: "plain",
  rules: { list: PAY_RULE },
  note: "text",
  archived: "plain",
} as const satisfies Record<string, FieldRule>;

const RESULT: FieldRule = {
  shape: { kpiId: may("kpis", "any"), actual: "plain", target: "plain", ppm: "plain", isOwn: "plain" },
};

const STEP: FieldRule = {
  shape: {
    key: "plain",
    unit: "plain",
    value: "plain",
    rate: "plain",
    from: "plain",
    to: "plain",
    part: "plain",
  },
};

const PAY_FACT: FieldRule = {
  shape: {
    ref: { refText: "pull" },
    label: { name: "fact" },
    on: "plain",
    share: "plain",
    amount: "plain",
    paid: "plain",
    unit: "plain",
  },
};

const STATEMENT_LINE: FieldRule = {
  shape: {
    key: "id",
    kind: "plain",
    ruleId: "id",
    ruleKind: "plain",
    adjustment: "plain",
    // A rule's name, the reason of an adjustment, or the deal that has changed.
    label: { where: "kind", is: { adjustment: "line", change: { name: "fact" } }, else: "label" },
    change: { shape: { periodId: "plain", cause: "plain" } },
    facts: { list: PAY_FACT },
    result: RESULT,
    earned: "plain",
    amount: "plain",
    steps: { list: STEP },
  },
};

const CRITERION: FieldRule = {
  shape: {
    kind: "plain",
    kpiId: need("kpis", "any"),
    atLeast: "plain",
    periods: "plain",
    skillId: need("skills", "any"),
    courseId: need("courses", "any"),
  },
};

export const INCENTIVE_RULES: RulesFor<
  | "payPlans"
  | "statements"
  | "payAdjustments"
  | "rewardBudgets"
  | "ladderSteps"
  | "promotions"
  | "recognitions"
  | "rewardEvents"
> = {
  payPlans: {
    area: "incentive",
    isPay: true,
    keeps: ({ subjects, from, until }, scope) =>
      scope.during(from, until) &&
      (scope.isEverybody || subjects.some((key) => key === "team" || scope.subject(key))),
    fields: PLAN,
  },
  statements: {
    area: "incentive",
    isPay: true,
    keeps: ({ periodId }, scope) => scope.period(periodId),
    fields: {
      id: "id",
      memberId: need("members"),
      periodId: "plain",
      approvedOn: "plain",
      plan: { shape: PLAN },
      lines: { list: STATEMENT_LINE },
      total: "plain",
      drawDebt: "plain",
      hash: "plain",
    },
  },
  payAdjustments: {
    area: "incentive",
    isPay: true,
    keeps: ({ periodId }, scope) => scope.period(periodId),
    fields: {
      id: "id",
      memberId: need("members"),
      periodId: "plain",
      kind: "plain",
      amount: "plain",
      reason: "line",
      dealId: may("deals", "own"),
      on: "plain",
    },
  },
  rewardBudgets: {
    area: "incentive",
    isPay: true,
    keeps: ({ periodId }, scope) => scope.isEverybody && scope.period(periodId),
    fields: { id: "id", periodId: "plain", kind: "plain", amount: "plain" },
  },
  ladderSteps: {
    area: "incentive",
    fields: {
      id: "id",
      groupId: may("groups", "any"),
      fromTitle: "label",
      toTitle: "label",
      toGrade: "plain",
      criteria: { list: CRITERION },
      order: "plain",
    },
  },
  promotions: {
    area: "incentive",
    keeps: ({ on }, scope) => scope.on(on),
    fields: {
      id: "id",
      memberId: need("members"),
      stepId: { ref: "ladderSteps", lost: "keep" },
      step: "label",
      on: "plain",
      outcome: "plain",
      reason: "text",
      findings: { list: { shape: { label: "label", figure: "label", isMet: "plain" } } },
    },
  },
  recognitions: {
    area: "incentive",
    keeps: ({ on }, scope) => scope.on(on),
    fields: {
      id: "id",
      kind: "plain",
      memberId: need("members"),
      on: "plain",
      title: "line",
      reason: "text",
      periodId: "plain",
      cost: "pay",
      dealId: may("deals", "own"),
    },
  },
  rewardEvents: {
    area: "incentive",
    keeps: ({ on }, scope) => scope.on(on),
    fields: {
      id: "id",
      kind: "plain",
      name: "line",
      on: "plain",
      periodId: "plain",
      kpiId: may("kpis", "any"),
      threshold: "plain",
      places: "plain",
      budget: "pay",
      spent: "pay",
      attendance: { list: { shape: { memberId: need("members"), rating: "plain" } } },
      note: "text",
    },
  },
};
