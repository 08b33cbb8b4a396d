import { writeFile } from "node:fs/promises";
import { expect, test } from "./fixture.ts";
import { button, choice, goTo, inEachLanguage, startEmpty } from "./journey.ts";

inEachLanguage((words) => {
  test("quotes among several files are left out or read all the same, and the rest goes on", async ({
    app,
  }, info) => {
    const files = [
      [
        "Quotes_2026_01_26.csv",
        "Record Id,Quote Owner,Account Name,Grand Total,Date\n1,Ann,Acme,5,2026-01-02",
      ],
      [
        "Deals_2026_01_26.csv",
        "Record Id,Deal Name,Account Name,Stage,Amount\n1,Boiler,Acme,Qualification,5",
      ],
    ] as const;
    const paths = files.map(([name]) => info.outputPath(name));
    for (const [at, [, text]] of files.entries()) await writeFile(paths[at]!, text);
    await startEmpty(app, words, "CNY");
    await goTo(app, "customer/imports/new");
    await app.locator("input[type=file]").first().setInputFiles(paths);
    const list = app.locator(".import-files");
    const leaveOut = button(app, words.text("customer.wizard.leave-out"));

    await list.getByText("Quotes_2026_01_26.csv").click();
    await expect(app.getByText(words.text("customer.import.other"))).toBeVisible();
    await choice(app, words.text("customer.wizard.read-as")).selectOption("orders");
    await expect(choice(app, words.text("customer.wizard.object"))).toHaveValue("orders");
    await expect(app.getByText(words.text("customer.import.other"))).toHaveCount(0);
    await leaveOut.click();

    await expect(list.getByRole("listitem")).toHaveCount(1);
    await expect(app.locator(".import-job")).toHaveAccessibleName("Deals_2026_01_26.csv");
    await expect(leaveOut).toHaveCount(0);
    await expect(button(app, words.text("customer.wizard.next"))).toBeEnabled();
  });
});
