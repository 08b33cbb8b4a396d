import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import type { Words } from "../../core/words/words.ts";
import { expect, test } from "./fixture.ts";
import { button } from "./journey.ts";
import { readArchive, readFolder } from "./read-back.ts";
import type { Run } from "./runs/run.ts";

/** Saves all letters: a folder on the desktop, an archive in the browser. */
export async function saveAllLetters(
  app: Page,
  run: Run,
  { words, count }: { readonly words: Words; readonly count: number },
): Promise<ReadonlyMap<string, Uint8Array>> {
  const save = button(app, words.text("target.letters.save-all", { count }));
  if (run.shell === "browser") return readArchive(await run.saveBy(() => save.click(), "letters.zip"));
  const parent = test.info().outputPath("letters");
  mkdirSync(parent, { recursive: true });
  await run.openBy(() => save.click(), parent);
  await expect(app.locator(".notice.done").last()).toBeVisible();
  const [folder, ...rest] = readdirSync(parent);
  expect(rest).toEqual([]);
  return readFolder(join(parent, folder!));
}
