import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { createWords } from "../../../core/words/words.ts";
import { zhCn } from "../../../core/words/zh-cn.ts";
import { hostileBackup } from "../../builders/hostile-backup.ts";
import { expect, test } from "../fixture.ts";
import { goTo } from "../journey.ts";

const words = createWords("zh-CN", zhCn, "CNY");

/** Every room, and the places that say the most names. */
const PLACES = [
  "",
  "team",
  "team/groups",
  "customer",
  "customer/deals",
  "customer/pipeline",
  "customer/orders",
  "kpi",
  "target",
  "training/courses",
  "incentive/plans",
  "meeting",
  "meeting/practices",
  "review",
  "review/member/m-li-min",
  "vault/journal",
  "vault/settings",
];

test.use({ trace: "off" });
test("names full of HTML stay names in every room, and with all other requests refused none is even tried", async ({
  app,
  run,
}, info) => {
  const tried: string[] = [];
  const own = new URL(app.url()).origin;
  await app.context().route(
    (url) => url.origin !== own,
    (route) => {
      tried.push(route.request().url());
      return route.abort();
    },
  );
  const path = info.outputPath("hostile.jiugong");
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, hostileBackup());
  await run.openBy(() => app.getByText(words.text("app.first.backup"), { exact: true }).click(), path);
  await expect(app.getByRole("navigation").first()).toBeVisible();
  for (const place of PLACES) {
    await goTo(app, place);
    await expect(app.locator("main h1, main .page, .home").first()).toBeVisible();
    await expect(app.locator(".late-skeleton, [aria-busy=true]")).toHaveCount(0);
    expect(await app.locator("[data-evil]").count(), place).toBe(0);
  }
  await goTo(app, "team");
  await expect(app.getByText("<img data-evil", { exact: false }).first()).toBeVisible();
  expect(await app.evaluate(() => "evil" in window)).toBe(false);
  expect(tried).toEqual([]);
});
