import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { Page, TestInfo } from "@playwright/test";
import type { Money } from "../../core/base/money.ts";
import type { DifferenceKind } from "../../core/customer/history/difference-line.ts";
import type { BridgeKind } from "../../core/customer/pipeline-bridge.ts";
import type { Words } from "../../core/words/words.ts";
import { expect, test } from "./fixture.ts";
import { button, goTo, importByWizard, inEachLanguage, startEmpty } from "./journey.ts";

const HEADER = "Deal Id,Deal Name,Account Name,Stage,Amount,Closing Date,Deal Owner";
const WEEK_1 = [
  "1001,Boiler,Acme,Qualification,100000,2026-12-01,Ann",
  "1002,Pump,Bolt,Qualification,50000,2026-12-10,Bob",
  "1003,Valve,Crane,Negotiation,30000,2026-12-15,Ann",
  "1004,Tap,Dyke,Qualification,20000,2026-12-20,Bob",
];
/** Boiler is two weeks later and smaller, Pump is Cid's, Tap is gone, Mixer is new. */
const WEEK_2 = [
  "1001,Boiler,Acme,Qualification,80000,2026-12-15,Ann",
  "1002,Pump,Bolt,Qualification,50000,2026-12-10,Cid",
  "1003,Valve,Crane,Negotiation,30000,2026-12-15,Ann",
  "1005,Mixer,Echo,Qualification,10000,2026-12-31,Ann",
];

inEachLanguage((words) => {
  test("two weeks of imports: what changed, an edit and a removal by hand, undo in three lists, and back", async ({
    app,
  }, info) => {
    test.slow();
    await startEmpty(app, words, "CNY");
    await importWeek(app, words, await weekFile(info, "week1.csv", WEEK_1));
    await importWeek(app, words, await weekFile(info, "week2.csv", WEEK_2));

    await expectDifference(app, words);
    await typeAmount(app, words, "Boiler", "90000");
    await removeDeal(app, words, "Pump");

    await takeBack(app, words);
    await goTo(app, "customer/deals");
    await expect(dealRow(app, "Boiler")).toContainText("2026-12-01");
    await expect(dealRow(app, "Boiler")).toContainText("90,000");
    await expect(dealRow(app, "Mixer")).toHaveCount(0);

    await app.keyboard.press("Control+z");
    await expect(dealRow(app, "Mixer")).toBeVisible();
    await expect(dealRow(app, "Boiler")).toContainText("2026-12-15");
    await goTo(app, "customer/imports");
    const row = app.getByRole("row").filter({ hasText: "week2.csv" });
    await expect(row).toBeVisible();
    await expect(row).not.toContainText(words.text("customer.imports.state.undone"));
  });
});

async function weekFile(info: TestInfo, name: string, rows: readonly string[]): Promise<string> {
  const path = info.outputPath(name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, [HEADER, ...rows, ""].join("\r\n"));
  return path;
}

async function importWeek(app: Page, words: Words, path: string): Promise<void> {
  const job = await importByWizard(app, words, { path, object: "deals" });
  await button(job, words.text("customer.difference.see")).click();
  await expect(
    app.getByRole("heading", { name: words.text("customer.difference.title"), exact: true }),
  ).toBeVisible();
}

/** The page that the second import leads to: the bridge, how often what happened, and the deals. */
async function expectDifference(app: Page, words: Words): Promise<void> {
  const bridge = app.locator(".bridge-table");
  const row = (kind: BridgeKind | "before" | "after") =>
    bridge.getByRole("row").filter({
      has: app.getByRole("rowheader", {
        name: words.text(`customer.difference.bridge.${kind}`),
        exact: true,
      }),
    });
  for (const [kind, yuan] of [
    ["before", 200_000],
    ["new", 10_000],
    ["cut", -20_000],
    ["gone", -20_000],
    ["after", 170_000],
  ] as const) {
    await expect(row(kind)).toContainText(
      words.quantity({ unit: "money", value: (yuan * 100) as Money }, "full"),
    );
  }
  const list = app.getByRole("grid");
  const line = (kind: DifferenceKind, name: string) =>
    list
      .getByRole("row")
      .filter({ hasText: words.text(`customer.difference.kind.${kind}`) })
      .filter({ hasText: name });
  await expect(line("slipped", "Boiler")).toContainText("2026-12-01 → 2026-12-15");
  await expect(line("cut", "Boiler")).toHaveCount(1);
  await expect(line("reassigned", "Pump")).toContainText("Bob → Cid");
  await expect(line("gone", "Tap")).toHaveCount(1);
  await expect(line("new", "Mixer")).toHaveCount(1);
  await goTo(app, "home");
}

async function openDeal(app: Page, name: string) {
  await goTo(app, "customer/deals");
  await dealRow(app, name).click();
  return app.getByRole("dialog", { name });
}

async function typeAmount(app: Page, words: Words, name: string, amount: string): Promise<void> {
  const opened = await openDeal(app, name);
  const field = opened.getByLabel(words.text("customer.field.amount"), { exact: true });
  await field.fill(amount);
  await field.press("Enter");
  await expect(field).toHaveValue("90,000.00");
  await app.keyboard.press("Escape");
}

async function removeDeal(app: Page, words: Words, name: string): Promise<void> {
  const opened = await openDeal(app, name);
  await button(opened, words.text("base.remove")).click();
  await expect(opened).toHaveCount(0);
}

/** Looks at the three lists and takes the second import back. */
async function takeBack(app: Page, words: Words): Promise<void> {
  await goTo(app, "customer/imports");
  await app.getByRole("row").filter({ hasText: "week2.csv" }).click();
  const drawer = app.getByRole("dialog", { name: "week2.csv" });
  await button(drawer, words.text("customer.undo.begin")).click();
  const list = (name: string, count: number) =>
    button(drawer, words.text(`customer.undo.list.${name}`, { count }));
  await list("kept", 1).click();
  await expect(drawer.getByRole("grid")).toContainText("Boiler");
  await expect(drawer.getByRole("grid")).toContainText(words.text("customer.field.amount"));
  await list("failed", 1).click();
  await expect(drawer.getByRole("grid")).toContainText("deals:1002");
  await list("reverted", 3).click();
  await expect(drawer.getByRole("grid")).toContainText("Mixer");
  await button(drawer, words.text("customer.undo.do")).click();
  await expect(drawer.locator(".undo-outcome")).toBeVisible();
  await app.keyboard.press("Escape");
  await expect(app.getByRole("row").filter({ hasText: "week2.csv" })).toContainText(
    words.text("customer.imports.state.undone"),
  );
}

function dealRow(app: Page, name: string) {
  return app.getByRole("row").filter({ has: app.getByRole("gridcell", { name, exact: true }) });
}
