import { expect, test } from "./fixture.ts";
import type { Page } from "@playwright/test";
import type { Words } from "../../core/words/words.ts";
import { button, choice, goTo, inEachLanguage, startSample } from "./journey.ts";

inEachLanguage((words) => {
  test("a task is written under a duty, given to the first proposed, done, taken back, and still there after a restart", async ({
    app,
  }) => {
    await startSample(app, words);
    await goTo(app, "team/matrix");
    await app.getByRole("grid").getByText(duty(words), { exact: true }).click();
    await app.keyboard.press("Enter");
    await app.getByRole("dialog").getByText(words.text("team.duty.tasks.add")).click();

    const title = "A-17";
    await expect(field(app, "under")).toHaveValue(duty(words));
    await field(app, "title").fill(title);
    await field(app, "effortHours").fill("2d");
    await app.keyboard.press("Enter");

    const proposed = app.locator(".task-candidates");
    await expect(proposed.locator("li")).toHaveCount(3);
    const best = await proposed.locator("strong").first().innerText();
    await expect(proposed.locator("button.candidate").first()).toBeFocused();
    await proposed.locator(".figure").first().click();
    await expect(app.getByRole("dialog")).toContainText(words.text("team.task.formula.owner"));
    await app.keyboard.press("Escape");
    await proposed.locator("button.candidate").first().focus();
    await app.keyboard.press("1");

    const row = app.getByRole("grid").locator('[aria-rowindex="2"]');
    await expect(row).toContainText(best);
    await expect(row).toContainText(words.text("team.task.hours", { hours: 16 }));
    await expect(field(app, "title")).toBeFocused();
    await row.locator('[aria-colindex="6"]').click();
    await app.keyboard.press(" ");
    await expect(app.getByText(words.text("team.task.no-match"))).toBeVisible();
    await field(app, "title").blur();
    await app.keyboard.press("Control+z");
    await expect(row).toContainText(title);
    await app.reload();
    await expect(row).toContainText(best);
  });
});

inEachLanguage((words) => {
  test("what is wrong with a task is said at its field, and an overdue one is found", async ({ app }) => {
    await startSample(app, words);
    await goTo(app, "team/tasks");
    await field(app, "title").fill("B-3");
    await field(app, "owner").fill("nobody");
    await field(app, "dueOn").fill("2020-01-02");
    await app.keyboard.press("Enter");
    await expect(app.getByRole("alert")).toHaveText(
      words.text("team.task.problem.owner-unknown", { text: "nobody" }),
    );
    await field(app, "owner").fill("");
    await app.keyboard.press("Enter");
    await expect(app.locator("button.candidate").first()).toBeFocused();
    await app.keyboard.press("Escape");
    await expect(app.locator(".task-candidates")).toHaveCount(0);
    await expect(app.locator(".finding-line").first()).toContainText("B-3");
    await choice(app, words.text("team.task.filter.state")).selectOption("this-week");
    await expect(app.getByText(words.text("team.task.no-match"))).toBeVisible();
    await button(app, words.text("team.task.finding.show")).first().click();
    await expect(app.getByRole("grid").locator('[aria-rowindex="2"]')).toContainText("B-3");
  });
});

function duty(words: Words): string {
  return words.locale === "en" ? "Market research" : "市场调研";
}

function field(app: Page, name: string) {
  return app.locator(`.task-line [data-field="${name}"] input`);
}
