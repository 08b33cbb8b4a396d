import { z } from "zod";
import type { KpiId } from "../base/id.ts";
import { daySchema, idSchema, lineSchema, periodIdSchema, subjectKeySchema } from "../base/schema.ts";

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
});
export type Target = z.infer<typeof targetSchema>;

/** A day that the manager says is a holiday or a working day, whatever the library says. The id is the day. */
export const calendarDaySchema = z.object({
  id: daySchema,
  kind: z.enum(["holiday", "workday"]),
  name: lineSchema,
});
export type CalendarDay = z.infer<typeof calendarDaySchema>;
