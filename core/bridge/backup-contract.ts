import { z } from "zod";
import { FAILURE_CODES } from "./failure.ts";

/* What the two processes, and the browser's own backups, say about automatic backups. */

/** Why the last automatic backup was not made, or the folder cannot be looked into. `ledger-unreadable`: the log it is made from is damaged; `settings-lost`: what was
 * chosen for backups cannot be read; `no-passphrase`: it is to be encrypted and this computer has no passphrase; `no-answer`: the folder does not answer;
 * `no-permission`: the browser wants to be asked again; `forgotten`: it has lost which folder was chosen. */
export const BACKUP_PROBLEMS = [
  ...FAILURE_CODES,
  "ledger-unreadable",
  "settings-lost",
  "no-passphrase",
  "no-answer",
  "no-permission",
  "forgotten",
] as const;
export type BackupProblem = (typeof BACKUP_PROBLEMS)[number];

const countSchema = z.number().int().nonnegative();

/** How automatic backups stand. */
export const backupStateSchema = z.object({
  isOn: z.boolean(),
  /** For reading only: no path ever goes the other way. `null`: the app's own folder. */
  folder: z.string().max(4000).nullable(),
  isRunning: z.boolean(),
  /** The last one that was verified. */
  last: z
    .object({ name: z.string().max(300), atMs: z.number(), sequence: countSchema, total: countSchema })
    .nullable(),
  problem: z.enum(BACKUP_PROBLEMS).nullable(),
  failedAtMs: z.number().nullable(),
  nextTryAtMs: z.number().nullable(),
  /** The newest has lost more than a fifth of its records: nothing is rotated until the person says that it was meant. */
  fall: z.object({ before: countSchema, after: countSchema }).nullable(),
  /** The last time, the app ended before its backup was made; this start makes up for it. */
  isOwed: z.boolean(),
  isEncrypted: z.boolean(),
  /** Where the passphrase is while it is not typed: in the system's key store, until the app is closed, or nowhere. */
  passphrase: z.enum(["kept", "session", "none"]),
});
export type BackupState = z.infer<typeof backupStateSchema>;

/** A backup of the folder. What its head says is `null` where it is encrypted or cannot be read. */
export const backupListingSchema = z.object({
  name: z.string().min(1).max(300),
  bytes: countSchema,
  atMs: z.number(),
  isEncrypted: z.boolean(),
  /** Made here and verified, and still as it was then. The rest is never rotated. */
  isVerified: z.boolean(),
  tiers: z.array(z.enum(["recent", "daily", "weekly", "monthly"])),
  head: z.object({ sequence: countSchema, total: countSchema, app: z.string() }).nullable(),
});
export type BackupListing = z.infer<typeof backupListingSchema>;

/** What the person sets. An empty passphrase ends encryption. */
export const backupChoiceSchema = z.discriminatedUnion("set", [
  z.object({ set: z.literal("on"), isOn: z.boolean() }),
  z.object({ set: z.literal("fall-meant") }),
  z.object({ set: z.literal("passphrase"), passphrase: z.string().max(1000) }),
  z.object({ set: z.literal("own-folder") }),
  z.object({ set: z.literal("ask-folder") }),
]);
export type BackupChoice = z.infer<typeof backupChoiceSchema>;

/** Why a backup of the folder was not opened. `damaged`: it is no age file, or not whole; `too-much-work`: it asks for more to try its passphrase
 * than any honest file. */
export const OPEN_BACKUP_ERRORS = [
  ...FAILURE_CODES,
  "no-answer",
  "no-passphrase",
  "wrong-passphrase",
  "too-much-work",
  "damaged",
] as const;
