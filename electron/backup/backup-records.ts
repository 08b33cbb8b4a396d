import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { z } from "zod";
import type { Day } from "../../core/base/day.ts";
import { writeTextWhole } from "../window/preferences-file.ts";
import type { MadeBackup } from "./backup-job.ts";

const madeSchema = z.object({
  folder: z.string(),
  name: z.string(),
  number: z.number().int().min(1),
  day: z.string() as unknown as z.ZodType<Day>,
  atMs: z.number(),
  bytes: z.number().int(),
  generation: z.string(),
  sequence: z.number().int(),
  total: z.number().int(),
  app: z.string(),
});

const recordsSchema = z.object({
  line: z.string().regex(/^[0-9a-z]{4,8}$/),
  isOn: z.boolean(),
  folder: z.string().nullable(),
  isEncrypted: z.boolean(),
  nextNumber: z.number().int().min(1),
  baseline: z.number().int().nullable(),
  fall: z.object({ before: z.number().int(), after: z.number().int() }).nullable(),
  /** The app was to end with a backup that it may not have made. */
  isOwed: z.boolean().default(false),
  made: z.array(madeSchema),
});

/** What this computer remembers of its automatic backups: choices, and which files it made and verified. */
export interface BackupRecords extends Omit<z.infer<typeof recordsSchema>, "made"> {
  readonly made: readonly MadeBackup[];
}

export interface BackupRecordsFile {
  read(): BackupRecords;
  change(change: Partial<BackupRecords>): void;
}

/** Opens the records. Where the file is lost, a new line of backups begins: what lies in the folder is then another's and is
 * never rotated. Records that cannot be written are kept until the app is closed. */
export function openBackupRecords(path: string): BackupRecordsFile {
  let records = readRecords(path);
  return {
    read: () => records,
    change(change) {
      records = { ...records, ...change };
      try {
        writeTextWhole(path, JSON.stringify(records));
      } catch {
        // The disk may be full. The backups themselves are told about; what is remembered of them can wait.
      }
    },
  };
}

function readRecords(path: string): BackupRecords {
  try {
    const read = recordsSchema.safeParse(JSON.parse(readFileSync(path, "utf8")));
    if (read.success) return read.data;
  } catch {
    // Not there yet, or not readable.
  }
  return {
    line: randomUUID().slice(0, 6),
    isOn: true,
    folder: null,
    isEncrypted: false,
    nextNumber: 1,
    baseline: null,
    fall: null,
    isOwed: false,
    made: [],
  };
}
