import { z } from "zod";
import { idSchema, periodIdSchema, subjectKeySchema, textSchema } from "../base/schema.ts";

/** What the manager writes into a quarterly pack. The id is `<period id>|<subject key>`. */
export const commentarySchema = z.object({
  id: idSchema<string>(),
  periodId: periodIdSchema,
  subject: subjectKeySchema,
  text: textSchema,
});
export type Commentary = z.infer<typeof commentarySchema>;
