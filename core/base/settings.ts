import { z } from "zod";
import type { MemberId } from "./id.ts";
import { bilingualSchema, daySchema, idSchema, lineSchema, ppmSchema } from "./schema.ts";
import { stampSchema } from "./stamp-schema.ts";

/** A level of scores: from which score on it is given (the lowest has none), and the coefficient it brings, in ppm. */
export const levelSchema = z.object({
  name: lineSchema.min(1),
  from: z.number().optional(),
  coefficient: ppmSchema,
});
export type Level = z.infer<typeof levelSchema>;

/** What is rated 1–5 beside the KPIs. */
export const competencySchema = z.object({ id: idSchema<string>(), name: bilingualSchema });
export type Competency = z.infer<typeof competencySchema>;

/** Somebody who was erased: who it was is told by a hash of their id alone, and what stands in their place. */
export const erasedMemberSchema = z.object({
  who: z.string().length(64),
  as: idSchema<MemberId>(),
  name: lineSchema,
  statements: z.enum(["neutral", "remove"]),
  reviews: z.enum(["neutral", "remove"]),
  on: daySchema,
  at: stampSchema,
});
export type ErasedMember = z.infer<typeof erasedMemberSchema>;

/** What holds for the whole workspace. One row, with the id `workspace`. */
export const settingsSchema = z.object({
  id: z.literal("workspace"),
  /** The team's name. */
  name: lineSchema,
  /** ISO 4217. One per workspace. */
  currency: z.string().regex(/^[A-Z]{3}$/),
  /** 1–12. */
  fiscalStart: z.number().int().min(1).max(12),
  /** What the plain word 销售额 means: amounts won, ordered or paid. */
  salesBasis: z.enum(["won", "order", "paid"]),
  /** What makes a customer new: its first won deal or its first order. */
  newCustomerBy: z.enum(["deal", "order"]),
  /** What complaints are divided by: customers served (when absent) or orders. */
  complaintPer: z.enum(["customers", "orders"]).optional(),
  /** Accountable and responsible duties a member may hold before a finding says so. */
  dutyLimit: z.number().int().min(1).max(99),
  /** Days that a customer of a level may go without contact; "" stands for every other level. */
  careDays: z.record(z.string().max(200), z.number().int().min(1).max(3650)).optional(),
  /** Whose word holds where two systems speak of one record: the first of the list that says something. */
  sourceOrder: z.array(z.string().max(50)).max(20).optional(),
  /** Whether people are put into order on leaderboards; they are when absent. */
  leaderboards: z.boolean().optional(),
  /** Levels of the total score from the highest down; the usual ones when absent (`levelsOf`). */
  levels: z.array(levelSchema).min(1).max(20).optional(),
  /** The last stamp of each device whose changes have come in here, in the order of the devices: what a merge takes for known. */
  seen: z.array(stampSchema).max(5000).optional(),
  /** It began as a share: what was left out is not said here, and no lack of it counts. */
  isPart: z.boolean().optional(),
  /** Names were replaced before this was shared: it is read, and never merged. */
  isMasked: z.boolean().optional(),
  /** Who was erased on request, so that no older copy brings them back. */
  erased: z.array(erasedMemberSchema).max(2000).optional(),
  /** What new review cycles rate beside the KPIs; the usual ones when absent (`competenciesOf`). */
  competencies: z.array(competencySchema).max(20).optional(),
});
export type Settings = z.infer<typeof settingsSchema>;
