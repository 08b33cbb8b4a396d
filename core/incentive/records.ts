import { z } from "zod";
import type { DealId, GroupId, KpiId, MemberId, PayPlanId } from "../base/id.ts";
import {
  daySchema,
  idSchema,
  lineSchema,
  moneySchema,
  periodIdSchema,
  ppmSchema,
  subjectKeySchema,
  textSchema,
} from "../base/schema.ts";

/** What a rule looks up: half-open [from, to), in minor units or in ppm of attainment; the last one is open. */
export const tierSchema = z.object({
  from: z.number().refine(Number.isSafeInteger),
  to: z.number().refine(Number.isSafeInteger).optional(),
  rate: ppmSchema,
});
export type Tier = z.infer<typeof tierSchema>;

/** What facts a rule counts: won deals, orders, or what has been paid. */
export const payBasisSchema = z.enum(["won", "ordered", "paid"]);
export type PayBasis = z.infer<typeof payBasisSchema>;

/** From this score on a level and its coefficient hold. */
export const payLevelSchema = z.object({ name: lineSchema, from: z.number(), coefficient: ppmSchema });
export type PayLevel = z.infer<typeof payLevelSchema>;

const named = { id: idSchema<string>(), name: lineSchema };

/** One rule of a plan. They are worked in the order of the formulas, whatever their order in the list. */
export const payRuleSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("commission"),
    ...named,
    basis: payBasisSchema,
    shape: z.enum(["flat", "marginal", "whole"]),
    /** Whether tiers are looked up by the amount or by attainment of the target of this KPI. */
    by: z.enum(["amount", "attainment"]),
    kpiId: idSchema<KpiId>().optional(),
    tiers: z.array(tierSchema).min(1).max(20),
    /** A factor in ppm from this attainment (ppm) on. */
    accelerator: z.object({ from: ppmSchema, factor: ppmSchema }).optional(),
    /** A factor in ppm below this attainment (ppm). */
    decelerator: z.object({ below: ppmSchema, factor: ppmSchema }).optional(),
    cap: moneySchema.optional(),
    floor: moneySchema.optional(),
    /** Earned at the fact, payable when it is paid. */
    holdUntilPaid: z.boolean(),
  }),
  z.object({
    kind: z.literal("special"),
    ...named,
    /** The first and the last day on which it holds. */
    from: daySchema,
    until: daySchema,
    basis: payBasisSchema,
    /** Only facts that name this product; all when absent. */
    product: lineSchema.optional(),
    rate: ppmSchema.optional(),
    perFact: moneySchema.optional(),
    holdUntilPaid: z.boolean(),
  }),
  z.object({
    kind: z.literal("override"),
    ...named,
    /** Of the commission of the group's members after their cap. */
    rate: ppmSchema,
    groupId: idSchema<GroupId>(),
  }),
  z.object({ kind: z.literal("draw"), ...named, amount: moneySchema, recoverable: z.boolean() }),
  z.object({
    kind: z.literal("kpi-bonus"),
    ...named,
    kpiId: idSchema<KpiId>(),
    amount: moneySchema,
    /** The attainment in ppm from which it is paid. */
    from: ppmSchema,
  }),
  z.object({
    kind: z.literal("coefficient-bonus"),
    ...named,
    base: moneySchema,
    /** From the best to the least; below the last one nothing is paid. */
    levels: z.array(payLevelSchema).min(1).max(10),
  }),
  z.object({
    kind: z.literal("team-bonus"),
    ...named,
    kpiId: idSchema<KpiId>(),
    amount: moneySchema,
    from: ppmSchema,
    /** Whose result decides and among whom it is divided: each member's own group, or the whole team. */
    among: z.enum(["group", "team"]),
    /** Divided equally or by the members' own results. */
    split: z.enum(["equal", "by-result"]),
  }),
]);
export type PayRule = z.infer<typeof payRuleSchema>;
export type PayRuleOf<K extends PayRule["kind"]> = Extract<PayRule, { readonly kind: K }>;

