import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { z } from "zod";
import { FACT_TABLES, ROW_TABLES } from "../base/id.ts";
import { message } from "../base/message.ts";
import type { Message } from "../base/message.ts";
import { fail, ok } from "../base/result.ts";
import type { Result } from "../base/result.ts";
import type { Stamp } from "../base/stamp.ts";
import { stampSchema } from "../base/stamp-schema.ts";
import { byteLines } from "./byte-lines.ts";
import { countRecords, sameCounts } from "./counts.ts";
import type { Counts } from "./counts.ts";
import { joinSteps } from "./join-bytes.ts";
import { JOURNAL_LINES_KEPT } from "./journal.ts";
import type { JournalLine } from "./journal.ts";
import { isLockedFile } from "./share/locked-file.ts";
import { shareScopeSchema } from "./share/share-scope.ts";
import type { ShareScope } from "./share/share-scope.ts";
import { SCHEMA_VERSION, UPGRADE_STEPS, upgradeData } from "./upgrades/upgrade-data.ts";
import type { UpgradeStep } from "./upgrades/upgrade-data.ts";
import { utf8Bytes, utf8Text } from "./utf8.ts";
import { WorkspaceAssembly, assembleOlder, workspacePieces } from "./workspace-pieces.ts";
import type { Workspace } from "./workspace.ts";

/* A backup is one JSON document. We write it a piece a line, and read it so; a file that another program has laid out anew
   is still read, as long as it says the same. The checksum covers head and pieces. */

/** What a file says of the state it holds. */
export interface WorkspaceStanding {
  readonly app: string;
  /** When it was written, as ISO moment. */
  readonly at: string;
  readonly generation: string;
  readonly sequence: number;
  /** The last stamp given; the clock goes on from it. */
  readonly stamp: Stamp | null;
  /** What a share file speaks of; a backup speaks of everything and has none. */
  readonly share?: ShareScope | undefined;
}

/** The head of a backup or snapshot. */
export interface WorkspaceFileHead extends WorkspaceStanding {
  readonly schema: number;
  readonly counts: Counts;
}

/** A whole state as read from a file. */
export interface WorkspaceFile {
  readonly head: WorkspaceFileHead;
  readonly workspace: Workspace;
  readonly journal: readonly JournalLine[];
}

/** What is written. */
export interface WorkspaceToWrite extends WorkspaceStanding {
  readonly workspace: Workspace;
  readonly journal: readonly JournalLine[];
  /** The schema that the records follow; this build's unless told. */
  readonly schema?: number;
}

const FORMAT = "jiugong-workspace";
const DATA_MARK = ',"data":[';
/** More in one table no machine holds. */
const MOST_RECORDS = 1e9;

const headSchema = z.object({
  format: z.literal(FORMAT),
  schema: z.number().int().min(1),
  app: z.string().max(50),
  at: z.string().max(50),
  generation: z.string().min(1).max(100),
  sequence: z.number().int().min(0),
  stamp: stampSchema.nullable(),
  counts: z.record(z.string(), z.number().int().min(0).max(MOST_RECORDS)),
  share: shareScopeSchema.optional(),
  checksum: z.string(),
});

