import { readFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import { readWorkspaceFile } from "../../../core/vault/workspace-file.ts";
import { expect, test } from "../fixture.ts";
import { button, inEachLanguage, startEmpty } from "../journey.ts";

inEachLanguage((words) => {
  test("a browser that refuses the database: the last state is saved as a file, and the app opens again once it may; a newer database is set aside, and what was there is opened beside it", async ({
    app,
  }, info) => {
    await startEmpty(app, words, "CNY");
    // A page that nobody watches: that the start fails is said on the console, too.
    const page = await app.context().newPage();
    await page.addInitScript(forgetFolder);
    await page.addInitScript(() => {
      if (window.sessionStorage.getItem("may-open") !== null) return;
      const refuse = () => Promise.reject(new DOMException("Internal error", "UnknownError"));
      Object.defineProperty(IDBFactory.prototype, "databases", { value: refuse });
      Object.defineProperty(IDBFactory.prototype, "deleteDatabase", {
        value: () => {
          throw new DOMException("Internal error", "UnknownError");
        },
      });
    });
    await app.close();
    await page.goto("/");
    await expect(page.getByRole("heading", { name: words.text("app.broken.title") })).toBeVisible();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      button(page, words.text("vault.rescue.save")).first().click(),
    ]);
    const read = readWorkspaceFile(await readFile(await download.path()));
    expect(read.ok && read.value.workspace.rows.groups.size).toBe(3);
    await expect(page.getByRole("status")).toContainText(download.suggestedFilename());
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.screenshot({ path: info.outputPath("rescue.png") });
    await button(page, words.text("vault.rescue.reach.forgotten")).click();
    await expect(page.getByText(words.text("vault.rescue.folder.forgotten", { folder: "usb" }))).toHaveCount(
      0,
    );

    await page.evaluate(() => window.sessionStorage.setItem("may-open", "yes"));
    await button(page, words.text("app.broken.again")).click();
    await expect(page.getByRole("navigation").first()).toBeVisible();

    await page.evaluate(raiseVersion);
    await page.reload();
    await expect(page.getByRole("heading", { name: words.text("app.newer.title") })).toBeVisible();
    await button(page, words.text("vault.aside.do")).click();
    await page.screenshot({ path: info.outputPath("newer.png") });
    await button(page, words.text("vault.aside.sure")).click();
    await expect(page.getByText(words.text("vault.start.set-aside"))).toBeVisible();
    const open = button(page, words.text("vault.rescue.open"));
    await expect(open).toBeVisible();
    await page.screenshot({ path: info.outputPath("first.png") });
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await open.click();
    await expect(page.getByRole("navigation").first()).toBeVisible();
    const names = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
    expect(names).toEqual(expect.arrayContaining(["jiugong", "jiugong.2"]));
  });
});

/** A folder was chosen before the browser lost its databases, and with them where the folder is; a click in its dialog gives it again. */
function forgetFolder(): void {
  const records = { line: "k3x9", isOn: true, number: 1, baseline: null, fall: null, made: [] };
  localStorage.setItem("jiugong.backups", JSON.stringify({ ...records, folder: "usb" }));
  const showDirectoryPicker = async () =>
    (await navigator.storage.getDirectory()).getDirectoryHandle("usb", { create: true });
  Object.assign(window, { showDirectoryPicker });
}

/** As a newer version of the app leaves the database. */
function raiseVersion(): Promise<void> {
  return new Promise((resolve) => {
    const opening = indexedDB.open("jiugong", 9990);
    opening.onsuccess = () => {
      opening.result.close();
      resolve();
    };
  });
}
