import { z } from "zod";
import type { Message } from "./message.ts";

const quantitySchema = z.object({
  unit: z.enum(["money", "count", "days", "score", "years", "hours", "percent", "ratio"]),
  value: z.number().nullable(),
});

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
          z.lazy(() => messageSchema),
        ]),
      )
      .optional();
  },
}) as unknown as z.ZodType<Message>;
