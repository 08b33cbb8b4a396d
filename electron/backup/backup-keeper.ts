import { dayOfMoment } from "../../core/base/day.ts";
import type { BackupChoice, BackupProblem, BackupState } from "../../core/bridge/backup-contract.ts";
import { backupWaitMs } from "../../core/vault/backup/backup-timing.ts";
import type { LedgerBytes } from "../../core/vault/backup/ledger-state.ts";
import type { Log } from "../log.ts";
import type { BackupJob, BackupOutcome } from "./backup-job.ts";
import { measureOf } from "./backup-records.ts";
import type { BackupRecordsFile } from "./backup-records.ts";
import type { BackupPlace } from "./backup-tasks.ts";
import type { PassphraseStore } from "./passphrase-store.ts";
import { whenAborted } from "./run-apart.ts";

export interface KeeperParts {
  readonly records: BackupRecordsFile;
  readonly passphrases: PassphraseStore;
  readonly ownFolder: string;
  readonly app: string;
  readonly readLedger: () => Promise<LedgerBytes>;
  /** Ends the work when the signal comes; `null`: it was ended. */
  readonly run: (job: BackupJob, signal: AbortSignal) => Promise<BackupOutcome | null>;
  /** Shows the folder dialog; `null`: cancelled. */
  readonly askFolder: () => Promise<string | null>;
  /** Minutes that the local clock is ahead of UTC at a moment. */
  readonly offsetMinutes: (atMs: number) => number;
  readonly nowMs: () => number;
  readonly onChange: (state: BackupState) => void;
  readonly log: Log;
}

/** After this time it is said that the folder does not answer … */
const PATIENCE_MS = 60_000;
/** … and after this the try is ended: a slow disk may take long for a large backup. */
const LAST_PATIENCE_MS = 10 * 60_000;
/** The clock may jump and a computer sleeps: the plan is looked at anew after this time at the latest. */
const LOOK_AGAIN_MS = 15 * 60_000;

/** One try at a backup. */
interface Attempt {
  readonly stop: AbortController;
  readonly done: Promise<void>;
  /** That it has not answered for so long that this was said. */
  readonly silence: AbortSignal;
  /** It is done, or silent. */
  readonly heard: Promise<void>;
}

