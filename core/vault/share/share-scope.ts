import { z } from "zod";
import type { GroupId, MemberId } from "../../base/id.ts";
import { daySchema, idSchema } from "../../base/schema.ts";

/** What may be chosen or left out as a whole. The team's people and the settings go with every share. */
export const SHARE_AREAS = [
  "duties",
  "customer",
  "kpi",
  "target",
  "training",
  "incentive",
  "meeting",
  "review",
] as const;
export const shareAreaSchema = z.enum(SHARE_AREAS);
export type ShareArea = z.infer<typeof shareAreaSchema>;

/** What of a workspace a share file speaks of; it stands in the file's head. A record that the file does not hold is not
 * said, never removed. */
export const shareScopeSchema = z.object({
  /** The share's own id. */
  id: idSchema<string>(),
  /** Whose records; `all` for everybody's and what is nobody's. Members of chosen groups are among them. */
  members: z.union([z.literal("all"), z.array(idSchema<MemberId>()).max(10_000)]),
  /** The groups whose own records (targets, KPIs, duties) are in it. */
  groups: z.union([z.literal("all"), z.array(idSchema<GroupId>()).max(10_000)]),
  areas: z.array(shareAreaSchema).max(SHARE_AREAS.length),
  /** From the first day to before the last, or all there is. */
  periods: z.union([z.literal("all"), z.object({ from: daySchema, until: daySchema })]),
  withPay: z.boolean(),
  /** Whether names are replaced; such a file is read and never merged. */
  masked: z.boolean(),
  withNotes: z.boolean(),
});
export type ShareScope = z.infer<typeof shareScopeSchema>;
