import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { TestInfo } from "@playwright/test";
import { expect, test } from "./fixture.ts";
import { button, goTo, importByWizard, inEachLanguage, startSample } from "./journey.ts";

const HEADER = "Record Id,Deal Owner,Deal Name,Account Name,Amount,Stage,Closing Date";
const LAST_WEEK = [
  "zcrm_71000000000000001,王芳,Boiler,Acme Ltd.,100000,Qualification,2026-12-01",
  "zcrm_71000000000000002,赵磊,Pump,Bolt Inc.,50000,Qualification,2026-12-10",
  "zcrm_71000000000000003,赵磊,Valve,Bolt Inc.,30000,Qualification,2026-12-10",
];
/** Boiler is two weeks later, Valve is gone. */
const THIS_WEEK = [LAST_WEEK[0]!.replace("2026-12-01", "2026-12-15"), LAST_WEEK[1]!];

inEachLanguage((words) => {
  test("Monday: the second system's deals come in, twins become one, the difference is seen, and home says what needs a talk", async ({
    app,
  }, info) => {
    test.slow();
    await startSample(app, words);
    const path = await weekFile(info, "Deals_2026_11_16.csv", LAST_WEEK);
    await importByWizard(app, words, { path, object: "deals" });

    const needs = app.getByRole("region", { name: words.text("app.home.needs") });
    await goTo(app, "home");
    await needs.locator("h2").getByRole("button").click();
    await needs.getByRole("link", { name: words.text("app.home.need.match") }).click();
    const queue = app.getByRole("listbox").getByRole("option");
    await expect(queue.first()).toBeVisible();
    const waiting = await queue.count();
    await app
      .getByRole("button", { name: /\d/ })
      .filter({ hasText: acceptWords(words) })
      .click();
    await expect.poll(() => queue.count()).toBeLessThan(waiting);

    const next = await weekFile(info, "Deals_2026_11_23.csv", THIS_WEEK);
    const job = await importByWizard(app, words, { path: next, object: "deals" });
    await button(job, words.text("customer.difference.see")).click();
    const list = app.getByRole("grid");
    await expect(list.getByRole("row").filter({ hasText: "Boiler" })).toContainText(
      "2026-12-01 → 2026-12-15",
    );
    await expect(list.getByRole("row").filter({ hasText: "Valve" })).toHaveCount(1);

    await goTo(app, "home");
    await needs.getByRole("link", { name: words.text("app.home.need.import") }).click();
    await expect(
      app.getByRole("heading", { name: words.text("customer.difference.title"), exact: true }),
    ).toBeVisible();
  });
});

/** The words of the button that accepts every certain pair, without their number. */
function acceptWords(words: Parameters<Parameters<typeof inEachLanguage>[0]>[0]): RegExp {
  const said = words.text("customer.match.accept", { count: 9 }).replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(said.replace("9", "\\d+"));
}

async function weekFile(info: TestInfo, name: string, rows: readonly string[]): Promise<string> {
  const path = info.outputPath(name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, [HEADER, ...rows, ""].join("\r\n"));
  return path;
}