/** Makes backups by itself: on change, by day and on quit; tells what fails and tries again. Nothing waits for it. */
export class BackupKeeper {
  readonly #parts: KeeperParts;
  #changedMs: number | null = null;
  #failures = 0;
  #failedMs: number | null = null;
  #problem: BackupProblem | null = null;
  #nextTryMs: number | null = null;
  /** Whether the last end waited for its backup in vain. */
  #isOwed = false;
  #running: Attempt | null = null;
  #hasEnded = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(parts: KeeperParts) {
    this.#parts = parts;
  }

  /** Begins: what was changed before the last end and is in no backup yet is seen to soon, and at once where the last end waited
   * for it in vain. That what was chosen is lost is said at once. */
  start(): void {
    this.noteChange();
    const { isOn, isOwed, isLost } = this.#parts.records.read();
    this.#isOwed = isOn && isOwed && !isLost;
    if (this.#isOwed || isLost) this.#make(false);
  }

  /** The ledger has something new. */
  noteChange(): void {
    this.#changedMs = this.#parts.nowMs();
    this.#plan();
  }

  /** The folder where backups go now, and what this installation has made in it. */
  place(): BackupPlace {
    const { folder, made } = this.#parts.records.read();
    const place = folder ?? this.#parts.ownFolder;
    return { folder: place, made: made.filter((one) => one.folder === place) };
  }

  state(): BackupState {
    const records = this.#parts.records.read();
    const { isOn, folder, isEncrypted } = records;
    const place = this.place();
    const last = place.made.at(-1);
    return {
      isOn,
      folder,
      isRunning: this.#running !== null,
      last: last ? { name: last.name, atMs: last.atMs, sequence: last.sequence, total: last.total } : null,
      problem: this.#problem,
      failedAtMs: this.#failedMs,
      nextTryAtMs: this.#problem === null ? null : this.#nextTryMs,
      fall: measureOf(records, place.folder).fall,
      isOwed: this.#isOwed,
      isEncrypted,
      passphrase: this.#parts.passphrases.place(),
    };
  }

  /** Makes one now, and answers how it went; one that has fallen silent is given up for it. */
  async backUpNow(): Promise<BackupState> {
    if (this.#running?.silence.aborted) this.#stop();
    await this.#running?.heard;
    await this.#make(true)?.heard;
    return this.state();
  }

  /** Before the app ends: makes the one that is due, and waits no longer than this, nor for a folder that is known not to answer. That it is due is written down first, for
   * the next start to make what this one could not. */
  async finish(patienceMs: number): Promise<void> {
    clearTimeout(this.#timer);
    const { records } = this.#parts;
    if (!records.read().isOn || (this.#changedMs === null && !this.#running)) return;
    records.change({ isOwed: true });
    const work = (async () => {
      await this.#running?.done;
      if (this.#changedMs !== null) await this.#make(false)?.done;
    })();
    await Promise.race([work, pause(this.#running?.silence.aborted ? 0 : patienceMs)]);
    this.#hasEnded = true;
    this.#stop();
    clearTimeout(this.#timer);
  }

  /** Does what the person chose. A new place or passphrase is tried at once, so that a mistake shows while it is remembered. */
  async choose(choice: BackupChoice): Promise<BackupState> {
    const { records, passphrases, askFolder } = this.#parts;
    switch (choice.set) {
      case "on":
        records.change({ isOn: choice.isOn });
        if (!choice.isOn) this.#stop();
        this.#calm();
        this.#plan();
        return this.#tell();
      case "fall-meant":
        this.#measure({ baseline: null, fall: null });
        return this.#anew();
      case "passphrase":
        passphrases.write(choice.passphrase === "" ? null : choice.passphrase);
        records.change({ isEncrypted: choice.passphrase !== "" });
        return this.#anew();
      case "own-folder":
        return this.#moveTo(null);
      case "ask-folder": {
        const folder = await askFolder();
        return folder === null ? this.state() : this.#moveTo(folder);
      }
    }
  }

  async #moveTo(folder: string | null): Promise<BackupState> {
    this.#parts.records.change({ folder, isLost: false });
    return this.#anew();
  }

  /** What is under way was begun by what was chosen before. */
  #anew(): Promise<BackupState> {
    this.#stop();
    return this.backUpNow();
  }

  #measure(measure: ReturnType<typeof measureOf>): void {
    const { records } = this.#parts;
    records.change({ measures: { ...records.read().measures, [this.place().folder]: measure } });
  }

  #plan(): void {
    clearTimeout(this.#timer);
    const { records, nowMs, offsetMinutes } = this.#parts;
    if (!records.read().isOn || this.#running) return;
    const last = this.place().made.at(-1);
    const now = nowMs();
    const waitMs = backupWaitMs({
      nowMs: now,
      changedMs: this.#changedMs,
      lastBackupMs: last?.atMs ?? null,
      isOfToday: last?.day === dayOfMoment(now, offsetMinutes(now)),
      failures: this.#failures,
      failedMs: this.#failedMs,
    });
    if (waitMs === null) return;
    this.#nextTryMs = now + waitMs;
    const look = () => (waitMs > LOOK_AGAIN_MS ? this.#plan() : this.#make(false));
    this.#timer = setTimeout(look, Math.min(waitMs, LOOK_AGAIN_MS));
    this.#timer.unref();
  }

  /** `null`: the app is about to end. */
  #make(isWanted: boolean): Attempt | null {
    if (this.#hasEnded) return null;
    this.#running ??= this.#begin(isWanted);
    return this.#running;
  }

  #begin(isWanted: boolean): Attempt {
    const [stop, silent] = [new AbortController(), new AbortController()];
    const slow = setTimeout(() => {
      silent.abort();
      this.#fail("no-answer");
      this.#tell();
    }, PATIENCE_MS).unref();
    const dead = setTimeout(() => {
      this.#fail("no-answer");
      stop.abort();
    }, LAST_PATIENCE_MS).unref();
    const work = this.#work(isWanted, stop.signal).catch(() => {
      if (!stop.signal.aborted) this.#fail("failed");
    });
    const done = Promise.race([work, whenAborted(stop.signal)]).then(() => {
      clearTimeout(slow);
      clearTimeout(dead);
      if (this.#running === attempt) this.#running = null;
      this.#plan();
      this.#tell();
    });
    const heard = Promise.race([done, whenAborted(silent.signal)]).then(() => undefined);
    const attempt: Attempt = { stop, silence: silent.signal, done, heard };
    this.#nextTryMs = null;
    return attempt;
  }

  /** Ends the try that is under way; whatever it may still answer counts for nothing. */
  #stop(): void {
    this.#running?.stop.abort();
    this.#running = null;
  }

  async #work(isWanted: boolean, signal: AbortSignal): Promise<void> {
    const { passphrases, records, readLedger, run } = this.#parts;
    const changedMs = this.#changedMs;
    const { isLost, isEncrypted } = records.read();
    if (isLost) return this.#fail("settings-lost");
    const passphrase = isEncrypted ? passphrases.read() : null;
    if (isEncrypted && passphrase === null) return this.#fail("no-passphrase");
    const ledger = await readLedger();
    if (signal.aborted) return;
    // Before the first start there is nothing to back up.
    if (ledger.snapshot === null && ledger.damage.length === 0) return this.#rest(changedMs);
    this.#tell();
    const outcome = await run(this.#job(ledger, passphrase, isWanted), signal);
    if (outcome && !signal.aborted) this.#take(outcome, changedMs);
  }

  #job(ledger: LedgerBytes, passphrase: string | null, isWanted: boolean): BackupJob {
    const { records, app, nowMs, offsetMinutes } = this.#parts;
    const { line, nextNumber, folder: chosen } = records.read();
    const place = this.place();
    const now = nowMs();
    const local = new Date(now + offsetMinutes(now) * 60_000).toISOString();
    return {
      ledger,
      ...place,
      isOwnFolder: chosen === null,
      line,
      number: nextNumber,
      app,
      nowMs: now,
      day: dayOfMoment(now, offsetMinutes(now)),
      time: local.slice(11, 16).replace(":", ""),
      passphrase,
      baseline: measureOf(records.read(), place.folder).baseline,
      isWanted,
    };
  }

  #take(outcome: BackupOutcome, changedMs: number | null): void {
    if (outcome.kind === "failed") return this.#fail(outcome.problem);
    if (outcome.kind === "made") {
      const { backup, kept, fall } = outcome;
      const { records } = this.#parts;
      const elsewhere = records.read().made.filter(({ folder }) => folder !== backup.folder);
      records.change({ nextNumber: backup.number + 1, made: [...elsewhere, ...kept] });
      this.#measure({ baseline: fall ? fall.before : backup.total, fall });
    }
    this.#rest(changedMs);
  }

  /** All is well; what came while it was made waits for the next. */
  #rest(changedMs: number | null): void {
    this.#calm();
    if (this.#changedMs !== changedMs) return;
    this.#changedMs = null;
    if (this.#parts.records.read().isOwed) this.#parts.records.change({ isOwed: false });
  }

  #calm(): void {
    this.#failures = 0;
    this.#failedMs = null;
    this.#problem = null;
  }

  #fail(problem: BackupProblem): void {
    this.#failures += 1;
    this.#failedMs = this.#parts.nowMs();
    this.#problem = problem;
    this.#parts.log("backup failed", { problem });
  }

  #tell(): BackupState {
    const state = this.state();
    this.#parts.onChange(state);
    return state;
  }
}

function pause(delayMs: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, delayMs).unref());
}
