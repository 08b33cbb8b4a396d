import { z } from "zod";
import { LAST_MS, stampMs } from "./stamp.ts";
import type { Stamp, Stamps } from "./stamp.ts";

/** A stamp as it lies in the ledger and in backups. One that no clock counts on from would make what is written after it unreadable. */
export const stampSchema = z
  .string()
  .regex(/^[0-9a-z]{9}-[0-9a-z]{4}-.{1,40}$/)
  .refine((stamp) => stampMs(stamp as Stamp) <= LAST_MS) as unknown as z.ZodType<Stamp, Stamp>;

/** A record's stamps as they lie in the ledger and in backups. */
export const stampsSchema = z.union([stampSchema, z.record(z.string(), stampSchema)]) as z.ZodType<
  Stamps,
  Stamps
>;
