import { message } from "../../core/base/message.ts";
import type { Message } from "../../core/base/message.ts";
import { fail, ok } from "../../core/base/result.ts";
import type { Result } from "../../core/base/result.ts";
import { readableState } from "../../core/vault/backup/ledger-state.ts";
import { readLedger } from "../../core/vault/read-ledger.ts";
import type { Platform } from "../platform/platform.ts";
import type { BackupPort } from "../platform/backup-port.ts";
import type { BackupListing, BackupProblem } from "../../core/bridge/backup-contract.ts";
import { encodeSlowly } from "./compact-ledger.ts";
import { inTime } from "./in-time.ts";
import { readLedgerCopy } from "./start-copies.ts";

/** A state that can be had although the workspace does not open. `last`: everything that the ledger has; `kept`: one that was put
 * aside before something replaced it; `aside`: a whole ledger that was set aside; `auto`: an automatic backup. */
export interface RescueState {
  readonly kind: "last" | "kept" | "aside" | "auto";
  /** Tells it from the others of its kind. */
  readonly name: string;
  /** The last change in it; `null`: not known before it is read. */
  readonly sequence: number | null;
  /** When it was made; `null`: not known. */
  readonly atMs: number | null;
  /** The state as a backup file, or why it cannot be had. */
  bytes(): Promise<Result<Uint8Array<ArrayBuffer>, Message>>;
}

/** The folder of automatic backups, where it cannot be looked into. */
export interface HiddenFolder {
  /** As the person knows it; `null`: the app's own. */
  readonly name: string | null;
  readonly problem: BackupProblem;
  /** Has the browser ask for what it takes; only after a click. Then it is to be looked for anew. */
  reach(): Promise<void>;
}

/** What can be had, the most complete first. */
export interface RescueFound {
  readonly states: readonly RescueState[];
  readonly hidden: HiddenFolder | null;
}

/** More of the folder's backups would not be read. */
const BACKUPS_SHOWN = 8;
/** A network folder that is gone may never answer, and what else there is must not wait for it. */
const FOLDER_PATIENCE_MS = 8000;

/** Reads the ledger, the states put aside and the folder of backups, and writes nothing. */
export async function findRescue(platform: Platform): Promise<RescueFound> {
  const [backups, ...found] = await Promise.all([
    findBackups(platform).catch(() => NO_BACKUPS),
    ...[lastState, keptStates, asideStates].map((find) => find(platform).catch(() => [])),
  ]);
  return { states: [...found.flat(), ...backups.states], hidden: backups.hidden };
}

/** The ledgers that were set aside, newest first. */
export async function asideStates({ ledger, ...platform }: Platform): Promise<readonly RescueState[]> {
  const place = (await ledger.place?.()) ?? 1;
  const places = Array.from({ length: place - 1 }, (_, at) => place - 1 - at);
  return places.map((number) => ({
    kind: "aside",
    name: String(number),
    sequence: null,
    atMs: null,
    async bytes() {
      const contents = await ledger.readAside!(number);
      const read = readLedger(contents);
      if (read.copy.kind === "newer") return fail(message("vault.rescue.newer"));
      const state = readableState(contents.snapshot, read);
      return state ? ok(await encodeSlowly({ platform: { ...platform, ledger } }, state)) : gone();
    },
  }));
}

async function lastState(platform: Platform): Promise<readonly RescueState[]> {
  const found = await readLedgerCopy(platform, "all");
  const state = found && readableState(found.contents.snapshot, found.ledger);
  if (!state) return [];
  const { sequence } = state.standing;
  const bytes = async () => ok(await encodeSlowly({ platform }, state));
  return [{ kind: "last", name: "", sequence, atMs: null, bytes }];
}

async function keptStates({ ledger }: Platform): Promise<readonly RescueState[]> {
  const kept = (await ledger.kept?.()) ?? [];
  return kept.map(({ number, sequence }) => ({
    kind: "kept",
    name: String(number),
    sequence,
    atMs: null,
    async bytes() {
      const bytes = await ledger.readKept?.(number);
      return bytes ? ok(bytes as Uint8Array<ArrayBuffer>) : gone();
    },
  }));
}

const NO_BACKUPS: RescueFound = { states: [], hidden: null };

async function findBackups(platform: Platform): Promise<RescueFound> {
  const backups = await platform.loadBackups?.();
  if (!backups) return NO_BACKUPS;
  const silence = fail("no-answer" as const);
  const listed = await inTime(backups.list(), FOLDER_PATIENCE_MS).catch(() => silence);
  if (listed.ok) return { states: backupStates(backups, listed.value), hidden: null };
  const name = await inTime(backups.folder(), FOLDER_PATIENCE_MS).catch(() => null);
  return { states: [], hidden: { name, problem: listed.error, reach: () => backups.reach() } };
}

function backupStates(backups: BackupPort, listed: readonly BackupListing[]): readonly RescueState[] {
  return mostWanted(listed).map(({ name, atMs, head }) => ({
    kind: "auto",
    name,
    sequence: head?.sequence ?? null,
    atMs,
    async bytes() {
      const opened = await backups.open(name, null);
      if (opened.ok) return opened;
      const isLocked = opened.error === "no-passphrase" || opened.error === "wrong-passphrase";
      return isLocked ? fail(message("vault.rescue.passphrase", { name })) : gone();
    },
  }));
}

/** Those that were made here are not pushed out by others, whenever those say they were made. */
function mostWanted(listed: readonly BackupListing[]): readonly BackupListing[] {
  const own = listed.filter(({ isVerified }) => isVerified);
  const others = listed.filter(({ isVerified }) => !isVerified);
  const shown = new Set([...own, ...others].slice(0, BACKUPS_SHOWN));
  return listed.filter((one) => shown.has(one));
}

function gone(): Result<never, Message> {
  return fail(message("vault.rescue.gone"));
}
