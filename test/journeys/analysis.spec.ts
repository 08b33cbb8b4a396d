import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import type { Words } from "../../core/words/words.ts";
import { expect, test } from "./fixture.ts";
import {
  choice,
  choosePeriod,
  fixtureFile,
  goTo,
  importByWizard,
  inEachLanguage,
  startEmpty,
} from "./journey.ts";

const FILE = "sales_pipeline.csv";
const PIPELINE = { path: fixtureFile(`maven-crm/${FILE}`), object: "deals" };

/** A line of the file: who, what and how it ended. */
interface FileLine {
  readonly product: string;
  readonly stage: string;
  readonly closed: string;
}

inEachLanguage((words) => {
  test("win rates of the quarter and of a product are those of the file, and are explained by its deals down to the line", async ({
    app,
  }) => {
    test.slow();
    await startEmpty(app, words, "USD");
    await goTo(app, "customer/analysis");
    await expect(app.getByText(words.text("customer.analysis.empty"))).toBeVisible();
    await importByWizard(app, words, PIPELINE);
    await goTo(app, "customer/analysis");
    await choosePeriod(app, words, "2017-Q3");

    const lines = readLines();
    const closed = [...lines.values()].filter(isClosedInQuarter);
    await choice(app, words.text("customer.analysis.by")).selectOption("product");
    await expectProduct(app, words, { name: "MG Special", closed });

    const rate = headFigure(app, words.text("kpi.metric.win-rate"));
    await expect(rate).toHaveText(words.quantity(rateOf(closed)));
    await rate.click();
    const line = await expectDeals(app, words, { closed, lines });
    const origin = words.text("customer.origin.file", { line, file: FILE });
    await expect(app.getByRole("dialog").getByText(origin).first()).toBeVisible();
  });
}, "USD");

/** The row of a product has the rate and the number of its closed deals. */
async function expectProduct(
  app: Page,
  words: Words,
  of: { readonly name: string; readonly closed: readonly FileLine[] },
): Promise<void> {
  const ofProduct = of.closed.filter(({ product }) => product === of.name);
  const row = app
    .getByRole("table")
    .first()
    .getByRole("row")
    .filter({ has: app.getByRole("rowheader", { name: of.name, exact: true }) });
  await expect(row).toContainText(words.quantity(rateOf(ofProduct)));
  await expect(row).toContainText(String(ofProduct.length));
}

function headFigure(app: Page, label: string): Locator {
  const term = app.locator("dt").getByText(label, { exact: true });
  return app.locator(".analysis-head > div").filter({ has: term }).locator("button.figure").first();
}

/** The panel has as many rows as deals closed in the quarter; opens the first and answers with the line of its file. */
async function expectDeals(
  app: Page,
  words: Words,
  of: { readonly closed: readonly FileLine[]; readonly lines: ReadonlyMap<number, FileLine> },
): Promise<number> {
  const panel = app.getByRole("dialog");
  await expect(panel.locator(".figure.headline")).toHaveText(words.quantity(rateOf(of.closed), "full"));
  await expect(panel.locator(".table-foot-note")).toHaveText(
    words.text("base.rows", { count: of.closed.length }),
  );
  const row = panel.locator("[data-row='0']");
  const [before, after] = words.text("app.explain.line", { line: "@", file: FILE }).split("@");
  const text = (await row.textContent()) ?? "";
  const line = Number(text.slice(text.lastIndexOf(before!) + before!.length, text.lastIndexOf(after!)));
  const known = of.lines.get(line)!;
  expect(isClosedInQuarter(known)).toBe(true);
  expect(text).toContain(known.closed);
  await row.click();
  return line;
}

function rateOf(closed: readonly FileLine[]) {
  const won = closed.filter(({ stage }) => stage === "Won").length;
  return { unit: "percent", value: won / closed.length } as const;
}

function isClosedInQuarter({ stage, closed }: FileLine): boolean {
  return (stage === "Won" || stage === "Lost") && closed >= "2017-07-01" && closed < "2017-10-01";
}

/** The file's lines by their number; the header is line 1. */
function readLines(): ReadonlyMap<number, FileLine> {
  const lines = readFileSync(PIPELINE.path, "utf8").trim().split(/\r?\n/);
  return new Map(
    lines.map((text, at) => {
      const cells = text.split(",");
      return [at + 1, { product: cells[2]!, stage: cells[4]!, closed: cells[6]! }] as const;
    }),
  );
}
