import { EventEmitter } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createFolderReader } from "../../../../electron/backup/folder-reader.ts";
import type { Processes } from "../../../../electron/backup/run-apart.ts";
import { encryptWithPassphrase } from "../../../../formats/age/encrypt-with-passphrase.ts";
import { utilityProcess } from "../../../desktop/stand-in/utility-process.ts";

const NO_ANSWER = { ok: false, error: "no-answer" };

describe("a folder that does not answer", () => {
  let ended: boolean[] = [];

  beforeEach(() => {
    vi.useFakeTimers();
    ended = [];
  });
  afterEach(() => vi.useRealTimers());

  /** Each process stays silent until it is ended. */
  const processes: Processes = {
    fork() {
      const at = ended.push(false) - 1;
      const kill = () => (ended[at] = true);
      return Object.assign(new EventEmitter(), { postMessage: () => undefined, kill }) as never;
    },
  };
  const aReader = (folder = () => "/usb") =>
    createFolderReader({ processes, modulePath: "" }, () => ({ folder: folder(), made: [] }));

  test("is said to be so when its time is over, to one who lists and to one who opens", async () => {
    const reader = aReader();
    const answers = [reader.list(), reader.open({ folder: "/usb", name: "a.jiugong", passphrase: null })];
    await vi.advanceTimersByTimeAsync(20_000);
    expect(ended).toEqual([true, false]);
    await vi.advanceTimersByTimeAsync(100_000);
    expect([ended, await Promise.all(answers)]).toEqual([
      [true, true],
      [NO_ANSWER, NO_ANSWER],
    ]);
  });

  test("is asked by one process at a time, however often the list is wanted", async () => {
    const reader = aReader();
    const lists = [1, 2, 3, 4, 5].map(() => reader.list());
    await vi.advanceTimersByTimeAsync(10_000);
    expect(ended).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(30_000);
    await Promise.all(lists);
    expect(ended).toEqual([true, true]);
  });

  test("is left at once when another is chosen", async () => {
    let folder = "/away";
    const reader = aReader(() => folder);
    const first = reader.list();
    folder = "/usb";
    void reader.list();
    expect(await first).toEqual(NO_ANSWER);
    await vi.advanceTimersByTimeAsync(0);
    expect(ended).toEqual([true, false]);
  });
});

describe("a folder that answers", () => {
  let folder = "";

  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "jiugong-reader-"))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const aReader = () => {
    const modulePath = resolve("electron/backup/backup-process.ts");
    return createFolderReader({ processes: utilityProcess, modulePath }, () => ({ folder, made: [] }));
  };

  test("is looked through anew for one who asks while it is", async () => {
    const reader = aReader();
    const first = reader.list();
    writeFileSync(join(folder, "new.jiugong"), "");
    const second = reader.list();
    await first;
    expect(await second).toMatchObject({ ok: true, value: [{ name: "new.jiugong" }] });
  });

  test("gives no encrypted backup that asks for more work than age itself, nor begins that work", async () => {
    const locked = await encryptWithPassphrase(new Uint8Array(3), "九宫", 4);
    const asking = Buffer.from(locked)
      .toString("latin1")
      .replace(/^(.*\n-> scrypt \S+) 4\n/, "$1 20\n");
    writeFileSync(join(folder, "a.jiugong.age"), Buffer.from(asking, "latin1"));
    const opened = await aReader().open({ folder, name: "a.jiugong.age", passphrase: "九宫" });
    expect(opened).toEqual({ ok: false, error: "too-much-work" });
  });
});
