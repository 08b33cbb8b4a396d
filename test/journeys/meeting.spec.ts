import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { Page, TestInfo } from "@playwright/test";
import { expect, test } from "./fixture.ts";
import { button, goTo, importByWizard, inEachLanguage, startSample } from "./journey.ts";

const HEADER = "Record Id,Deal Owner,Deal Name,Account Name,Amount,Stage,Closing Date";
const BEFORE = "zcrm_72000000000000001,王芳,Boiler,Acme Ltd.,90000000,Qualification,2099-12-01";
const AFTER = BEFORE.replace("2099-12-01", "2099-12-15");
const OFFER = "A-17 =offer* <b>";

inEachLanguage((words) => {
  test("a Monday meeting: what the import changed is on the agenda, a line becomes an action, the minutes are copied", async ({
    app,
    shell,
  }, info) => {
    test.slow();
    await startSample(app, words);
    for (const [at, row] of [BEFORE, AFTER].entries()) {
      const path = await weekFile(info, `Deals_2026_11_${16 + at * 7}.csv`, row);
      await importByWizard(app, words, { path, object: "deals" });
    }

    await goTo(app, "meeting");
    await app
      .getByRole("region", { name: words.text("meeting.list.upcoming") })
      .getByRole("link")
      .first()
      .click();
    const boiler = app.locator(".agenda-row").filter({ hasText: "Boiler" });
    const days = await boiler.locator(".agenda-reason").innerText();
    expect(days).toContain("14");
    const before = await numberOf(boiler);
    await boiler.focus();
    await app.keyboard.press("Alt+ArrowUp");
    await expect.poll(() => numberOf(boiler)).toBe(before - 1);

    await button(app, words.text("meeting.one.start")).click();
    const line = app.getByRole("combobox", { name: words.text("meeting.run.line") });
    await expect(line).toBeFocused();
    await app.locator(".run-items").getByText("Boiler").click();
    await line.fill("@wangf");
    await expect(app.getByRole("option", { name: "王芳" })).toBeVisible();
    await app.keyboard.press("Enter");
    await app.keyboard.type(`fri ${OFFER}`);
    await app.keyboard.press("Enter");
    await line.fill("! B-3");
    await app.keyboard.press("Enter");
    const noted = app.getByRole("region", { name: words.text("meeting.run.noted") });
    await expect(noted.getByRole("listitem")).toHaveCount(2);
    await app.reload();
    await expect(noted.getByRole("listitem").first()).toContainText("王芳");
    await expect(line).toBeFocused();
    await app.keyboard.press("Control+Enter");
    await expect(app.locator(".run-item").filter({ hasText: "Boiler" })).toHaveClass(/state-done/);

    await button(app, words.text("meeting.run.end")).click();
    await app.context().grantPermissions(shell === "browser" ? ["clipboard-read", "clipboard-write"] : []);
    await button(app, words.text("meeting.minutes.copy-plain")).click();
    await expect(app.getByText(words.text("meeting.minutes.copied"))).toBeVisible();
    if (shell === "browser") expect(await copied(app)).toContain(OFFER);

    await goTo(app, "meeting/actions");
    const row = app.getByRole("row").filter({ hasText: OFFER });
    await expect(row).toContainText("王芳");
    await expect(row.getByRole("link", { name: "Boiler" })).toBeVisible();
  });
});

async function numberOf(row: ReturnType<Page["locator"]>): Promise<number> {
  return Number(await row.locator(".agenda-number").innerText());
}

function copied(app: Page): Promise<string> {
  return app.evaluate(() => navigator.clipboard.readText());
}

async function weekFile(info: TestInfo, name: string, row: string): Promise<string> {
  const path = info.outputPath(name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, [HEADER, row, ""].join("\r\n"));
  return path;
}
