import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { day } from "../../../../core/base/day.ts";
import type { BackupChoice, BackupState } from "../../../../core/bridge/backup-contract.ts";
import type { BackupJob, BackupOutcome } from "../../../../electron/backup/backup-job.ts";
import { BackupKeeper } from "../../../../electron/backup/backup-keeper.ts";
import type { BackupRecords } from "../../../../electron/backup/backup-records.ts";
import { aLedger } from "../../../builders/backup-ledger.ts";

const MINUTE = 60_000;
const NOON = Date.UTC(2026, 10, 26, 12);

let records: BackupRecords;
let jobs: BackupJob[] = [];
let states: BackupState[] = [];
let passphrase: string | null = null;
let signals: AbortSignal[] = [];
let answer: (job: BackupJob) => Promise<BackupOutcome>;

const done = async (job: BackupJob): Promise<BackupOutcome> => {
  const backup = {
    folder: job.folder,
    name: `n${job.number}`,
    number: job.number,
    day: job.day,
    atMs: job.nowMs,
    bytes: 1,
    generation: "g1",
    sequence: jobs.length,
    total: 11,
    app: "0.1.0",
  };
  return { kind: "made", backup, kept: [...job.made, backup], fall: null };
};
/** A call of the system that does not come back. */
const silent = () => new Promise<BackupOutcome>(() => undefined);
const failed = async (): Promise<BackupOutcome> => ({ kind: "failed", problem: "gone" });

beforeEach(() => {
  vi.useFakeTimers({ now: NOON });
  records = {
    line: "k3x9",
    isOn: true,
    folder: null,
    isEncrypted: false,
    nextNumber: 1,
    measures: {},
    isOwed: false,
    isLost: false,
    made: [],
  };
  [jobs, states, signals, passphrase, answer] = [[], [], [], null, done];
});
afterEach(() => vi.useRealTimers());

