import { z } from "zod";
import type { Message, Quantity } from "./message.ts";

/** A quantity as it lies in the ledger and in backups. */
export const quantitySchema = z.object({
  unit: z.enum(["money", "count", "days", "score", "years", "hours", "percent", "points", "ratio"]),
  value: z.number().nullable(),
}) as unknown as z.ZodType<Quantity>;

/** A message as it lies in the ledger and in backups. */
export const messageSchema = z.object({
  key: z.string().max(200),
  get params() {
    return z
      .record(
        z.string(),
        z.union([
          z.string(),
          z.number(),
          quantitySchema,
          z.object({ day: z.string() }).strict(),
          z.object({ period: z.string(), form: z.literal("short").optional() }).strict(),
          z.lazy(() => messageSchema),
        ]),
      )
      .optional();
  },
}) as unknown as z.ZodType<Message>;
