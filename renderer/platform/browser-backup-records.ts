import { z } from "zod";

const recordsSchema = z.object({
  line: z.string().regex(/^[0-9a-z]{4,8}$/),
  isOn: z.boolean(),
  number: z.number().int().min(1),
  baseline: z.number().int().nullable(),
  // Here, for the browser keeps folders among its databases, and may lose all of those at once. `null`: none was chosen.
  folder: z.string().nullable().optional(),
  fall: z.object({ before: z.number().int(), after: z.number().int() }).nullable(),
  made: z.array(
    z.object({
      name: z.string(),
      number: z.number().int(),
      atMs: z.number(),
      bytes: z.number().int(),
      generation: z.string(),
      sequence: z.number().int(),
      total: z.number().int(),
    }),
  ),
});

/** What this browser remembers of the copies that it made. */
export interface BrowserRecords extends Omit<z.infer<typeof recordsSchema>, "made"> {
  readonly made: readonly BrowserBackup[];
}

/** A copy that was read back and found right. */
export type BrowserBackup = z.infer<typeof recordsSchema>["made"][number];

/** As much of the platform as the records need. */
export interface Preferences {
  readPreference(key: string): string | null;
  writePreference(key: string, value: string): void;
}

const KEY = "backups";

/** The records; where they are lost a new line of copies begins, and what lies in the folder is never rotated. */
export function readRecords(preferences: Preferences): BrowserRecords {
  try {
    const read = recordsSchema.safeParse(JSON.parse(preferences.readPreference(KEY) ?? ""));
    if (read.success) return read.data;
  } catch {
    // None yet.
  }
  const line = crypto.randomUUID().slice(0, 6);
  return { line, isOn: true, number: 1, baseline: null, fall: null, made: [] };
}

export function writeRecords(preferences: Preferences, records: BrowserRecords): void {
  preferences.writePreference(KEY, JSON.stringify(records));
}
