import { readFileSync, writeFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import type { Words } from "../../core/words/words.ts";
import { expect, test } from "./fixture.ts";
import { button, choice, goTo, inEachLanguage, startSample } from "./journey.ts";
import type { Run } from "./runs/run.ts";

const PASSPHRASE = "山高月小 水落石出";

inEachLanguage((words) => {
  test("an encrypted share of one member is opened elsewhere with its passphrase alone", async ({
    app,
    run,
  }, info) => {
    await startSample(app, words);
    await goTo(app, "vault/share");
    await choice(app, words.text("vault.share.who")).selectOption("some");
    await app.getByRole("checkbox", { name: "王芳", exact: true }).check();
    const save = button(app, words.text("vault.share.save"));
    await expect(save).toHaveAttribute("aria-disabled", "true");
    await app.getByLabel(words.text("vault.lock.first"), { exact: true }).fill(PASSPHRASE);
    await app.getByLabel(words.text("vault.lock.again"), { exact: true }).fill(PASSPHRASE);
    await expect(app.locator(".share-sum")).toBeVisible();
    const path = await run.saveBy(() => save.click(), "share.jiugong.age");
    expect(readFileSync(path).subarray(0, 21).toString()).toBe("age-encryption.org/v1");

    const torn = info.outputPath("torn.jiugong.age");
    writeFileSync(torn, readFileSync(path).subarray(0, -9));
    const bare = await run.wipe();
    await unlock(run, words, torn, PASSPHRASE);
    await expect(bare.getByRole("alert")).toHaveText(words.text("vault.age.damaged"));
    await button(bare, words.text("base.cancel")).click();
    await unlock(run, words, path, "not it at all");
    await expect(bare.getByRole("alert")).toHaveText(words.text("vault.age.wrong-passphrase"));
    await bare.getByLabel(words.text("vault.lock.first"), { exact: true }).fill(PASSPHRASE);
    await button(bare, words.text("vault.unlock.open")).click();
    await expect(bare.locator(".square")).toHaveCount(9);
    const backup = await savedText(run, words);
    expect(backup).toContain("王芳");
    expect(backup).not.toMatch(/m-zhao-lei|"ownerName":"赵磊|"table":"(statements|payPlans|oneToOneNotes)"/);
  });

  test("a person is erased on request: what stays is explained and names nobody, and nothing brings them back", async ({
    app,
    run,
  }) => {
    await startSample(app, words);
    await goTo(app, "vault/person");
    await choice(app, words.text("vault.person.who")).selectOption({ label: "王芳" });
    const json = button(app, words.text("vault.person.json"));
    const theirs = readFileSync(await run.saveBy(() => json.click(), "person.json"), "utf8");
    expect(JSON.parse(theirs)).toMatchObject({ format: "jiugong-person", person: "王芳" });
    const neutral = words.text("vault.person.neutral", { number: 1 });
    await expect(app.getByText(words.text("vault.person.stays.facts", { name: neutral }))).toBeVisible();
    const wording = words.text("vault.person.wording", { name: "王芳" });
    const erase = button(app, words.text("vault.person.erase-do"));
    await expect(erase).toHaveAttribute("aria-disabled", "true");
    await app.getByLabel(words.text("vault.person.confirm", { wording })).fill(wording);
    await erase.click();
    await expect(app.locator(".notice.done").last()).toContainText(neutral);
    await app.keyboard.press("ControlOrMeta+z");
    const again = await run.restart();
    await expect(again.locator(".square")).toHaveCount(9);
    const backup = await savedText(run, words);
    expect(backup).toContain(neutral);
    expect(backup).not.toMatch(/王芳|wangfang/i);
  });
});

async function unlock(run: Run, words: Words, path: string, passphrase: string): Promise<void> {
  const page: Page = run.page();
  const way = page.getByText(words.text("app.first.backup"), { exact: true });
  await run.openBy(() => way.click(), path);
  await page.getByLabel(words.text("vault.lock.first"), { exact: true }).fill(passphrase);
  await button(page, words.text("vault.unlock.open")).click();
}

/** All that the workspace holds, as a backup says it. */
async function savedText(run: Run, words: Words): Promise<string> {
  const page: Page = run.page();
  await goTo(page, "vault/backup");
  const save = button(page, words.text("vault.backup.save"));
  await expect(save).toBeVisible();
  const path = await run.saveBy(() => save.click(), "look.jiugong");
  await expect(page.locator(".notice.done").last()).toContainText(".jiugong");
  return readFileSync(path, "utf8");
}
