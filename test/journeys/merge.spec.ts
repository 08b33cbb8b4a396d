import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import type { Words } from "../../core/words/words.ts";
import { readWorkspaceFile } from "../../core/vault/workspace-file.ts";
import { expect, test } from "./fixture.ts";
import { button, goTo, inEachLanguage, startSample } from "./journey.ts";
import type { Run } from "./runs/run.ts";

inEachLanguage((words) => {
  test("a deputy and the manager edit the same team; merged in both places, conflicts decided, both have the same", async ({
    app,
    run,
  }) => {
    await startSample(app, words);
    const handed = await saveBackup(run, words, "handed.jiugong");
    await rename(app, words, "Deputy's team");
    const deputys = await saveBackup(run, words, "deputy.jiugong");

    const office = await run.wipe();
    await openAtStart(run, office, words, handed);
    await rename(office, words, "Manager's team");
    await limitDuties(office, words, "9");
    await goTo(office, "vault/merge");
    await run.openBy(() => button(office, words.text("vault.merge.open")).click(), deputys);
    const conflicts = office.getByRole("region", { name: words.text("vault.merge.conflicts", { count: 1 }) });
    await expect(conflicts).toContainText("Deputy's team");
    await expect(conflicts).toContainText("Manager's team");
    await button(conflicts, words.text("vault.merge.all-theirs")).click();
    await button(office, words.text("vault.merge.do")).click();
    await expect(office.locator(".notice.done").last()).toContainText("deputy.jiugong");
    const merged = await saveBackup(run, words, "merged.jiugong");
    expect(settingsIn(merged)).toMatchObject({ name: "Deputy's team", dutyLimit: 9 });

    const desk = await run.wipe();
    await openAtStart(run, desk, words, deputys);
    await goTo(desk, "vault/merge");
    await run.openBy(() => button(desk, words.text("vault.merge.open")).click(), merged);
    await expect(desk.getByText(words.text("vault.merge.kept-first"))).toBeVisible();
    await expect(
      desk.getByRole("region", { name: words.text("vault.merge.conflicts", { count: 1 }) }),
    ).toHaveCount(0);
    await button(desk, words.text("vault.merge.do")).click();
    await expect(desk.locator(".notice.done").last()).toContainText("merged.jiugong");
    expect(said(await saveBackup(run, words, "both.jiugong"))).toEqual(said(merged));
  });
});

async function openAtStart(run: Run, page: Page, words: Words, path: string): Promise<void> {
  const way = page.getByText(words.text("app.first.backup"), { exact: true });
  await run.openBy(() => way.click(), path);
  await expect(page.locator(".square")).toHaveCount(9);
}

async function rename(page: Page, words: Words, name: string): Promise<void> {
  await goTo(page, "vault/settings");
  const field = page.getByRole("textbox", { name: words.text("vault.settings.name") });
  await field.fill(name);
  await field.press("Enter");
  await expect(field).toHaveValue(name);
}

async function limitDuties(page: Page, words: Words, limit: string): Promise<void> {
  const field = page.getByRole("textbox", { name: words.text("vault.settings.dutyLimit") });
  await field.fill(limit);
  await field.press("Enter");
  await expect(field).toHaveValue(limit);
}

async function saveBackup(run: Run, words: Words, name: string): Promise<string> {
  const page = run.page();
  await goTo(page, "vault/backup");
  const save = button(page, words.text("vault.backup.save"));
  await expect(save).toBeVisible();
  return run.saveBy(() => save.click(), name);
}

function read(path: string) {
  const file = readWorkspaceFile(readFileSync(path));
  if (!file.ok) throw new Error(JSON.stringify(file.error));
  return file.value.workspace;
}

function settingsIn(path: string) {
  return read(path).rows.settings.get("workspace");
}

/** All records, without what each copy knows of the other's clock. */
function said(path: string) {
  const { rows, facts } = read(path);
  const { seen: _, ...settings } = rows.settings.get("workspace")!;
  return { ...rows, settings, facts };
}
