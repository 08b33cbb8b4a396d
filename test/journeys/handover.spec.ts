import { readFileSync } from "node:fs";
import { expect, test } from "./fixture.ts";
import { button, choice, goTo, inEachLanguage, startSample } from "./journey.ts";
import { readDocxText } from "./read-back.ts";

inEachLanguage((words) => {
  test("a member's work goes to another in one step that undo takes back, with a sheet that names it all", async ({
    app,
    run,
  }) => {
    await startSample(app, words);
    await goTo(app, "team/members/m-zhao-lei");
    const card = app.getByRole("group", { name: words.text("review.job-card.name"), exact: true });
    const saveWord = words.text("review.handover.save.docx");
    const jobCard = await run.saveBy(() => button(card, saveWord).click(), "job-card.docx");
    expect(readDocxText(readFileSync(jobCard))).toContain("HD004");

    await app.getByRole("link", { name: words.text("review.handover.open"), exact: true }).click();
    const customers = app.getByRole("region", { name: words.text("review.handover.kind.customers") });
    await expect(customers.getByRole("row").nth(1)).toBeVisible();
    const first = (await customers.getByRole("rowheader").first().innerText()).trim();
    await choice(app, words.text("review.handover.all")).selectOption({ label: "李敏" });
    const own = choice(customers, `${words.text("review.handover.column.taker")}: ${first}`);
    await own.selectOption({ label: "王芳" });

    const sheetGroup = app.getByRole("group", { name: words.text("review.handover.sheet"), exact: true });
    const sheet = await run.saveBy(() => button(sheetGroup, saveWord).click(), "sheet.docx");
    const written = readDocxText(readFileSync(sheet));
    expect(written).toContain(first.replaceAll(/\s/g, ""));
    const both = words.text("review.handover.and", { names: "王芳", next: "李敏" });
    expect(written).toContain(both.replaceAll(/\s/g, ""));

    await app.locator(".page-tools .button.primary").click();
    const empty = app.getByText(words.text("review.handover.empty.title", { name: "赵磊" }), { exact: true });
    await expect(empty).toBeVisible();
    await goTo(app, "team/handover/m-wang-fang");
    await expect(customers.getByRole("rowheader", { name: first, exact: true })).toBeVisible();

    await app.keyboard.press("ControlOrMeta+z");
    await expect(customers.getByRole("rowheader", { name: first, exact: true })).toBeHidden();
    await goTo(app, "team/handover/m-zhao-lei");
    await expect(customers.getByRole("rowheader", { name: first, exact: true })).toBeVisible();
  });
});
