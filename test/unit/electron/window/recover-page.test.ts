import { EventEmitter } from "node:events";
import { expect, test } from "vitest";
import { createMainWords } from "../../../../electron/window/main-words.ts";
import { recoverPage } from "../../../../electron/window/recover-page.ts";
import type { RecoveryParts } from "../../../../electron/window/recover-page.ts";

/** A page that can be made to crash at a given time. */
function buildPage(button = 0) {
  const seen = { reloads: 0, destroyed: 0, dialogs: 0, logged: [] as unknown[] };
  const webContents = new EventEmitter();
  let nowMs = 0;
  const window = {
    webContents,
    reload: () => void (seen.reloads += 1),
    destroy: () => void (seen.destroyed += 1),
  };
  const dialog = {
    showMessageBox: async () => {
      seen.dialogs += 1;
      return { response: button, checkboxChecked: false };
    },
  };
  recoverPage({
    window: window as unknown as RecoveryParts["window"],
    dialog: dialog as unknown as RecoveryParts["dialog"],
    words: () => createMainWords("zh-CN"),
    log: (event, details) => void seen.logged.push([event, details]),
    nowMs: () => nowMs,
  });
  const crash = async (atMs: number, reason = "crashed") => {
    nowMs = atMs;
    webContents.emit("render-process-gone", {}, { reason, exitCode: 5 });
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { seen, crash };
}

test("a page that died is loaded again, and that is logged", async () => {
  const { seen, crash } = buildPage();
  await crash(1_000);
  expect(seen).toMatchObject({ reloads: 1, dialogs: 0 });
  expect(seen.logged).toEqual([["page gone", { reason: "crashed", exitCode: 5 }]]);
});

test("a page that dies again within a minute is loaded only when the person says so", async () => {
  const { seen, crash } = buildPage(0);
  await crash(1_000);
  await crash(60_999);
  expect(seen).toMatchObject({ reloads: 2, dialogs: 1 });
});

test("the person may quit instead", async () => {
  const { seen, crash } = buildPage(1);
  await crash(1_000);
  await crash(2_000);
  expect(seen).toMatchObject({ reloads: 1, destroyed: 1 });
});

test("a page that dies a minute later is loaded again without a question", async () => {
  const { seen, crash } = buildPage();
  await crash(1_000);
  await crash(61_000);
  expect(seen).toMatchObject({ reloads: 2, dialogs: 0 });
});

test("a page that ended in order is left alone", async () => {
  const { seen, crash } = buildPage();
  await crash(1_000, "clean-exit");
  expect(seen.reloads).toBe(0);
});
