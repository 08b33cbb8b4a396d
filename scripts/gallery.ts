import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import type { Browser, Page } from "@playwright/test";
import { buildAll, isBuildStale } from "./build.ts";
import { serveApp } from "./serve-app.ts";
import { CHROMIUM_ARGS, findChromium } from "./setup/find-chromium.ts";
import { isMain } from "./setup/is-main.ts";

/** Not the app's own port, so that a running app and its data are left alone. */
const PORT = 4297;
const FOLDER = "gallery";
/** A Monday in the middle of a quarter, so that the pictures are the same whenever they are taken. */
const MOMENT = "2026-09-14T10:42:00+08:00";

interface Screen {
  readonly name: string;
  readonly place: string;
  /** What is done there before the picture is taken. */
  readonly act?: (page: Page) => Promise<void>;
}

const SCREENS: readonly Screen[] = [
  { name: "home", place: "#/" },
  { name: "team-members", place: "#/team" },
  { name: "team-matrix", place: "#/team/matrix" },
  { name: "team-skills", place: "#/team/skills" },
  { name: "team-groups", place: "#/team/groups" },
  { name: "target", place: "#/target" },
  { name: "target-calendar", place: "#/target/calendar" },
  { name: "kpi-values", place: "#/kpi" },
  { name: "kpi-library", place: "#/kpi/library" },
  { name: "kpi-sets", place: "#/kpi/sets" },
  { name: "customers", place: "#/customer" },
  { name: "deals", place: "#/customer/deals" },
  { name: "orders", place: "#/customer/orders" },
  { name: "imports", place: "#/customer/imports" },
  { name: "meeting", place: "#/meeting" },
  { name: "training", place: "#/training" },
  { name: "incentive", place: "#/incentive" },
  { name: "review-team", place: "#/review" },
  { name: "review-member", place: "#/review/member/m-li-min" },
  { name: "vault", place: "#/vault" },
  { name: "vault-journal", place: "#/vault/journal" },
  { name: "vault-settings", place: "#/vault/settings" },
  { name: "palette", place: "#/", act: (page) => page.keyboard.press("Control+k") },
  { name: "explain", place: "#/target", act: explainActual },
];

/** Opens the explanation of an actual of the target table. */
async function explainActual(page: Page): Promise<void> {
  await page.locator("[role=gridcell] button").nth(1).click();
}

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
  console.log(`gallery: ${SCREENS.length * 4 + 4} pictures in ${FOLDER}/`);
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
  await page.getByRole("button", { name: /示例|sample/i }).waitFor();
  await picture("first-start");
  await page.getByRole("button", { name: /示例|sample/i }).click();
  await page.getByRole("navigation").first().waitFor();
  for (const screen of SCREENS) {
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
