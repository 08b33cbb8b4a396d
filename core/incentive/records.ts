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

/** One rule of a plan. They are worked in the order of docs, whatever their order in the list. */
export const payRuleSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("commission"),
    id: idSchema<string>(),
    name: lineSchema,
    basis: z.enum(["won", "ordered", "paid"]),
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
    /** Earned at the won deal, payable when it is paid. */
    holdUntilPaid: z.boolean(),
  }),
  z.object({
    kind: z.literal("special"),
    id: idSchema<string>(),
    name: lineSchema,
    from: daySchema,
    until: daySchema,
    basis: z.enum(["won", "ordered", "paid"]),
    /** Only facts that name this product; all when absent. */
    product: lineSchema.optional(),
    rate: ppmSchema.optional(),
    perFact: moneySchema.optional(),
  }),
  z.object({
    kind: z.literal("override"),
    id: idSchema<string>(),
    name: lineSchema,
    /** Of the commission of the group's members after their cap. */
    rate: ppmSchema,
    groupId: idSchema<GroupId>(),
  }),
  z.object({
    kind: z.literal("draw"),
    id: idSchema<string>(),
    name: lineSchema,
    amount: moneySchema,
    recoverable: z.boolean(),
  }),
  z.object({
    kind: z.literal("kpi-bonus"),
    id: idSchema<string>(),
    name: lineSchema,
    kpiId: idSchema<KpiId>(),
    amount: moneySchema,
    /** The attainment in ppm from which it is paid. */
    from: ppmSchema,
  }),
  z.object({
    kind: z.literal("coefficient-bonus"),
    id: idSchema<string>(),
    name: lineSchema,
    base: moneySchema,
  }),
  z.object({
    kind: z.literal("team-bonus"),
    id: idSchema<string>(),
    name: lineSchema,
    kpiId: idSchema<KpiId>(),
    amount: moneySchema,
    from: ppmSchema,
    /** Divided equally or by the members' own results. */
    split: z.enum(["equal", "by-result"]),
  }),
]);
export type PayRule = z.infer<typeof payRuleSchema>;

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

/** A line of a statement as it was approved. */
export const statementLineSchema = z.object({
  key: idSchema<string>(),
  ruleId: idSchema<string>().optional(),
  label: lineSchema,
  /** The facts it speaks of, as `<table>/<id>` with what each gave. */
  facts: z.array(z.object({ ref: lineSchema, amount: moneySchema, paid: moneySchema })),
  amount: moneySchema,
  steps: z.array(z.object({ label: lineSchema, value: z.number() })),
});
export type StatementLine = z.infer<typeof statementLineSchema>;

/** What a member was paid for a period, approved and never edited. The id is `<memberId>|<periodId>|<number>`. */
export const statementSchema = z.object({
  id: idSchema<string>(),
  memberId: idSchema<MemberId>(),
  periodId: periodIdSchema,
  number: z.number().int().min(1),
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
