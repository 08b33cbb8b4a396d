import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import type { Words } from "../../core/words/words.ts";
import { expect, test } from "./fixture.ts";
import { button, goTo, inEachLanguage, startEmpty, startSample } from "./journey.ts";
import type { Run } from "./runs/run.ts";

interface Backup {
  readonly app: string;
  readonly schema: number;
  readonly data: readonly Readonly<Record<string, unknown>>[];
}

inEachLanguage((words) => {
  test("backup, another laptop, restore: the workspace is the same to the last stamp", async ({
    app,
    run,
  }) => {
    await startSample(app, words);
    const first = await saveBackup(run, words, "first.jiugong");
    const bare = await run.wipe();
    const way = bare.getByText(words.text("app.first.backup"), { exact: true });
    await run.openBy(() => way.click(), first);
    await expect(bare.locator(".square")).toHaveCount(9);
    const second = await saveBackup(run, words, "second.jiugong");
    expect(recordsOf(second)).toEqual(recordsOf(first));
  });

  test("files that cannot be trusted are refused with the reason, at the first start and later, and nothing changes", async ({
    app,
    run,
  }, info) => {
    const folder = info.outputPath("files");
    mkdirSync(folder, { recursive: true });
    await startEmpty(app, words, "CNY");
    const good = await saveBackup(run, words, "good.jiugong");
    const spoilt = spoil(readFileSync(good, "utf8"), words);

    await goTo(app, "vault/backup");
    for (const { name, text, reason } of spoilt) {
      const path = join(folder, name);
      writeFileSync(path, text);
      await run.openBy(() => button(app, words.text("vault.backup.restore")).click(), path);
      const notice = app.getByRole("alert").filter({ hasText: reason });
      await expect(notice).toBeVisible();
      await expect(app.getByRole("dialog")).toHaveCount(0);
      await button(notice, words.text("app.notice.close")).click();
      await expect(notice).toHaveCount(0);
    }
    expect(recordsOf(await saveBackup(run, words, "after.jiugong"))).toEqual(recordsOf(good));

    const bare = await run.wipe();
    for (const { name, reason } of spoilt) {
      const way = bare.getByText(words.text("app.first.backup"), { exact: true });
      await run.openBy(() => way.click(), join(folder, name));
      await expect(bare.locator(".first-body")).toContainText(reason);
    }
    await expect(bare.getByText(words.text("app.first.sample"), { exact: true })).toBeVisible();
  });
});

/** Saves a backup from the room of records and answers where it is. */
async function saveBackup(run: Run, words: Words, name: string): Promise<string> {
  const page: Page = run.page();
  await goTo(page, "vault/backup");
  const save = button(page, words.text("vault.backup.save"));
  await expect(save).toBeVisible();
  const path = await run.saveBy(() => save.click(), name);
  await expect(page.locator(".notice.done").last()).toContainText(".jiugong");
  return path;
}

/** Everything but the journal, which tells of the restoring itself. */
/** What a backup holds, but for the history and for what the other device notes of where it comes from. */
function recordsOf(path: string): readonly unknown[] {
  const text = readFileSync(path, "utf8").replace(/,"seen":\[[^\]]*\]/, "");
  const { data } = JSON.parse(text) as Backup;
  return data.filter((piece) => !("journal" in piece));
}

/** One good file made bad in each way. */
function spoil(good: string, words: Words) {
  const damaged = words.text("vault.file.damaged");
  const { schema, ...rest } = JSON.parse(good) as Backup;
  const newer = JSON.stringify({ ...rest, schema: schema + 1, app: "99.0.0" });
  const at = good.indexOf('"weight":') + '"weight":'.length;
  const flipped = good[at] === "1" ? "2" : "1";
  return [
    {
      name: "damaged.jiugong",
      text: good.slice(0, at) + flipped + good.slice(at + 1),
      reason: damaged,
    },
    { name: "truncated.jiugong", text: good.slice(0, good.length / 2), reason: damaged },
    {
      name: "newer.jiugong",
      text: newer,
      reason: words.text("vault.file.newer", { app: "99.0.0", schema: schema + 1 }),
    },
    { name: "foreign.json", text: '{"hello":"world"}', reason: words.text("vault.file.foreign") },
  ];
}
