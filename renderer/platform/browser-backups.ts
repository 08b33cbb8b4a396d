import { dayOfMoment } from "../../core/base/day.ts";
import { fail, ok } from "../../core/base/result.ts";
import type { BackupChoice, BackupProblem, BackupState } from "../../core/bridge/backup-contract.ts";
import type { FailureCode } from "../../core/bridge/failure.ts";
import { backupFileName } from "../../core/vault/backup/backup-file-name.ts";
import { hasLostTooMuch, surplusBackups } from "../../core/vault/backup/backup-rotation.ts";
import { backupWaitMs } from "../../core/vault/backup/backup-timing.ts";
import {
  canChooseFolder,
  chooseFolder,
  chosenFolder,
  fileOf,
  keepFolder,
  mayWrite,
  ownFolder,
  writeWhole,
} from "./backup-folder.ts";
import type { BackupPort, BackupSource } from "./backup-port.ts";
import { checkBackup } from "./check-backup.ts";
import { listFolder } from "./list-folder.ts";
import { readRecords, writeRecords } from "./browser-backup-records.ts";
import type { BrowserBackup, BrowserRecords, Preferences } from "./browser-backup-records.ts";

/** What was made in another place is no longer counted or rotated. */
const NEW_PLACE = { made: [], fall: null, baseline: null } as const;

