import type { Locator, Page } from "@playwright/test";
import type { Words } from "../../core/words/words.ts";
import { expect } from "./fixture.ts";
import { button, choice, goTo } from "./journey.ts";

/* Steps that several journeys through the room of targets share. */

/** Shows the targets of the visits, which the sample team has none of. */
export async function openVisits(app: Page, words: Words): Promise<void> {
  await goTo(app, "target");
  const name = words.locale === "en" ? /visits/i : /拜访/;
  const kpi = choice(app, words.text("target.kpi"));
  const label = await kpi.locator("option", { hasText: name }).first().innerText();
  await kpi.selectOption({ label: label.trim() });
}

/** Splits the shown year over quarters, months and people. */
export async function splitYear(app: Page, words: Words, total: string): Promise<void> {
  await button(app, words.text("target.split")).first().click();
  const drawer = app.getByRole("dialog");
  await drawer.getByLabel(words.text("target.split.total")).focus();
  await app.keyboard.type(total);
  await app.keyboard.press("Enter");
  await drawer.getByLabel(words.text("target.split.season"), { exact: true }).selectOption("equal");
  await button(drawer, words.text("target.split.do")).click();
  await expect(drawer).toHaveCount(0);
}

/** Locks the shown targets with a remark. */
export async function lock(app: Page, words: Words, note: string): Promise<void> {
  await button(app, words.text("target.lock")).click();
  await app.getByLabel(words.text("target.lock.field.lock")).focus();
  await app.keyboard.type(note);
  await app.keyboard.press("Enter");
  await expect(app.getByRole("dialog")).toHaveCount(0);
}

/** Says on a member's page from which day on they are gone. */
export async function leave(
  app: Page,
  words: Words,
  of: { readonly id: string; readonly on: string },
): Promise<void> {
  await goTo(app, `team/members/${of.id}`);
  const leaving = app.getByRole("dialog").locator(".drawer-section", {
    has: app.getByRole("heading", { name: words.text("team.member.leave-title") }),
  });
  await leaving.getByLabel(words.text("team.member.leave-day")).fill(of.on);
  await button(leaving, words.text("team.member.leave-do")).click();
  await expect(button(leaving, words.text("team.member.leave-undo"))).toBeVisible();
  await app.keyboard.press("Escape");
}

/** A cell of the sheet by row and column. */
export function cell(grid: Locator, row: number, column: number): Locator {
  return grid.locator(`[data-cell="${row}:${column}"]`);
}

/** Types into a cell as a person does: the first key opens it. */
export async function typeInto(target: Locator, text: string): Promise<void> {
  await target.click();
  await target.press(text[0]!);
  await target.locator("input").fill(text);
  await target.locator("input").press("Enter");
}

/** Counts what a hand does from now on: presses of the pointer, keys, and choices from a menu. */
export async function countHands(app: Page): Promise<() => Promise<number>> {
  await app.evaluate(() => {
    const hands = { count: 0 };
    Object.assign(window, { hands });
    const note = () => (hands.count += 1);
    for (const name of ["pointerdown", "keydown"] as const) addEventListener(name, note, { capture: true });
    addEventListener("change", ({ target }) => target instanceof HTMLSelectElement && note(), {
      capture: true,
    });
  });
  return () => app.evaluate(() => (window as unknown as { hands: { count: number } }).hands.count);
}