/** Writes a backup or snapshot. The same state and standing give the same bytes. */
export function writeWorkspaceFile(state: WorkspaceToWrite): Uint8Array<ArrayBuffer> {
  const steps = workspaceFileSteps(state);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same in small steps, each of a page, so that a caller may let others run in between. */
export function* workspaceFileSteps(
  state: WorkspaceToWrite,
): Generator<undefined, Uint8Array<ArrayBuffer>, undefined> {
  const head = headText(state);
  const hash = sha256.create().update(utf8Bytes(head));
  const parts: Uint8Array[] = [new Uint8Array()];
  for (const piece of workspacePieces(state.workspace, state.journal.slice(-JOURNAL_LINES_KEPT))) {
    const line = utf8Bytes(`\n${JSON.stringify(piece)}`);
    hash.update(line);
    if (parts.length > 1) parts.push(utf8Bytes(","));
    parts.push(line);
    yield undefined;
  }
  parts[0] = utf8Bytes(`${head.slice(0, -1)},"checksum":"${bytesToHex(hash.digest())}"${DATA_MARK}`);
  parts.push(utf8Bytes("\n]}\n"));
  return yield* joinSteps(parts);
}

/** Reads a file whole or refuses it whole. Refusals say which of these it is: locked with a passphrase, not ours, damaged, made by a newer version,
 * or holding a record that breaks a rule.
 * @example readWorkspaceFile(new Uint8Array()).error[0].message.key // => "vault.file.foreign"
 */
export function readWorkspaceFile(bytes: Uint8Array): Result<WorkspaceFile> {
  return readWith(bytes, UPGRADE_STEPS);
}

/** The same without schema steps: what was written after it in the ledger follows the same schema. A file of an older schema is taken as it
 * was written, its records not looked at.
 * @example readWorkspaceFileAsWritten(new Uint8Array()).error[0].message.key // => "vault.file.foreign"
 */
export function readWorkspaceFileAsWritten(bytes: Uint8Array): Result<WorkspaceFile> {
  return readWith(bytes, null);
}

function readWith(bytes: Uint8Array, steps: readonly UpgradeStep[] | null): Result<WorkspaceFile> {
  if (isLockedFile(bytes)) return refuse(message("vault.file.locked"));
  const raw = readLaidOut(bytes) ?? readAnyLayout(bytes);
  if (raw === "foreign") return refuse(message("vault.file.foreign"));
  if (raw === "damaged") return refuse(message("vault.file.damaged"));
  if (raw.head.schema > SCHEMA_VERSION) {
    return refuse(message("vault.file.newer", { app: raw.head.app, schema: raw.head.schema }));
  }
  if (!raw.isChecked) return refuse(message("vault.file.damaged"));
  return assemble(raw, steps);
}

/** Only the head, for showing what a file is and for comparing copies; its checksum is not looked at.
 * @example readWorkspaceHead(new Uint8Array()) // => null
 */
export function readWorkspaceHead(start: Uint8Array): WorkspaceFileHead | null {
  const first = byteLines(start).next().value;
  const head = first && headOfLine(utf8Text(first));
  return head ? toHead(head) : null;
}

interface RawFile {
  readonly head: z.infer<typeof headSchema>;
  readonly isChecked: boolean;
  readonly pieces: Iterable<unknown>;
}

/** The quick way: our own layout, line by line. `null` when it is laid out otherwise. */
function readLaidOut(bytes: Uint8Array): RawFile | null {
  const lines = [...byteLines(bytes)];
  const head = lines[0] && headOfLine(utf8Text(lines[0]));
  if (!head) return null;
  const pieceLines = lines.slice(1, -1).map((line) => (line.at(-1) === COMMA ? line.subarray(0, -1) : line));
  const hash = sha256.create().update(utf8Bytes(headTextOf(head)));
  for (const line of pieceLines) hash.update(LINE_FEED).update(line);
  const isWhole = utf8Text(lines.at(-1)!) === "]}";
  const isChecked = isWhole && bytesToHex(hash.digest()) === head.checksum;
  return { head, isChecked, pieces: parsed(pieceLines) };
}

function* parsed(lines: readonly Uint8Array[]): Generator<unknown> {
  // A piece that is no JSON is `undefined`, which no piece may be.
  for (const line of lines) yield parseJson(line);
}

function readAnyLayout(bytes: Uint8Array): RawFile | "foreign" | "damaged" {
  const document = parseJson(bytes);
  if (document === undefined) return looksLikeOurs(bytes) ? "damaged" : "foreign";
  if (typeof document !== "object" || document === null) return "foreign";
  const { data, ...rest } = document as { data?: unknown; format?: unknown; schema?: unknown; app?: unknown };
  if (rest.format !== FORMAT) return "foreign";
  const head = headSchema.safeParse(rest);
  if (!head.success || !Array.isArray(data)) return "damaged";
  const hash = sha256.create().update(utf8Bytes(headTextOf(head.data)));
  for (const piece of data) hash.update(utf8Bytes(`\n${JSON.stringify(piece)}`));
  return { head: head.data, isChecked: bytesToHex(hash.digest()) === head.data.checksum, pieces: data };
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(utf8Text(bytes));
  } catch {
    return undefined;
  }
}

