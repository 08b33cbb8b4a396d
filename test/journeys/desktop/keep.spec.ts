import { spawnSync } from "node:child_process";
import type { Page } from "@playwright/test";
import { expect, test } from "./desktop-test.ts";

const STAND_IN = new URL("../../desktop/stand-in/register.ts", import.meta.url).href;

/** Puts a word into all the places where the origin keeps things. */
async function put(page: Page, word: string): Promise<void> {
  await page.evaluate(async (text) => {
    localStorage.setItem("probe", text);
    const folder = await navigator.storage.getDirectory();
    const file = await folder.getFileHandle("probe", { create: true });
    const writable = await file.createWritable();
    await writable.write(text);
    await writable.close();
    await new Promise<void>((resolve, reject) => {
      const opening = indexedDB.open("probe", 1);
      opening.onupgradeneeded = () => void opening.result.createObjectStore("words");
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const transaction = opening.result.transaction("words", "readwrite", { durability: "strict" });
        transaction.objectStore("words").put(text, 1);
        transaction.oncomplete = () => resolve();
      };
    });
  }, word);
}

async function take(page: Page): Promise<unknown> {
  return page.evaluate(async () => {
    const folder = await navigator.storage.getDirectory();
    const file = await (await folder.getFileHandle("probe")).getFile();
    const word = await new Promise((resolve) => {
      const opening = indexedDB.open("probe", 1);
      opening.onsuccess = () => {
        const asking = opening.result.transaction("words").objectStore("words").get(1);
        asking.onsuccess = () => resolve(asking.result);
      };
    });
    return [localStorage.getItem("probe"), await file.text(), word];
  });
}

test("what the origin keeps is there after a reload and after a restart", async ({ launch }) => {
  const first = await launch();
  await put(first.page, "九宫");
  await first.page.reload();
  expect(await take(first.page)).toEqual(["九宫", "九宫", "九宫"]);
  await first.close();
  const second = await launch();
  expect(await take(second.page)).toEqual(["九宫", "九宫", "九宫"]);
});

test("appearance and language follow the preferences, and are kept", async ({ launch }) => {
  const first = await launch({ locale: "zh-CN" });
  expect((await first.look()).menu).toContain("前往");
  await first.page.evaluate(async () => {
    await window.jiugong.writePreference({ key: "theme", value: "dark" });
    await window.jiugong.writePreference({ key: "locale", value: "en" });
  });
  expect((await first.look()).menu).toContain("Go");
  expect((await first.look()).windows[0]?.backgroundColor).toBe("#16181C");
  await first.kill();
  const second = await launch({ locale: "zh-CN" });
  expect((await second.look()).menu).toContain("Go");
  expect((await second.look()).windows[0]?.backgroundColor).toBe("#16181C");
});

test("a choice in the menu reaches the page", async ({ launch }) => {
  const desktop = await launch();
  // The page listens before anything is chosen.
  const chosen = await desktop.page.evaluateHandle(() => {
    const heard = new Promise((resolve) => void window.jiugong.listen("menuCommand", resolve));
    return { heard };
  });
  await desktop.clickMenu("go-kpi");
  expect(await chosen.evaluate(({ heard }) => heard)).toEqual({ command: "go", room: "kpi" });
});

test("text is copied without a permission of the page", async ({ launch }) => {
  const desktop = await launch();
  await desktop.page.evaluate(() => window.jiugong.copyText({ text: "达成率 98 %" }));
  expect((await desktop.look()).clipboard).toBe("达成率 98 %");
});

test("a command after two dashes runs without a window and ends with its exit code", ({ home }) => {
  const run = spawnSync(
    "node_modules/.bin/node",
    [`--import=${STAND_IN}`, "dist/electron/main.js", "--", "nonsense"],
    {
      encoding: "utf8",
      env: {
        ...process.env,
        JIUGONG_STAND_IN: JSON.stringify({ appData: home, documents: home, locale: "en" }),
      },
    },
  );
  expect(run.status).toBe(2);
  expect(run.stderr).not.toBe("");
  expect(run.stdout).toBe("");
});