/** How members are paid for results, from a day on. */
export const payPlanSchema = z.object({
  id: idSchema<PayPlanId>(),
  name: lineSchema.min(1),
  /** Whom it holds for: groups and members as subject keys; `team` for all. */
  subjects: z.array(subjectKeySchema),
  from: daySchema,
  /** The first day on which it no longer holds. */
  until: daySchema.optional(),
  frequency: z.enum(["month", "quarter"]),
  rules: z.array(payRuleSchema).max(40),
  note: textSchema,
  archived: z.boolean(),
});
export type PayPlan = z.infer<typeof payPlanSchema>;

/** A fact as a line counts it: the member's part of it, and how much of that part has been paid. */
export const payFactSchema = z.object({
  /** `<table>/<id>`. */
  ref: z.string().max(300),
  label: lineSchema,
  on: daySchema.optional(),
  share: ppmSchema,
  amount: moneySchema,
  paid: moneySchema,
  /** Of a member's result that is no money: then the amount is in millionths of this unit. */
  unit: z.enum(["count", "percent", "ratio", "days", "score"]).optional(),
});
export type PayFact = z.infer<typeof payFactSchema>;

/** A result that a rule looks at. `isOwn`: the rule's own base is the actual, so that it moves with the facts. */
export const payResultSchema = z.object({
  kpiId: idSchema<KpiId>().optional(),
  actual: z.number().nullable(),
  target: z.number().nullable(),
  /** Attainment, cut to whole ppm, so that nothing short of a threshold counts as having reached it. */
  ppm: z.number().nullable(),
  isOwn: z.boolean(),
});
export type PayResult = z.infer<typeof payResultSchema>;

/** One step on the way to a line's amount. `value` is in `unit`; the rest are the numbers of its sentence. */
export const payStepSchema = z.object({
  key: lineSchema,
  unit: z.enum(["money", "percent", "count", "score"]),
  value: z.number().nullable(),
  /** The rate or factor that was taken, in ppm. */
  rate: z.number().optional(),
  /** The bounds of a tier, in minor units or ppm as the key says; `to` is absent where it is open. */
  from: z.number().optional(),
  to: z.number().optional(),
  /** The part of the base that the step is about. */
  part: z.number().optional(),
});
export type PayStep = z.infer<typeof payStepSchema>;

export const PAY_LINE_KINDS = [
  "commission",
  "special",
  "override",
  "kpi-bonus",
  "coefficient-bonus",
  "team-bonus",
  "change",
  "adjustment",
  "draw",
  "recovery",
] as const;
export type PayLineKind = (typeof PAY_LINE_KINDS)[number];

/** A line of a statement. */
export const statementLineSchema = z.object({
  key: z.string().max(500),
  kind: z.enum(PAY_LINE_KINDS),
  ruleId: idSchema<string>().optional(),
  /** The rule's own kind, where the line changes what an earlier one paid. */
  ruleKind: z.enum(PAY_LINE_KINDS).optional(),
  /** Of an adjustment. */
  adjustment: z.enum(["correction", "bonus", "team-building", "travel", "other"]).optional(),
  label: lineSchema,
  /** What a line about an approved period says has changed since. */
  change: z
    .object({
      periodId: periodIdSchema,
      cause: z.enum(["refund", "void", "paid", "raised", "new", "result"]),
    })
    .optional(),
  /** Of a change: how the facts that changed are now. */
  facts: z.array(payFactSchema),
  result: payResultSchema.optional(),
  /** What was earned, and what of it is paid with this statement. */
  earned: moneySchema,
  amount: moneySchema,
  steps: z.array(payStepSchema),
});
export type StatementLine = z.infer<typeof statementLineSchema>;

/** What a member was paid for a period, approved and never edited. The id is `<memberId>|<periodId>`. */
export const statementSchema = z.object({
  id: idSchema<string>(),
  memberId: idSchema<MemberId>(),
  periodId: periodIdSchema,
  approvedOn: daySchema,
  /** The plan as it was. */
  plan: payPlanSchema.nullable(),
  lines: z.array(statementLineSchema),
  total: moneySchema,
  /** What is still owed of recoverable draws after this statement. */
  drawDebt: moneySchema,
  /** SHA-256 of the rest, so that a changed snapshot is noticed. */
  hash: lineSchema,
});
export type Statement = z.infer<typeof statementSchema>;

