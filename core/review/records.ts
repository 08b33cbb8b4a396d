import { z } from "zod";
import type { KpiId, MemberId } from "../base/id.ts";
import {
  bilingualSchema,
  daySchema,
  idSchema,
  lineSchema,
  periodIdSchema,
  ppmSchema,
  subjectKeySchema,
  textSchema,
} from "../base/schema.ts";
import { competencySchema, levelSchema } from "../base/settings.ts";

/** What the manager writes into a quarterly pack. The id is `<period id>|<subject key>`. */
export const commentarySchema = z.object({
  id: idSchema<string>(),
  periodId: periodIdSchema,
  subject: subjectKeySchema,
  text: textSchema,
});
export type Commentary = z.infer<typeof commentarySchema>;

/** The reviews of a period. The id is the period; a cycle that is not started has no record. */
export const reviewCycleSchema = z.object({
  id: periodIdSchema,
  state: z.enum(["open", "calibration", "locked"]),
  openedOn: daySchema,
  memberIds: z.array(idSchema<MemberId>()).min(1),
  /** Whether each member writes a part of their own. */
  asksSelf: z.boolean(),
  /** How many colleagues write about each member. */
  peerCount: z.number().int().min(0).max(5),
  competencies: z.array(competencySchema).max(20),
  /** How often it has been locked; the last time has the snapshot of this number. */
  lockCount: z.number().int().min(0),
  /** Why it was opened again, by the number of the lock that was opened. */
  reopenings: z.array(z.object({ number: z.number().int(), on: daySchema, reason: lineSchema.min(1) })),
});
export type ReviewCycle = z.infer<typeof reviewCycleSchema>;

/** What one person says of a member in a cycle. */
export const reviewPartSchema = z.object({
  text: textSchema,
  /** Competency id → 1–5. */
  ratings: z.record(z.string().max(200), z.number().int().min(1).max(5)),
  on: daySchema,
  /** The file it came back in; absent when it was typed. */
  file: lineSchema.optional(),
});
export type ReviewPart = z.infer<typeof reviewPartSchema>;

/** A member's appraisal in a cycle. The id is `<cycle id>|<member id>`. */
export const reviewSchema = z.object({
  id: idSchema<string>(),
  cycleId: periodIdSchema,
  memberId: idSchema<MemberId>(),
  self: reviewPartSchema.optional(),
  manager: reviewPartSchema.optional(),
  peers: z.array(z.object({ memberId: idSchema<MemberId>(), part: reviewPartSchema })),
  /** The colleagues who are asked for a part, where the manager has chosen them. */
  askedIds: z.array(idSchema<MemberId>()).max(5).optional(),
  /** The place in the nine-box: 1 low, 2 middle, 3 high. */
  performance: z.number().int().min(1).max(3).optional(),
  potential: z.number().int().min(1).max(3).optional(),
  /** The talk about it: what was said and agreed, and when the member acknowledged it. */
  talk: z
    .object({ on: daySchema, text: textSchema, agreed: textSchema, acknowledgedOn: daySchema.optional() })
    .optional(),
});
export type Review = z.infer<typeof reviewSchema>;

/** A member in a cycle with the figures that the review rests on, in base units and unrounded. */
export const reviewedMemberSchema = z.object({
  memberId: idSchema<MemberId>(),
  name: lineSchema,
  group: bilingualSchema,
  title: lineSchema,
  lines: z.array(
    z.object({
      kpiId: idSchema<KpiId>(),
      name: bilingualSchema,
      unit: z.enum(["money", "count", "percent", "ratio", "days", "score"]),
      weight: ppmSchema,
      value: z.number().nullable(),
      target: z.number().nullable(),
      score: z.number().nullable(),
    }),
  ),
  points: z.array(z.object({ points: z.number(), reason: lineSchema, on: daySchema })),
  /** The total of the KPIs, the points as they count, and both together; `null` when no KPI has a score. */
  kpiTotal: z.number().nullable(),
  heldPoints: z.number(),
  total: z.number().nullable(),
  level: levelSchema.nullable(),
  review: reviewSchema.nullable(),
});
export type ReviewedMember = z.infer<typeof reviewedMemberSchema>;

/** A cycle as it stood when it was locked, never changed. The id is `<cycle id>|<number>`. */
export const reviewSnapshotSchema = z.object({
  id: idSchema<string>(),
  cycleId: periodIdSchema,
  number: z.number().int().min(1),
  on: daySchema,
  competencies: z.array(competencySchema),
  levels: z.array(levelSchema),
  members: z.array(reviewedMemberSchema),
  /** SHA-256 of the rest, so that a changed snapshot is noticed. */
  hash: lineSchema,
});
export type ReviewSnapshot = z.infer<typeof reviewSnapshotSchema>;

/** A dated note on a member, for or against, with what it speaks of. */
export const evidenceSchema = z.object({
  id: idSchema<string>(),
  memberId: idSchema<MemberId>(),
  on: daySchema,
  tone: z.enum(["plus", "minus"]),
  text: textSchema.min(1),
  link: z
    .object({ table: z.enum(["deals", "kpis", "meetings"]), id: idSchema<string>(), label: lineSchema })
    .optional(),
});
export type Evidence = z.infer<typeof evidenceSchema>;

/** How a checkpoint or a whole plan came out. */
export const PLAN_RESULTS = ["met", "partly", "missed"] as const;

/** What a member is to do better by a day, how that is looked at on the way, and what came of it. */
export const improvementPlanSchema = z.object({
  id: idSchema<string>(),
  memberId: idSchema<MemberId>(),
  /** The review that it comes from. */
  reviewId: idSchema<string>().optional(),
  from: daySchema,
  /** The last day: then the outcome is due. */
  until: daySchema,
  /** What is to be better, so that both can tell whether it is. */
  aim: textSchema.min(1),
  /** What the manager does for it. */
  support: textSchema,
  /** The KPI that it is measured by. */
  kpiId: idSchema<KpiId>().optional(),
  checkpoints: z
    .array(
      z.object({
        id: idSchema<string>(),
        on: daySchema,
        expected: lineSchema.min(1),
        result: z.enum(PLAN_RESULTS).optional(),
        /** When it was looked at. */
        checkedOn: daySchema.optional(),
        note: textSchema,
      }),
    )
    .max(50),
  /** When the member acknowledged it. */
  acknowledgedOn: daySchema.optional(),
  outcome: z
    .object({ result: z.enum([...PLAN_RESULTS, "stopped"]), on: daySchema, text: textSchema })
    .optional(),
});
export type ImprovementPlan = z.infer<typeof improvementPlanSchema>;
export type Checkpoint = ImprovementPlan["checkpoints"][number];
