import { z } from "zod";
import type { Result } from "../base/result.ts";
import { updateStateSchema } from "../vault/update/update-state.ts";
import {
  BACKUP_PROBLEMS,
  backupChoiceSchema,
  backupListingSchema,
  backupStateSchema,
  OPEN_BACKUP_ERRORS,
} from "./backup-contract.ts";
import type { BridgeEvent, Channel } from "./channels.ts";
import { FAILURE_CODES } from "./failure.ts";
import { MAX_CHUNK_BYTES, MAX_FILE_BYTES, MAX_FOLDER_FILES } from "./limits.ts";

/* The contract between the two processes: one entry a channel, request and answer as schemas. Both sides take their
 * types from here; the main process parses every request by it and every answer too, so nothing else can pass. */

const bytesSchema = z
  .instanceof(Uint8Array)
  .refine((bytes) => bytes.byteLength <= MAX_FILE_BYTES) as unknown as z.ZodType<
  Uint8Array<ArrayBuffer>,
  Uint8Array
>;
const nothingSchema = z.null();
const handleSchema = z.uuid();
const nameSchema = z.string().min(1).max(300);

/** What a dialog offers: a name in the reader's language, and file endings without the dot. */
export const fileKindSchema = z.object({
  label: z.string().max(100),
  extensions: z.array(z.string().regex(/^[a-z0-9]{1,12}$/)).max(20),
});

const folderFileSchema = z.union([
  z.object({ name: nameSchema, bytes: bytesSchema }),
  z.object({ name: nameSchema, html: z.string().min(1).max(MAX_FILE_BYTES) }),
]);
const savedSchema = z.object({ name: nameSchema }).nullable();
const pickedFileSchema = z.object({
  handle: handleSchema,
  name: nameSchema,
  size: z.number().int().nonnegative(),
});
export type PickedFileHandle = z.infer<typeof pickedFileSchema>;

const failureCodeSchema = z.enum(FAILURE_CODES);
const countSchema = z.number().int().nonnegative();
const stateSchema = z.object({ snapshot: bytesSchema, sequence: countSchema });
const ledgerErrorSchema = z.enum(["not-saved", "unknown", "refused", "failed"]);

/** Every channel of updates answers how things stand then. */
function updateChannel<T extends z.ZodType>(request: T) {
  return { request, value: updateStateSchema, error: failureCodeSchema } as const;
}

const ledgerContentsSchema = z.object({
  snapshot: bytesSchema.nullable(),
  entries: z.array(bytesSchema),
  damage: z.array(z.string()),
});