function aKeeper(folderAnswer: string | null = null): BackupKeeper {
  return new BackupKeeper({
    records: { read: () => records, change: (change) => void (records = { ...records, ...change }) },
    passphrases: {
      read: () => passphrase,
      write: (given) => void (passphrase = given),
      place: () => (passphrase === null ? "none" : "session"),
    },
    ownFolder: "/own",
    app: "0.1.0",
    readLedger: async () => aLedger(3),
    async run(job, signal) {
      jobs.push(job);
      signals.push(signal);
      return answer(job);
    },
    askFolder: async () => folderAnswer,
    offsetMinutes: () => 480,
    nowMs: Date.now,
    onChange: (state) => states.push(state),
    log: () => undefined,
  });
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe("backups by themselves", () => {
  test("one follows a minute after the last change, and the next ten minutes after the first", async () => {
    const keeper = aKeeper();
    keeper.noteChange();
    await pass(MINUTE);
    expect(jobs.map(({ number, day: on, time }) => [number, on, time])).toEqual([
      [1, day("2026-11-26"), "2001"],
    ]);
    keeper.noteChange();
    await pass(9 * MINUTE);
    expect(jobs).toHaveLength(1);
    await pass(MINUTE);
    expect(jobs[1]?.number).toBe(2);
  });

  test("the start looks whether the last end left something out", async () => {
    aKeeper().start();
    await pass(MINUTE);
    expect(jobs).toHaveLength(1);
  });

  test("the first change of a new day does not wait ten minutes", async () => {
    const keeper = aKeeper();
    vi.setSystemTime(Date.UTC(2026, 10, 26, 15, 55));
    await keeper.backUpNow();
    vi.setSystemTime(Date.UTC(2026, 10, 26, 16, 0));
    keeper.noteChange();
    await pass(MINUTE);
    expect(jobs).toHaveLength(2);
  });

  test("none is made where they are switched off, but one that is asked for is", async () => {
    const keeper = aKeeper();
    await keeper.choose({ set: "on", isOn: false });
    keeper.noteChange();
    await pass(60 * MINUTE);
    expect(jobs).toHaveLength(0);
    await keeper.backUpNow();
    expect(jobs[0]?.isWanted).toBe(true);
  });
});

describe("a folder that is gone", () => {
  test("is told, tried again after longer and longer, and found when it is back", async () => {
    answer = failed;
    const keeper = aKeeper();
    keeper.noteChange();
    await pass(MINUTE);
    expect(states.at(-1)).toMatchObject({ problem: "gone", nextTryAtMs: NOON + MINUTE + 30_000 });
    await pass(30_000 + 2 * MINUTE);
    expect(jobs).toHaveLength(3);
    answer = done;
    await pass(5 * MINUTE);
    expect(keeper.state()).toMatchObject({ problem: null, last: { name: "n1" } });
  });
});

describe("a folder that does not answer", () => {
  test("does not hold up quitting, and the try is ended with the app", async () => {
    answer = silent;
    const keeper = aKeeper();
    keeper.noteChange();
    let hasEnded = false;
    void keeper.finish(15_000).then(() => (hasEnded = true));
    await pass(15_000);
    expect([hasEnded, signals[0]?.aborted]).toEqual([true, true]);
    await pass(60 * MINUTE);
    expect(jobs).toHaveLength(1);
  });

  test("that is known not to answer is not waited for once more when the app ends", async () => {
    answer = silent;
    const keeper = aKeeper();
    void keeper.backUpNow();
    await pass(2 * MINUTE);
    keeper.noteChange();
    let hasEnded = false;
    void keeper.finish(15_000).then(() => (hasEnded = true));
    await pass(0);
    expect([hasEnded, signals[0]?.aborted, jobs.length, records.isOwed]).toEqual([true, true, 1, true]);
  });

  test("is left alone when backups are switched off", async () => {
    answer = silent;
    const keeper = aKeeper();
    void keeper.backUpNow();
    await pass(2 * MINUTE);
    const state = await keeper.choose({ set: "on", isOn: false });
    await pass(20 * MINUTE);
    expect([state.problem, keeper.state().problem, signals[0]?.aborted]).toEqual([null, null, true]);
  });

  test("is told after a minute, and no second try is begun beside the first", async () => {
    answer = silent;
    const keeper = aKeeper();
    keeper.noteChange();
    await pass(10 * MINUTE);
    expect(keeper.state()).toMatchObject({ problem: "no-answer", isRunning: true, nextTryAtMs: null });
    expect([jobs.length, signals[0]?.aborted]).toEqual([1, false]);
  });

  test("is given up after ten minutes and tried again later, and is well when it answers then", async () => {
    answer = silent;
    const keeper = aKeeper();
    keeper.noteChange();
    await pass(11 * MINUTE);
    expect(keeper.state()).toMatchObject({ isRunning: false, nextTryAtMs: NOON + 13 * MINUTE });
    expect(signals[0]?.aborted).toBe(true);
    answer = done;
    await pass(2 * MINUTE);
    expect(keeper.state()).toMatchObject({ problem: null, last: { name: "n1" } });
  });

  test("may be slow: what it answers after all counts", async () => {
    answer = (job) => new Promise((resolve) => setTimeout(() => resolve(done(job)), 5 * MINUTE));
    const keeper = aKeeper();
    keeper.noteChange();
    await pass(6 * MINUTE);
    expect(keeper.state()).toMatchObject({ problem: null, last: { name: "n1" } });
  });

  const choices: readonly (readonly [string, BackupChoice])[] = [
    ["another folder", { set: "ask-folder" }],
    ["a passphrase", { set: "passphrase", passphrase: "九宫" }],
    ["that a fall was meant", { set: "fall-meant" }],
  ];
  test.each(choices)("gives way at once to one who chooses %s", async (_what, choice) => {
    answer = silent;
    const keeper = aKeeper("/usb");
    void keeper.backUpNow();
    await pass(2 * MINUTE);
    answer = done;
    expect(await keeper.choose(choice)).toMatchObject({ problem: null, last: { name: "n1" } });
    expect([signals[0]?.aborted, jobs.length]).toEqual([true, 2]);
  });

  test("keeps nobody waiting who asks again, and what it answers late is not taken", async () => {
    let late: (outcome: BackupOutcome) => void = () => undefined;
    answer = () => new Promise((resolve) => (late = resolve));
    const keeper = aKeeper("/usb");
    const first = keeper.backUpNow();
    await pass(MINUTE);
    expect(await first).toMatchObject({ problem: "no-answer" });
    answer = done;
    await keeper.choose({ set: "ask-folder" });
    late(await done({ ...jobs[0]!, number: 9 }));
    await pass(0);
    expect(records.made.map(({ folder }) => folder)).toEqual(["/usb"]);
  });
});

describe("on quit", () => {
  test("what has changed is backed up at once", async () => {
    const keeper = aKeeper();
    keeper.noteChange();
    await keeper.finish(15_000);
    expect(jobs).toHaveLength(1);
  });

  test("nothing is made when the last backup has everything", async () => {
    const keeper = aKeeper();
    keeper.noteChange();
    await pass(MINUTE);
    await keeper.finish(15_000);
    expect(jobs).toHaveLength(1);
  });

  test("a change that came while a backup was made is in the next one", async () => {
    const keeper = aKeeper();
    answer = async (job) => {
      vi.setSystemTime(Date.now() + 1);
      if (jobs.length === 1) keeper.noteChange();
      return done(job);
    };
    await keeper.backUpNow();
    await keeper.finish(15_000);
    expect(jobs).toHaveLength(2);
  });
});

describe("an end that waited for its backup in vain", () => {
  test("is made up for by the next start, at once, and said", async () => {
    answer = silent;
    const keeper = aKeeper();
    keeper.noteChange();
    void keeper.finish(15_000);
    await pass(15_000);
    expect(records.isOwed).toBe(true);
    answer = done;
    const next = aKeeper();
    next.start();
    await pass(0);
    expect([jobs.length, next.state().isOwed, records.isOwed]).toEqual([2, true, false]);
  });

  test("stays owed when the folder was gone, until a backup is made", async () => {
    answer = failed;
    const keeper = aKeeper();
    keeper.noteChange();
    await keeper.finish(15_000);
    aKeeper().start();
    await pass(0);
    expect(records.isOwed).toBe(true);
    answer = done;
    await pass(30_000);
    expect(records.isOwed).toBe(false);
  });

  test("leaves nothing to make up for when the backup was made in time", async () => {
    const keeper = aKeeper();
    keeper.noteChange();
    await keeper.finish(15_000);
    const next = aKeeper();
    next.start();
    expect([records.isOwed, next.state().isOwed]).toEqual([false, false]);
  });
});

describe("choices", () => {
  test("a chosen folder is tried at once, and the files of the old one are no longer rotated", async () => {
    const keeper = aKeeper("/usb");
    await keeper.backUpNow();
    const state = await keeper.choose({ set: "ask-folder" });
    expect(state).toMatchObject({ folder: "/usb", last: { name: "n2" } });
    expect(jobs[1]).toMatchObject({ folder: "/usb", isOwnFolder: false, made: [] });
  });

  test("a dialog that is cancelled changes nothing", async () => {
    const state = await aKeeper(null).choose({ set: "ask-folder" });
    expect([state.folder, jobs.length]).toEqual([null, 0]);
  });

  test("encrypted backups wait for the passphrase rather than be made without it", async () => {
    const keeper = aKeeper();
    await keeper.choose({ set: "passphrase", passphrase: "九宫" });
    expect(jobs[0]?.passphrase).toBe("九宫");
    passphrase = null;
    expect(await keeper.backUpNow()).toMatchObject({ problem: "no-passphrase", isEncrypted: true });
    expect(jobs).toHaveLength(1);
  });

  test("after a fall rotation waits for the person, whose answer makes the new number the measure", async () => {
    const keeper = aKeeper();
    records = { ...records, measures: { "/own": { baseline: 100, fall: { before: 100, after: 11 } } } };
    expect(keeper.state().fall).toEqual({ before: 100, after: 11 });
    await keeper.choose({ set: "fall-meant" });
    expect(jobs[0]?.baseline).toBe(null);
    expect(records.measures["/own"]).toEqual({ baseline: 11, fall: null });
  });

  test.each<[string, readonly BackupChoice["set"][]]>([
    ["is chosen once more", ["own-folder"]],
    ["is left and chosen again", ["ask-folder", "own-folder"]],
  ])("the measure of a folder, and a fall in it, stay when it %s", async (_what, sets) => {
    const keeper = aKeeper("/usb");
    const fallen = { baseline: 100, fall: { before: 100, after: 11 } };
    records = { ...records, measures: { "/own": fallen } };
    answer = async (job) =>
      ({ ...(await done(job)), fall: job.baseline ? fallen.fall : null }) as BackupOutcome;
    for (const set of sets) await keeper.choose({ set } as BackupChoice);
    expect(jobs.at(-1)).toMatchObject({ folder: "/own", baseline: 100 });
    expect([keeper.state().fall, records.measures["/own"]]).toEqual([fallen.fall, fallen]);
  });
});

describe("choices that cannot be read", () => {
  test("pause backups and are told, until the folder is chosen", async () => {
    records = { ...records, isLost: true, isOwed: true };
    const keeper = aKeeper("/usb");
    keeper.start();
    await pass(0);
    expect(states.at(-1)).toMatchObject({ problem: "settings-lost", isOwed: false });
    await pass(60 * MINUTE);
    await keeper.choose({ set: "passphrase", passphrase: "九宫" });
    expect([jobs.length, keeper.state().problem]).toEqual([0, "settings-lost"]);
    await keeper.choose({ set: "ask-folder" });
    expect(jobs[0]).toMatchObject({ folder: "/usb", passphrase: "九宫" });
    expect([records.isLost, keeper.state().problem]).toEqual([false, null]);
  });
});