/** In a browser the page itself makes the copies while it is open; a folder of choice outlasts the browser's data. */
export class BrowserBackups implements BackupPort {
  readonly can = { folder: canChooseFolder(), encrypt: false, quit: false };
  readonly #preferences: Preferences;
  #records: BrowserRecords;
  #listener: (state: BackupState) => void = () => undefined;
  #source: BackupSource | null = null;
  #folder: FileSystemDirectoryHandle | null = null;
  #running: Promise<void> | null = null;
  #changedMs: number | null = null;
  #failures = 0;
  #failedMs: number | null = null;
  #problem: BackupProblem | null = null;
  #nextTryMs: number | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(preferences: Preferences) {
    this.#preferences = preferences;
    this.#records = readRecords(preferences);
  }

  async start(listener: (state: BackupState) => void, source: BackupSource): Promise<void> {
    this.#listener = listener;
    this.#source = source;
    await this.#recall();
    this.noteChange();
    this.#tell();
  }

  noteChange(): void {
    this.#changedMs = Date.now();
    this.#plan();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#source = null;
  }

  async list(): ReturnType<BackupPort["list"]> {
    try {
      await this.#recall();
      return ok(await listFolder(await this.#place(false), this.#records.made));
    } catch (error) {
      return fail(problemOf(error));
    }
  }

  async folder(): Promise<string | null> {
    await this.#recall();
    return this.#folderName();
  }

  async reach(): Promise<void> {
    await this.#recall();
    if (this.#folder) await mayWrite(this.#folder, true);
    else if (this.#folderName() !== null) this.#take(await chooseFolder());
  }

  async backUpNow(): Promise<BackupState> {
    await this.#running;
    await this.#run(true);
    return this.#state();
  }

  async choose(choice: BackupChoice): Promise<BackupState> {
    switch (choice.set) {
      case "on":
        this.#keep({ isOn: choice.isOn });
        this.#plan();
        return this.#tell();
      case "fall-meant":
        this.#keep({ fall: null, baseline: null });
        return this.backUpNow();
      case "own-folder":
        await keepFolder(null).catch(() => undefined);
        this.#folder = null;
        this.#keep({ folder: null, ...NEW_PLACE });
        return this.backUpNow();
      case "ask-folder":
        return this.#take(await chooseFolder()) ? this.backUpNow() : this.#state();
      case "passphrase":
        return this.#state();
    }
  }

  async open(name: string): ReturnType<BackupPort["open"]> {
    try {
      await this.#recall();
      const file = await fileOf(await this.#place(true), name);
      return ok(new Uint8Array(await file.arrayBuffer()));
    } catch (error) {
      return fail(codeOf(error));
    }
  }

  /** `null`: the person cancelled. */
  #take(folder: FileSystemDirectoryHandle | null): boolean {
    if (!folder) return false;
    this.#folder = folder;
    this.#keep({ folder: folder.name, ...NEW_PLACE });
    return true;
  }

  /** Before a workspace is open, too, its copies may be asked for. */
  async #recall(): Promise<void> {
    if (this.#records.folder !== null) this.#folder ??= await chosenFolder();
    if (this.#records.folder === undefined) this.#keep({ folder: this.#folder?.name ?? null });
  }

  #folderName(): string | null {
    return this.#folder?.name ?? this.#records.folder ?? null;
  }

  /** Never the browser's own place where another was chosen: it would be taken for the copy elsewhere that it is not. */
  async #place(ask: boolean): Promise<FileSystemDirectoryHandle> {
    if (!this.#folder && this.#folderName() !== null) throw new Error("forgotten");
    if (!this.#folder) return ownFolder();
    if (await mayWrite(this.#folder, ask)) return this.#folder;
    throw new DOMException("the browser wants to be asked", "NotAllowedError");
  }

  #plan(): void {
    clearTimeout(this.#timer);
    if (!this.#records.isOn || !this.#source || this.#running) return;
    const last = this.#records.made.at(-1);
    const nowMs = Date.now();
    const waitMs = backupWaitMs({
      nowMs,
      changedMs: this.#changedMs,
      lastBackupMs: last?.atMs ?? null,
      isOfToday: last !== undefined && dayOf(last.atMs) === dayOf(nowMs),
      failures: this.#failures,
      failedMs: this.#failedMs,
    });
    if (waitMs === null) return;
    this.#nextTryMs = nowMs + waitMs;
    this.#timer = setTimeout(() => void this.#run(false), waitMs);
  }

  #run(isWanted: boolean): Promise<void> {
    this.#running ??= this.#work(isWanted)
      .catch((error: unknown) => {
        this.#failures += 1;
        this.#failedMs = Date.now();
        this.#problem = problemOf(error);
      })
      .finally(() => {
        this.#running = null;
        this.#plan();
        this.#tell();
      });
    return this.#running;
  }

  async #work(isWanted: boolean): Promise<void> {
    const source = this.#source;
    if (!source) return;
    const changedMs = this.#changedMs;
    const folder = await this.#place(isWanted);
    const { generation, sequence } = source.standing();
    const last = this.#records.made.at(-1);
    const isSame = last?.generation === generation && last.sequence === sequence;
    if (isWanted || !isSame) await this.#write(folder, await source.write());
    this.#failures = 0;
    this.#failedMs = null;
    this.#problem = null;
    if (this.#changedMs === changedMs) this.#changedMs = null;
  }

  async #write(folder: FileSystemDirectoryHandle, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const { line, baseline, number, made } = this.#records;
    const atMs = Date.now();
    const name = backupFileName({ line, number, ...clockOf(atMs), isEncrypted: false });
    await writeWhole(folder, name, bytes);
    const there = new Uint8Array(await (await fileOf(folder, name)).arrayBuffer());
    const found = there.length === bytes.length ? await checkBackup(there) : null;
    if (!found) {
      await folder.removeEntry(name).catch(() => undefined);
      throw new Error("unverified");
    }
    const { total } = found;
    const all = [...made, { ...found, name, number, atMs, bytes: bytes.length }];
    const isFall = baseline !== null && hasLostTooMuch(baseline, total);
    this.#keep({
      number: number + 1,
      made: isFall ? all : await rotate(folder, all),
      fall: isFall ? { before: baseline, after: total } : null,
      baseline: isFall ? baseline : total,
    });
  }

  #keep(change: Partial<BrowserRecords>): void {
    this.#records = { ...this.#records, ...change };
    writeRecords(this.#preferences, this.#records);
  }

  #state(): BackupState {
    const { isOn, made, fall } = this.#records;
    const last = made.at(-1);
    return {
      isOn,
      folder: this.#folderName(),
      isRunning: this.#running !== null,
      last: last ? { name: last.name, atMs: last.atMs, sequence: last.sequence, total: last.total } : null,
      problem: this.#problem,
      failedAtMs: this.#failedMs,
      nextTryAtMs: this.#problem === null ? null : this.#nextTryMs,
      fall,
      isOwed: false,
      isEncrypted: false,
      passphrase: "none",
    };
  }

  #tell(): BackupState {
    const state = this.#state();
    this.#listener(state);
    return state;
  }
}

async function rotate(
  folder: FileSystemDirectoryHandle,
  made: readonly BrowserBackup[],
): Promise<readonly BrowserBackup[]> {
  const listed = await listFolder(folder, made);
  const verified = new Set(listed.filter(({ isVerified }) => isVerified).map(({ name }) => name));
  const there = made.filter(({ name }) => listed.some((one) => one.name === name));
  const seen = there.map((one) => ({ ...one, day: dayOf(one.atMs), isVerified: verified.has(one.name) }));
  const surplus = new Set(surplusBackups(seen));
  for (const { name, number } of there) {
    if (surplus.has(number)) await folder.removeEntry(name).catch(() => surplus.delete(number));
  }
  return there.filter(({ number }) => !surplus.has(number));
}

function dayOf(atMs: number) {
  return dayOfMoment(atMs, -new Date(atMs).getTimezoneOffset());
}

function clockOf(atMs: number) {
  const at = new Date(atMs);
  const two = (value: number) => String(value).padStart(2, "0");
  return { day: dayOf(atMs), time: two(at.getHours()) + two(at.getMinutes()) };
}

const CODE_BY_NAME: Readonly<Record<string, FailureCode>> = {
  NotFoundError: "gone",
  QuotaExceededError: "disk-full",
  NotAllowedError: "not-permitted",
  NoModificationAllowedError: "in-use",
};

function codeOf(error: unknown): FailureCode {
  if (error instanceof Error && error.message === "unverified") return "unverified";
  return CODE_BY_NAME[error instanceof Error ? error.name : ""] ?? "failed";
}

function problemOf(error: unknown): BackupProblem {
  if (error instanceof Error && error.message === "forgotten") return "forgotten";
  const code = codeOf(error);
  return code === "not-permitted" ? "no-permission" : code;
}