/** The bridge's channels. `request` comes from the renderer, `value` and `error` are the two sides of the `Result`. */
export const contract = {
  /** The log of record. `head`: at least the beginning of the snapshot, which is quicker. */
  readLedger: {
    request: z.object({ part: z.enum(["head", "all"]) }),
    value: ledgerContentsSchema,
    error: ledgerErrorSchema,
  },
  appendLedger: { request: z.object({ entry: bytesSchema }), value: nothingSchema, error: ledgerErrorSchema },
  /** `isAlone`: nothing of what was before stays. */
  compactLedger: {
    request: stateSchema.extend({ isAlone: z.boolean() }),
    value: nothingSchema,
    error: ledgerErrorSchema,
  },
  /** Puts a whole state aside, before a restore. */
  keepState: { request: stateSchema, value: nothingSchema, error: ledgerErrorSchema },
  listKeptStates: {
    request: nothingSchema,
    value: z.array(z.object({ number: countSchema, sequence: countSchema, bytes: countSchema })),
    error: ledgerErrorSchema,
  },
  readKeptState: {
    request: z.object({ number: countSchema }),
    value: bytesSchema.nullable(),
    error: ledgerErrorSchema,
  },
  readLedgerSize: { request: nothingSchema, value: countSchema, error: ledgerErrorSchema },
  /** Reads the newest snapshot whole, and answers what is damaged. */
  checkLedger: { request: nothingSchema, value: z.array(z.string()), error: ledgerErrorSchema },
  /** Which ledger is open, counted from 1; those before it were set aside. */
  readLedgerPlace: { request: nothingSchema, value: z.number().int().min(1), error: ledgerErrorSchema },
  /** `all`: begins an empty ledger beside the present one, which stays as it is. `database`: the next start renames the folder of the
   * browser's databases. Nothing is removed. */
  setAside: {
    request: z.object({ what: z.enum(["all", "database"]) }),
    value: nothingSchema,
    error: ledgerErrorSchema,
  },
  /** A ledger that was set aside. */
  readLedgerAside: {
    request: z.object({ place: z.number().int().min(1) }),
    value: ledgerContentsSchema,
    error: ledgerErrorSchema,
  },
  readStorageRoom: {
    request: nothingSchema,
    value: z.object({ usedBytes: countSchema, freeBytes: countSchema, persistent: z.boolean() }),
    error: failureCodeSchema,
  },
  /** Shows the open dialog. `null`: the person cancelled. The path stays in the main process. */
  pickFile: {
    request: z.object({ kind: fileKindSchema }),
    value: pickedFileSchema.nullable(),
    error: failureCodeSchema,
  },
  /** Up to `length` bytes from `offset`; fewer at the end of the file. */
  readFile: {
    request: z.object({
      handle: handleSchema,
      offset: z.number().int().nonnegative(),
      length: z.number().int().positive().max(MAX_CHUNK_BYTES),
    }),
    value: bytesSchema,
    error: failureCodeSchema,
  },
  releaseFile: {
    request: z.object({ handle: handleSchema }),
    value: nothingSchema,
    error: failureCodeSchema,
  },
  /** Shows the save dialog and writes the file whole or not at all. `null`: the person cancelled. */
  saveFile: {
    request: z.object({ suggestedName: nameSchema, bytes: bytesSchema, kind: fileKindSchema }),
    value: savedSchema,
    error: failureCodeSchema,
  },
  /** Shows the save dialog, prints a self-contained document without scripts, and writes the PDF. */
  savePdf: {
    request: z.object({
      suggestedName: nameSchema,
      html: z.string().min(1).max(MAX_FILE_BYTES),
      kind: fileKindSchema,
    }),
    value: savedSchema,
    error: failureCodeSchema,
  },
  /** Shows the folder dialog and writes the files into a new folder there, all or none; what is given as a document is printed
   * to PDF. `null`: the person cancelled. Answers the new folder's name. `folderGrew` tells how far the job is. */
  saveFolder: {
    request: z.object({
      job: handleSchema,
      suggestedName: nameSchema,
      files: z.array(folderFileSchema).min(1).max(MAX_FOLDER_FILES),
    }),
    value: savedSchema,
    error: failureCodeSchema,
  },
  /** Ends a job that saves a folder: nothing of it stays, and it answers as when the person cancels. */
  stopFolder: { request: z.object({ job: handleSchema }), value: nothingSchema, error: failureCodeSchema },
  copyText: {
    request: z.object({ text: z.string().max(16 * 1024 * 1024) }),
    value: nothingSchema,
    error: failureCodeSchema,
  },
  readAppInfo: {
    request: nothingSchema,
    value: z.object({ version: z.string(), platform: z.string(), locale: z.string() }),
    error: failureCodeSchema,
  },
  /** Preferences of this device. `theme` and `locale` also rule the window's frame and the menu. */
  readPreferences: {
    request: nothingSchema,
    value: z.record(z.string(), z.string()),
    error: failureCodeSchema,
  },
  writePreference: {
    request: z.object({
      key: z.string().regex(/^[a-z][a-zA-Z0-9.-]{0,63}$/),
      value: z.string().max(100_000),
    }),
    value: nothingSchema,
    error: failureCodeSchema,
  },
  /** The renderer listens now: what was opened or chosen before is sent to it. */
  announceReady: { request: nothingSchema, value: nothingSchema, error: failureCodeSchema },
  /** The answer to `quitAsked`: whether everything is written. */
  answerQuit: {
    request: z.object({ written: z.boolean() }),
    value: nothingSchema,
    error: failureCodeSchema,
  },
  readUpdates: updateChannel(nothingSchema),
  /** Where to look for updates. A folder or file is chosen in a dialog; cancelled, nothing changes. */
  chooseUpdates: updateChannel(
    z.discriminatedUnion("source", [
      z.object({ source: z.literal("off") }),
      z.object({ source: z.literal("feed"), address: z.string().max(500) }),
      z.object({ source: z.literal("folder") }),
      z.object({ source: z.literal("file") }),
    ]),
  ),
  checkUpdate: updateChannel(nothingSchema),
  fetchUpdate: updateChannel(nothingSchema),
  stopUpdate: updateChannel(nothingSchema),
  /** `keptSequence`: the change up to which the data was put aside first. */
  installUpdate: updateChannel(z.object({ keptSequence: countSchema })),
  readBackupState: { request: nothingSchema, value: backupStateSchema, error: failureCodeSchema },
  listBackups: {
    request: nothingSchema,
    value: z.array(backupListingSchema),
    error: z.enum(BACKUP_PROBLEMS),
  },
  /** Makes a backup at once, and answers how it went. */
  backUpNow: { request: nothingSchema, value: backupStateSchema, error: failureCodeSchema },
  chooseBackups: { request: backupChoiceSchema, value: backupStateSchema, error: failureCodeSchema },
  /** The bytes of a backup in the folder, by its name in the list; decrypted with this passphrase, else with the kept one. */
  openBackup: {
    request: z.object({ name: nameSchema, passphrase: z.string().max(1000).nullable() }),
    value: bytesSchema,
    error: z.enum(OPEN_BACKUP_ERRORS),
  },
} as const satisfies Readonly<
  Record<
    Channel,
    { readonly request: z.ZodType; readonly value: z.ZodType; readonly error: z.ZodType<string> }
  >
