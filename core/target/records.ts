import { z } from "zod";
import { messageSchema } from "../base/message-schema.ts";
import type { DealId, KpiId, MemberId } from "../base/id.ts";
import {
  daySchema,
  idSchema,
  lineSchema,
  moneySchema,
  periodIdSchema,
  subjectKeySchema,
  textSchema,
} from "../base/schema.ts";

export const TARGET_LINES = ["target", "stretch", "challenge"] as const;
export const targetLineSchema = z.enum(TARGET_LINES);
export type TargetLine = z.infer<typeof targetLineSchema>;

/** The wanted value of a KPI for a subject and period. The id is `<kpiId>|<subject key>|<period id>|<line>`.
 * Every node of the tree keeps its own value, so a sum that does not fit is seen and not silently mended. */
export const targetSchema = z.object({
  id: idSchema<string>(),
  kpiId: idSchema<KpiId>(),
  subject: subjectKeySchema,
  periodId: periodIdSchema,
  line: targetLineSchema,
  /** In the KPI's base unit: money in minor units, fractions for percent and ratio. */
  value: z.number(),
  /** What had been reached before the book begins, for a start in mid-year. */
  opening: z.number().optional(),
  /** A difference to the sum of the parts that the manager chose to leave, by direction; said again when it changes. */
  accepted: z.object({ people: z.number().optional(), periods: z.number().optional() }).optional(),
  /** The member's working days that the value was meant for, where they are not all of the period's: it has been cut to
   * them, or was divided or left with them in mind. */
  meantDays: z.number().int().min(0).optional(),
  /** Why the assistant gave this share; gone with the next value. */
  reason: messageSchema.optional(),
});
export type Target = z.infer<typeof targetSchema>;

/** A day that the manager says is a holiday or a working day, whatever the library says. The id is the day. */
export const calendarDaySchema = z.object({
  id: daySchema,
  kind: z.enum(["holiday", "workday"]),
  name: lineSchema,
});
export type CalendarDay = z.infer<typeof calendarDaySchema>;

const versionSchema = z.object({
  /** 1 for the first change after the lock. */
  number: z.number().int().min(1),
  on: daySchema,
  reason: textSchema.min(1),
  /** Target id and its value before and after; `null` where there was none. */
  changes: z.array(
    z.object({ id: idSchema<string>(), before: z.number().nullable(), after: z.number().nullable() }),
  ),
});

export type TargetVersion = z.infer<typeof versionSchema>;

/** The targets of a KPI and fiscal year as they were agreed. While it stands, a change needs a reason and becomes a version.
 * The id is `<kpiId>|<year>`. */
export const targetLockSchema = z.object({
  id: idSchema<string>(),
  kpiId: idSchema<KpiId>(),
  year: z.number().int().min(1900).max(2999),
  on: daySchema,
  note: textSchema,
  /** Target id → value when it was locked. */
  original: z.record(z.string().max(200), z.number()),
  versions: z.array(versionSchema),
  /** Unlocked since that day: changes are free until it is locked again, and then become one version with this reason. */
  opened: z.object({ on: daySchema, reason: textSchema.min(1) }).optional(),
});
export type TargetLock = z.infer<typeof targetLockSchema>;

/** What a KPI is to reach over years. */
export const goalSchema = z.object({
  id: idSchema<string>(),
  kpiId: idSchema<KpiId>(),
  note: textSchema,
  /** Fiscal year → wanted value in the KPI's base unit. */
  valueByYear: z.record(z.string().regex(/^\d{4}$/), z.number()),
});
export type Goal = z.infer<typeof goalSchema>;

/** How large a market is in a period, as somebody says. */
export const marketSizeSchema = z.object({
  id: idSchema<string>(),
  /** Which market: a region, a segment; empty for the whole. */
  scope: lineSchema,
  periodId: periodIdSchema,
  size: moneySchema,
  source: lineSchema.min(1),
  /** When the source said so. */
  on: daySchema,
});
export type MarketSize = z.infer<typeof marketSizeSchema>;

/** What a member promises to close in a week. The id is `<memberId>|<monday>`. */
export const weeklyCommitSchema = z.object({
  id: idSchema<string>(),
  memberId: idSchema<MemberId>(),
  /** The Monday of the week. */
  week: daySchema,
  amount: moneySchema,
  dealIds: z.array(idSchema<DealId>()),
  note: textSchema,
});
export type WeeklyCommit = z.infer<typeof weeklyCommitSchema>;

/** A forecast as it stood on a day, kept so that it can be compared with what came. */
export const forecastSchema = z.object({
  id: idSchema<string>(),
  on: daySchema,
  kpiId: idSchema<KpiId>(),
  subject: subjectKeySchema,
  periodId: periodIdSchema,
  value: z.number(),
  low: z.number(),
  high: z.number(),
  /** The chance of reaching the target as a fraction; none without a target. */
  chance: z.number().min(0).max(1).optional(),
  target: z.number().optional(),
});
export type KeptForecast = z.infer<typeof forecastSchema>;
