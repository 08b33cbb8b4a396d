import { z } from "zod";
import { parseDay } from "./day.ts";
import type { Day } from "./day.ts";
import { parseSubjectKey } from "./id.ts";
import type { Money, Ppm } from "./money.ts";
import { parsePeriod } from "./period.ts";
import type { PeriodId } from "./period.ts";

/** Days that were right before: records name few of them many times. */
const knownDays = new Set<string>();
const MOST_KNOWN_DAYS = 20_000;

/* Pieces of record schemas. A record's type is inferred from its schema, so the two cannot drift apart. */

/** An id of a given brand: 1–200 characters.
 * @example idSchema().safeParse("").success // => false
 */
export const idSchema = <Id extends string>() => z.string().min(1).max(200) as unknown as z.ZodType<Id, Id>;

/** Text a person typed on one line: at most 200 characters. */
export const lineSchema = z.string().max(200);

/** Text a person typed on many lines: at most 20 000 characters. */
export const textSchema = z.string().max(20_000);

export const daySchema = z.string().refine(isDay) as unknown as z.ZodType<Day, Day>;

/** A moment as `Date.toISOString` writes it: days are told from it. */
export const momentSchema = z
  .string()
  .refine((text) => /^\d{4}-\d{2}-\d{2}T/.test(text) && Number.isFinite(Date.parse(text)));

export const moneySchema = z.number().refine(Number.isSafeInteger) as unknown as z.ZodType<Money, Money>;

export const ppmSchema = z.number().refine(Number.isSafeInteger) as unknown as z.ZodType<Ppm, Ppm>;

export const periodIdSchema = z
  .string()
  .refine((text) => parsePeriod(text, 1) !== null) as unknown as z.ZodType<PeriodId, PeriodId>;

/** A subject as `subjectKey` prints it. */
export const subjectKeySchema = z.string().refine((text) => {
  try {
    parseSubjectKey(text);
    return true;
  } catch {
    return false;
  }
});

/** A name in both languages; `en` may be empty and falls back to `zh`. */
export const bilingualSchema = z.object({ zh: lineSchema, en: lineSchema });
export type Bilingual = z.infer<typeof bilingualSchema>;

function isDay(text: string): boolean {
  if (knownDays.has(text)) return true;
  if (parseDay(text) === null) return false;
  if (knownDays.size < MOST_KNOWN_DAYS) knownDays.add(text);
  return true;
}