function looksLikeOurs(bytes: Uint8Array): boolean {
  return utf8Text(bytes.subarray(0, 4096)).includes(`"${FORMAT}"`);
}

function assemble(raw: RawFile, steps: readonly UpgradeStep[] | null): Result<WorkspaceFile> {
  if (steps === null && raw.head.schema < SCHEMA_VERSION) {
    const older = assembleOlder(raw.pieces);
    return older ? ok({ head: toHead(raw.head), ...older }) : refuse(message("vault.file.damaged"));
  }
  const assembly = new WorkspaceAssembly();
  const pieces = steps === null || raw.head.schema === SCHEMA_VERSION ? raw.pieces : upgraded(raw, steps);
  if (pieces === null) return refuse(message("vault.file.record", { where: "data" }));
  for (const piece of pieces) {
    const wrongAt = assembly.add(piece);
    if (wrongAt !== null) return refuse(message("vault.file.record", { where: wrongAt }));
  }
  const { workspace, journal } = assembly.finish();
  if (!workspace.rows.settings.has("workspace"))
    return refuse(message("vault.file.record", { where: "settings" }));
  const counts = countRecords(workspace);
  const head = toHead(raw.head);
  const isCountRight = raw.head.schema < SCHEMA_VERSION || sameCounts(head.counts, counts);
  if (!isCountRight) return refuse(message("vault.file.damaged"));
  return ok({ head: { ...head, counts }, workspace, journal });
}

/** The pieces of an older schema as this build has them. `null`: what was written by hand may be such that no step understands it;
 * the steps are frozen and look at nothing that the app itself could not have written. */
function upgraded({ pieces, head }: RawFile, steps: readonly UpgradeStep[]): readonly unknown[] | null {
  try {
    return upgradeData([...pieces], head.schema, steps);
  } catch {
    return null;
  }
}

function headOfLine(line: string): z.infer<typeof headSchema> | null {
  if (!line.endsWith(DATA_MARK)) return null;
  try {
    return headSchema.safeParse(JSON.parse(`${line}]}`)).data ?? null;
  } catch {
    return null;
  }
}

function toHead(raw: z.infer<typeof headSchema>): WorkspaceFileHead {
  const counts = Object.fromEntries(
    [...ROW_TABLES, ...FACT_TABLES].map((table) => [table, raw.counts[table] ?? 0]),
  ) as Counts;
  const { schema, app, at, generation, sequence, stamp, share } = raw;
  return { schema, app, at, generation, sequence, stamp, counts, ...(share && { share }) };
}

function headText(state: WorkspaceToWrite): string {
  const share = state.share && shareScopeSchema.parse(state.share);
  return headTextOf({ schema: SCHEMA_VERSION, ...state, share, counts: countRecords(state.workspace) });
}

function headTextOf(head: Omit<z.infer<typeof headSchema>, "format" | "checksum">): string {
  const { schema, app, at, generation, sequence, stamp, counts, share } = head;
  return JSON.stringify({ format: FORMAT, schema, app, at, generation, sequence, stamp, counts, share });
}

function refuse(reason: Message): Result<never> {
  return fail([{ message: reason }]);
}

const COMMA = 44;
const LINE_FEED = Uint8Array.of(10);
