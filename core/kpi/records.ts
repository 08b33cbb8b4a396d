import { z } from "zod";
import type { BatchId, KpiId, MemberId } from "../base/id.ts";
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

/** KPI values computed from the book. The names are those of the command line. */
export const BOOK_METRICS = [
  "won-amount",
  "won-count",
  "lost-count",
  "win-rate",
  "win-rate-value",
  "open-amount",
  "weighted-open-amount",
  "cycle-mean-days",
  "cycle-median-days",
  "order-amount",
  "order-count",
  "paid-amount",
  "new-customers-by-deal",
  "new-customers-by-order",
  "retention",
  "active-customers",
  "complaint-rate",
  "satisfaction",
  "nps",
] as const;
export const bookMetricSchema = z.enum(BOOK_METRICS);
export type BookMetric = z.infer<typeof bookMetricSchema>;

/** What a KPI from the book may measure: a metric, or the one that the settings mean by the plain word (销售额 = amounts
 * won, ordered or paid; 新客户数 = by first deal or first order). */
export const kpiMetricSchema = z.enum([...BOOK_METRICS, "sales-amount", "new-customers"]);
export type KpiMetric = z.infer<typeof kpiMetricSchema>;

/** Values are numbers in the base unit: money in minor units, percent and ratio as fractions, the rest as they are. */
export const kpiSchema = z.object({
  id: idSchema<KpiId>(),
  name: bilingualSchema,
  definition: z.object({ zh: textSchema, en: textSchema }),
  unit: z.enum(["money", "count", "percent", "ratio", "days", "score"]),
  direction: z.enum(["higher", "lower"]),
  /** `typed` values are typed or pasted; `book` values are computed. */
  source: z.enum(["typed", "book"]),
  metric: kpiMetricSchema.optional(),
  kind: z.enum(["flow", "level", "ratio"]),
  frequency: z.enum(["month", "quarter", "year"]),
  threshold: z.number().optional(),
  target: z.number().optional(),
  stretch: z.number().optional(),
  /** Score at the threshold and at the stretch. */
  scoreFloor: z.number(),
  scoreCap: z.number(),
  order: z.number(),
  archived: z.boolean(),
});
export type Kpi = z.infer<typeof kpiSchema>;

/** The KPIs of a group, or of one member who differs, from a day on. The id is `<subject key>:<from>`. Weights total 1 000 000. */
export const kpiSetSchema = z.object({
  id: idSchema<string>(),
  subject: subjectKeySchema,
  from: daySchema,
  weights: z.array(z.object({ kpiId: idSchema<KpiId>(), weight: ppmSchema })),
});
export type KpiSet = z.infer<typeof kpiSetSchema>;

/** One KPI's value for one subject and period. The id is `<kpiId>|<subject key>|<period id>`.
 * Typed ratios may keep their parts, so that a group's ratio is computed from parts and never averaged. */
export const measurementSchema = z.object({
  id: idSchema<string>(),
  kpiId: idSchema<KpiId>(),
  subject: subjectKeySchema,
  periodId: periodIdSchema,
  value: z.number(),
  numerator: z.number().optional(),
  denominator: z.number().optional(),
  source: z.enum(["typed", "pasted", "import"]),
  note: lineSchema.optional(),
  batchId: idSchema<BatchId>().optional(),
  line: z.number().int().optional(),
});
export type Measurement = z.infer<typeof measurementSchema>;

/** Points beside the KPIs for a member and a period, with the reason: a bonus above zero, a penalty below. */
export const scorePointSchema = z.object({
  id: idSchema<string>(),
  memberId: idSchema<MemberId>(),
  periodId: periodIdSchema,
  points: z.number().min(-10).max(10),
  reason: lineSchema.min(1),
  on: daySchema,
});
export type ScorePoint = z.infer<typeof scorePointSchema>;
