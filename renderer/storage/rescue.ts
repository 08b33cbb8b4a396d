import { message } from "../../core/base/message.ts";
import type { Message } from "../../core/base/message.ts";
import { fail, ok } from "../../core/base/result.ts";
import type { Result } from "../../core/base/result.ts";
import { readableState } from "../../core/vault/backup/ledger-state.ts";
import { readLedger } from "../../core/vault/read-ledger.ts";
import type { Platform } from "../platform/platform.ts";
import { encodeSlowly } from "./compact-ledger.ts";
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

/** More of the folder's backups would not be read. */
const BACKUPS_SHOWN = 8;

/** What can be had, the most complete first. Reads the ledger, the states put aside and the folder of backups, and writes nothing. */
export async function findRescueStates(platform: Platform): Promise<readonly RescueState[]> {
  const found = await Promise.all(
    [lastState, keptStates, asideStates, backupStates].map((find) => find(platform).catch(() => [])),
  );
  return found.flat();
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

async function backupStates(platform: Platform): Promise<readonly RescueState[]> {
  const backups = await platform.loadBackups?.();
  const listed = await backups?.list();
  if (!backups || !listed?.ok) return [];
  return listed.value.slice(0, BACKUPS_SHOWN).map(({ name, atMs, head }) => ({
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

function gone(): Result<never, Message> {
  return fail(message("vault.rescue.gone"));
}
