import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { en } from "../../../core/words/en.ts";
import { createWords } from "../../../core/words/words.ts";
import { button, goTo, startSample } from "../journey.ts";
import { expect, test } from "./desktop-test.ts";

const words = createWords("en", en, "USD");

test.use({ locale: "en" });

const backupsIn = (folder: string) =>
  readdirSync(folder).filter((name) => /^jiugong-.*\.jiugong(\.age)?$/.test(name));

test("a backup, encrypted; the laptop lost: another takes it up with all that was in it", async ({
  home,
  launch,
}) => {
  // It starts twice and derives a key from a passphrase three times.
  test.slow();
  const disk = join(home, "disk");
  mkdirSync(disk, { recursive: true });
  const first = await launch({ locale: "en" });
  await startSample(first.page, words);
  await goTo(first.page, "vault/backup");
  await first.answerDialog({ dialog: "open", path: disk });
  await button(first.page, words.text("vault.auto.choose")).click();
  await expect(first.page.locator(".vault-path")).toHaveText(disk);
  await button(first.page, words.text("vault.cipher.set")).click();
  await first.page.getByLabel(words.text("vault.passphrase.first")).fill("nine squares");
  await first.page.getByLabel(words.text("vault.passphrase.second")).fill("nine squares");
  await button(first.page, words.text("vault.cipher.do")).click();
  await expect(first.page.getByText(words.text("vault.cipher.place-kept"))).toBeVisible();
  await goTo(first.page, "vault/settings");
  await first.page.getByLabel(words.text("vault.settings.name"), { exact: true }).fill("The last minute");
  await first.page.keyboard.press("Enter");
  await expect(first.page.locator(".rail-foot .rail-name")).toContainText("The last minute");
  await goTo(first.page, "vault/backup");
  const made = backupsIn(disk).length;
  await button(first.page, words.text("vault.auto.now")).click();
  await expect.poll(() => backupsIn(disk).length).toBeGreaterThan(made);
  await first.close();

  const newest = backupsIn(disk).toSorted().at(-1)!;
  expect(newest).toMatch(/^jiugong-[0-9a-f]{6}-\d{6}-.*\.jiugong\.age$/);
  expect(readFileSync(join(disk, newest)).subarray(0, 21).toString()).toBe("age-encryption.org/v1");

  rmSync(join(home, "AppData"), { recursive: true });
  const second = await launch({ locale: "en" });
  await second.answerDialog({ dialog: "open", path: join(disk, newest) });
  await second.page.getByText(words.text("app.first.backup"), { exact: true }).click();
  await second.page.getByLabel(words.text("vault.unlock.passphrase"), { exact: true }).fill("nine squares");
  await button(second.page, words.text("vault.unlock.open")).click();
  const name = second.page.locator(".rail-foot .rail-name");
  await expect(name).toContainText("The last minute", { timeout: 60_000 });
});

test("a folder that is unplugged is told, hinders nothing, and is written again when it is back; an older backup is restored from the list", async ({
  home,
  launch,
}) => {
  const [disk, away] = [join(home, "disk"), join(home, "away")];
  mkdirSync(disk, { recursive: true });
  const desktop = await launch({ locale: "en" });
  const { page } = desktop;
  await startSample(page, words);
  await goTo(page, "vault/backup");
  await desktop.answerDialog({ dialog: "open", path: disk });
  await button(page, words.text("vault.auto.choose")).click();
  await expect.poll(() => backupsIn(disk)).toHaveLength(1);

  // It is read back still when it has its name.
  await expect(button(page, words.text("vault.auto.now"))).toBeEnabled();
  renameSync(disk, away);
  await button(page, words.text("vault.auto.now")).click();
  await expect(page.getByText(words.text("vault.auto.problem.gone")).first()).toBeVisible();
  await goTo(page, "vault/settings");
  await page.getByLabel(words.text("vault.settings.name"), { exact: true }).fill("Renamed");
  await page.keyboard.press("Enter");
  await expect(page.locator(".rail-foot .rail-name")).toContainText("Renamed");
  await goTo(page, "home");
  await expect(page.getByText(words.text("app.home.vault.problem"))).toBeVisible();

  renameSync(away, disk);
  await goTo(page, "vault/backup");
  await button(page, words.text("vault.auto.again")).click();
  await expect.poll(() => backupsIn(disk)).toHaveLength(2);
  await expect(page.getByText(words.text("vault.auto.problem.gone"))).toHaveCount(0);
  await page.getByRole("row").last().click();
  await button(page, words.text("vault.restore.do")).click();
  await expect(page.locator(".rail-foot .rail-name")).not.toContainText("Renamed");
  await expect(page.locator(".vault-list li")).toHaveCount(1);
});

test("what was chosen for backups cannot be read: they pause, that is said, and the folder is chosen again", async ({
  home,
  launch,
}) => {
  test.slow();
  const disk = join(home, "disk");
  mkdirSync(disk, { recursive: true });
  const first = await launch({ locale: "en" });
  await startSample(first.page, words);
  await goTo(first.page, "vault/backup");
  await first.answerDialog({ dialog: "open", path: disk });
  await button(first.page, words.text("vault.auto.choose")).click();
  await expect.poll(() => backupsIn(disk)).toHaveLength(1);
  await first.close();

  const records = join(home, "AppData/Jiugong/backups.json");
  for (const path of [records, `${records}.copy`]) truncateSync(path, 90);
  const second = await launch({ locale: "en" });
  await goTo(second.page, "vault/backup");
  const lost = second.page.getByText(words.text("vault.auto.problem.settings-lost"));
  await expect(lost).toBeVisible();
  expect(readdirSync(join(home, "AppData/Jiugong"))).not.toContain("backups");
  await second.answerDialog({ dialog: "open", path: disk });
  await button(second.page, words.text("vault.auto.choose")).click();
  await expect(lost).toHaveCount(0);
  await expect.poll(() => backupsIn(disk)).toHaveLength(2);
});
