import { z } from "zod";
import type { CourseId, GroupId, KpiId, MemberId, SessionId, SkillId } from "../base/id.ts";
import { bilingualSchema, daySchema, idSchema, lineSchema, moneySchema, textSchema } from "../base/schema.ts";

export const courseTopicSchema = z.enum([
  "market-analysis",
  "sales-skills",
  "customer-service",
  "product",
  "compliance",
  "other",
]);
export type CourseTopic = z.infer<typeof courseTopicSchema>;

/** What can be learned: once described, held in as many sessions as wanted. */
export const courseSchema = z.object({
  id: idSchema<CourseId>(),
  name: bilingualSchema,
  topic: courseTopicSchema,
  /** The skill it teaches, and the level (1–5) that who passes has. */
  skillId: idSchema<SkillId>().optional(),
  level: z.number().int().min(1).max(5).optional(),
  /** KPIs that it is meant to move. */
  kpiIds: z.array(idSchema<KpiId>()),
  /** Usual length in hours. */
  hours: z.number().min(0).max(1000),
  /** Usual cost of a session. */
  cost: moneySchema.optional(),
  /** Lowest score (0–100) with which the course is passed; none where attending is enough. */
  passMark: z.number().min(0).max(100).optional(),
  /** Months for which its certificate holds; none where it gives none, or one that never expires. */
  certificateMonths: z.number().int().min(1).max(600).optional(),
  /** Whether passing gives a certificate. */
  hasCertificate: z.boolean(),
  /** Groups whose members must have passed it; `all` for the whole team. */
  mandatoryFor: z.union([z.literal("all"), z.array(idSchema<GroupId>())]),
  /** The first day on which it was mandatory: who joined earlier has their days from here. */
  mandatoryFrom: daySchema.optional(),
  /** Days after joining by which a mandatory course is due; none where there is no day for it. */
  dueDays: z.number().int().min(1).max(3650).optional(),
  links: z.array(lineSchema),
  description: textSchema,
  order: z.number(),
  archived: z.boolean(),
});
export type Course = z.infer<typeof courseSchema>;

/** A course held, or to be held, on a day. */
export const trainingSessionSchema = z.object({
  id: idSchema<SessionId>(),
  courseId: idSchema<CourseId>(),
  on: daySchema,
  /** "09:30"; none for the whole day. */
  startsAt: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .optional(),
  hours: z.number().min(0).max(1000),
  trainer: lineSchema,
  place: lineSchema,
  cost: moneySchema,
  seats: z.number().int().min(1).max(1000).optional(),
  status: z.enum(["planned", "held", "cancelled"]),
  note: textSchema,
});
export type TrainingSession = z.infer<typeof trainingSessionSchema>;

/** A member in a session. The id is `<sessionId>|<memberId>`. */
export const enrolmentSchema = z.object({
  id: idSchema<string>(),
  sessionId: idSchema<SessionId>(),
  memberId: idSchema<MemberId>(),
  kind: z.enum(["mandatory", "open"]),
  /** Absent until somebody has said so. */
  attendance: z.enum(["attended", "missed", "excused"]).optional(),
  /** 0–100. */
  score: z.number().min(0).max(100).optional(),
  /** How useful it was, 1–5, as the member says. */
  rating: z.number().int().min(1).max(5).optional(),
  feedback: textSchema,
});
export type Enrolment = z.infer<typeof enrolmentSchema>;

/** What may be spent on training in a period. The id is the period: a year or a quarter. */
export const trainingBudgetSchema = z.object({
  id: idSchema<string>(),
  money: moneySchema.optional(),
  /** Hours for each member. */
  hoursEach: z.number().min(0).max(10_000).optional(),
  note: textSchema,
});
export type TrainingBudget = z.infer<typeof trainingBudgetSchema>;
