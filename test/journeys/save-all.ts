import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixture.ts";
import { readArchive, readFolder } from "./read-back.ts";
import type { Run } from "./runs/run.ts";

/** Presses a button that saves several files, and gives them by name: a folder on the desktop, an archive in the browser. */
export async function saveAll(app: Page, run: Run, save: Locator): Promise<ReadonlyMap<string, Uint8Array>> {
  if (run.shell === "browser") return readArchive(await run.saveBy(() => save.click(), "all.zip"));
  const parent = test.info().outputPath("all");
  mkdirSync(parent, { recursive: true });
  await run.openBy(() => save.click(), parent);
  await expect(app.locator(".notice.done").last()).toBeVisible();
  const [folder, ...rest] = readdirSync(parent);
  expect(rest).toEqual([]);
  return readFolder(join(parent, folder!));
}
