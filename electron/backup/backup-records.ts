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

/** What the next backup of a folder is measured by: records of the last one for which others were rotated, and a fall that nobody has
 * called meant. */
const measureSchema = z.object({
  baseline: z.number().int().nullable(),
  fall: z.object({ before: z.number().int(), after: z.number().int() }).nullable(),
});
type Measure = z.infer<typeof measureSchema>;

const recordsSchema = z.object({
  line: z.string().regex(/^[0-9a-z]{4,8}$/),
  isOn: z.boolean(),
  folder: z.string().nullable(),
  isEncrypted: z.boolean(),
  nextNumber: z.number().int().min(1),
  /** By folder. Absent in files of before there was one for each. */
  measures: z.record(z.string(), measureSchema).optional(),
  /** The app was to end with a backup that it may not have made. */
  isOwed: z.boolean().default(false),
  /** What was chosen could not be read; backups pause until the folder is chosen again. */
  isLost: z.boolean().default(false),
  // One that does not fit is no longer rotated, and takes nothing else with it.
  made: z
    .array(z.unknown())
    .transform((all) => all.flatMap((one) => (madeSchema.safeParse(one).data ?? []) as MadeBackup | [])),
});

/** What this computer remembers of its automatic backups: choices, and which files it made and verified. */
export interface BackupRecords extends Omit<z.infer<typeof recordsSchema>, "made" | "measures"> {
  readonly measures: Readonly<Record<string, Measure>>;
  readonly made: readonly MadeBackup[];
}

export interface BackupRecordsFile {
  read(): BackupRecords;
  change(change: Partial<BackupRecords>): void;
}

export interface RecordsPlace {
  /** A copy lies beside it. */
  readonly path: string;
  readonly ownFolder: string;
  /** Whether a passphrase for backups is kept here: where all else is lost, that tells that they were encrypted. */
  readonly hasPassphrase: () => boolean;
}

/** Opens the records. Where both copies are lost, a new line of backups begins: what lies in the folder is then another's and is
 * never rotated. Records that cannot be written are kept until the app is closed. */
export function openBackupRecords(place: RecordsPlace): BackupRecordsFile {
  let records = readRecords(place);
  return {
    read: () => records,
    change(change) {
      records = { ...records, ...change };
      try {
        for (const path of pathsOf(place)) writeTextWhole(path, JSON.stringify(records));
      } catch {
        // The disk may be full. The backups themselves are told about; what is remembered of them can wait.
      }
    },
  };
}

/** By what the next backup of a folder is measured. Where nothing is noted of it, by the fullest that was made there. */
export function measureOf({ measures, made }: BackupRecords, folder: string): Measure {
  const noted = Object.hasOwn(measures, folder) ? measures[folder] : undefined;
  const totals = made.filter((one) => one.folder === folder).map(({ total }) => total);
  return noted ?? { baseline: totals.length > 0 ? Math.max(...totals) : null, fall: null };
}

function pathsOf({ path }: RecordsPlace): readonly string[] {
  return [path, `${path}.copy`];
}

function readRecords(place: RecordsPlace): BackupRecords {
  const found = pathsOf(place).map((path) => readFile(path, place.ownFolder));
  const whole = found.find((one) => typeof one === "object");
  if (whole) return whole;
  const isLost = found.includes("unreadable");
  return {
    line: randomUUID().slice(0, 6),
    isOn: true,
    folder: null,
    isEncrypted: isLost && place.hasPassphrase(),
    nextNumber: 1,
    measures: {},
    isOwed: false,
    isLost,
    made: [],
  };
}

function readFile(path: string, ownFolder: string): BackupRecords | "none" | "unreadable" {
  try {
    const raw: unknown = JSON.parse(readFileSync(path, "utf8"));
    const { measures, ...records } = recordsSchema.parse(raw);
    if (measures) return { ...records, measures };
    const ofOneFolder = measureSchema.safeParse(raw).data;
    return { ...records, measures: ofOneFolder ? { [records.folder ?? ownFolder]: ofOneFolder } : {} };
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ENOENT" ? "none" : "unreadable";
  }
}