>;

/** The messages that the main process sends unasked. */
export const eventContract = {
  menuCommand: z.discriminatedUnion("command", [
    z.object({ command: z.literal("undo") }),
    z.object({ command: z.literal("redo") }),
    z.object({ command: z.literal("palette") }),
    z.object({ command: z.literal("save-backup") }),
    z.object({ command: z.literal("open-backup") }),
    z.object({ command: z.literal("go"), room: z.string().regex(/^[a-z]{1,20}$/) }),
    z.object({ command: z.literal("locale"), locale: z.enum(["zh-CN", "en"]) }),
    z.object({ command: z.literal("theme"), theme: z.enum(["light", "dark", "system"]) }),
  ]),
  /** A backup was double-clicked or dropped on the icon. */
  fileOpened: pickedFileSchema,
  /** The window wants to close: finish writing, then call `answerQuit`. */
  quitAsked: nothingSchema,
  /** The computer is locked or sleeps, or is awake again. */
  computerLeft: nothingSchema,
  /** Something about updates is otherwise than before. */
  updateChanged: updateStateSchema,
  backupsChanged: backupStateSchema,
  /** So many files of a folder have been written. */
  folderGrew: z.object({ job: handleSchema, done: countSchema }),
} as const satisfies Readonly<Record<BridgeEvent, z.ZodType>>;

type Contract = typeof contract;
export type Request<C extends Channel> = z.input<Contract[C]["request"]>;
export type AnswerValue<C extends Channel> = z.output<Contract[C]["value"]>;
export type Answer<C extends Channel> = Result<AnswerValue<C>, z.output<Contract[C]["error"]>>;
export type EventValue<E extends BridgeEvent> = z.output<(typeof eventContract)[E]>;
export type MenuCommand = EventValue<"menuCommand">;

/** What `window.jiugong` is: one function a channel, and `listen` for the events. Nothing else. */
export type Bridge = {
  readonly [C in Channel]: (request: Request<C>) => Promise<Answer<C>>;
} & {
  /** Calls back on every such event until the returned function is called. */
  readonly listen: <E extends BridgeEvent>(event: E, listener: (value: EventValue<E>) => void) => () => void;
};
