import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import type { Browser } from "@playwright/test";
import { buildAll, isBuildStale } from "./build.ts";
import { OPENED } from "./gallery-opened.ts";
import { SCREENS } from "./gallery-screens.ts";
import { VAULT } from "./gallery-vault.ts";
import { serveApp } from "./serve-app.ts";
import { CHROMIUM_ARGS, findChromium } from "./setup/find-chromium.ts";
import { isMain } from "./setup/is-main.ts";
import { spokenName } from "./setup/spoken-name.ts";

/** Not the app's own port, so that a running app and its data are left alone. */
const PORT = 4297;
const FOLDER = "gallery";
/** A Monday in the middle of a quarter, so that the pictures are the same whenever they are taken. */
const MOMENT = "2026-09-14T10:42:00+08:00";

/** Writes a picture of every screen in both languages and both themes at 1280×800 to `gallery/`. */
export async function takeGallery(): Promise<number> {
  const executablePath = findChromium();
  if (executablePath === null) {
    console.error("gallery: no Chromium on this machine");
    return 1;
  }
  if (isBuildStale() && (await buildAll()) !== 0) return 1;
  mkdirSync(FOLDER, { recursive: true });
  const server = await serveApp(PORT);
  const browser = await chromium.launch({ executablePath, args: [...CHROMIUM_ARGS] });
  for (const locale of ["zh-CN", "en"]) {
    for (const theme of ["light", "dark"] as const) await takeAll(browser, locale, theme);
  }
  await browser.close();
  server.close();
  console.log(`gallery: ${(SCREENS.length + OPENED.length + VAULT.length) * 4 + 4} pictures in ${FOLDER}/`);
  return 0;
}

async function takeAll(browser: Browser, locale: string, theme: "light" | "dark"): Promise<void> {
  const context = await browser.newContext({
    locale,
    colorScheme: theme,
    viewport: { width: 1280, height: 800 },
    timezoneId: "Asia/Shanghai",
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  page.on("console", (line) => {
    if (line.type() === "error") console.error(`gallery: ${locale} ${theme}: ${line.text()}`);
  });
  await page.clock.setFixedTime(new Date(MOMENT));
  await page.goto(`http://127.0.0.1:${PORT}/`);
  const picture = (name: string) => page.screenshot({ path: join(FOLDER, `${name}-${locale}-${theme}.png`) });
  const sample = page.getByText(spokenName("app.first.sample"));
  await sample.waitFor();
  await picture("first-start");
  await sample.click();
  await page.getByRole("navigation").first().waitFor();
  for (const screen of [...SCREENS, ...OPENED, ...VAULT]) {
    // Nothing is under the pointer, so no row and no entry looks chosen.
    await page.mouse.move(0, 0);
    await page.evaluate((place) => void (location.hash = place), screen.place);
    await page.waitForTimeout(400);
    await page.waitForLoadState("networkidle");
    if (screen.act) {
      await screen.act(page);
      await page.waitForTimeout(300);
    }
    await picture(screen.name);
    if (screen.act) await page.keyboard.press("Escape");
  }
  await context.close();
}

if (isMain(import.meta)) process.exitCode = await takeGallery();