/** A line that a person adds to a member's running period. */
export const payAdjustmentSchema = z.object({
  id: idSchema<string>(),
  memberId: idSchema<MemberId>(),
  periodId: periodIdSchema,
  kind: z.enum(["correction", "bonus", "team-building", "travel", "other"]),
  amount: moneySchema,
  reason: textSchema.min(1),
  dealId: idSchema<DealId>().optional(),
  on: daySchema,
});
export type PayAdjustment = z.infer<typeof payAdjustmentSchema>;

/** What may be spent on a kind of reward in a period. The id is `<period id>|<kind>`. */
export const rewardBudgetSchema = z.object({
  id: idSchema<string>(),
  periodId: periodIdSchema,
  kind: z.enum(["commission", "bonus", "recognition", "travel", "team-building"]),
  amount: moneySchema,
});
export type RewardBudget = z.infer<typeof rewardBudgetSchema>;

const criterionSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("kpi"),
    kpiId: idSchema<KpiId>(),
    atLeast: z.number(),
    periods: z.number().int().min(1).max(12),
  }),
  z.object({
    kind: z.literal("attainment"),
    kpiId: idSchema<KpiId>(),
    atLeast: ppmSchema,
    periods: z.number().int().min(1).max(12),
  }),
  z.object({ kind: z.literal("months-in-role"), atLeast: z.number().int().min(1).max(600) }),
  z.object({
    kind: z.literal("skill"),
    skillId: idSchema<string>(),
    atLeast: z.number().int().min(1).max(5),
  }),
  z.object({ kind: z.literal("course"), courseId: idSchema<string>() }),
]);
export type Criterion = z.infer<typeof criterionSchema>;

/** A step up: from one title and grade to the next, with what must be fulfilled. */
export const ladderStepSchema = z.object({
  id: idSchema<string>(),
  groupId: idSchema<GroupId>().optional(),
  fromTitle: lineSchema,
  toTitle: lineSchema,
  toGrade: z.enum(["junior", "regular", "senior"]),
  criteria: z.array(criterionSchema).max(20),
  order: z.number(),
});
export type LadderStep = z.infer<typeof ladderStepSchema>;

/** What was decided about a member's step up, and on which grounds. */
export const promotionSchema = z.object({
  id: idSchema<string>(),
  memberId: idSchema<MemberId>(),
  stepId: idSchema<string>(),
  /** The step in the words of the day: it may be changed or taken away later. */
  step: lineSchema,
  on: daySchema,
  outcome: z.enum(["promoted", "deferred", "declined"]),
  reason: textSchema,
  /** The criteria, what was found and whether they were met on that day (`null`: not known), in the words of the day. */
  findings: z.array(z.object({ label: lineSchema, figure: lineSchema, isMet: z.boolean().nullable() })),
});
export type Promotion = z.infer<typeof promotionSchema>;

/** A badge, the star of a month, or a word of thanks. */
export const recognitionSchema = z.object({
  id: idSchema<string>(),
  kind: z.enum(["badge", "star", "thanks"]),
  memberId: idSchema<MemberId>(),
  on: daySchema,
  title: lineSchema.min(1),
  reason: textSchema,
  /** For the star: the month. */
  periodId: periodIdSchema.optional(),
  cost: moneySchema.optional(),
  dealId: idSchema<DealId>().optional(),
});
export type Recognition = z.infer<typeof recognitionSchema>;

/** A journey that is won, or an event of the team. */
export const rewardEventSchema = z.object({
  id: idSchema<string>(),
  kind: z.enum(["travel", "team-building"]),
  name: lineSchema.min(1),
  on: daySchema,
  /** The period whose results decide who goes; travel only. */
  periodId: periodIdSchema.optional(),
  kpiId: idSchema<KpiId>().optional(),
  /** Who is above it goes, in the KPI's base unit. */
  threshold: z.number().optional(),
  /** The best so many go. */
  places: z.number().int().min(1).max(1000).optional(),
  budget: moneySchema.optional(),
  spent: moneySchema.optional(),
  /** Who came, and how they liked it (1–5). */
  attendance: z.array(
    z.object({ memberId: idSchema<MemberId>(), rating: z.number().int().min(1).max(5).optional() }),
  ),
  note: textSchema,
});
export type RewardEvent = z.infer<typeof rewardEventSchema>;
