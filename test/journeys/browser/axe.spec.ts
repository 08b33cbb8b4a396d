import type { Page } from "@playwright/test";
import { SCREENS } from "../../../scripts/gallery-screens.ts";
import type { Screen } from "../../../scripts/gallery-screens.ts";
import { VAULT } from "../../../scripts/gallery-vault.ts";
import type { Words } from "../../../core/words/words.ts";
import { axeFindings } from "../axe-findings.ts";
import { expect, test } from "../fixture.ts";
import { button, fixtureFile, goTo, inEachLanguage, startSample } from "../journey.ts";

/** Drawers that have an address, beside the screens of the gallery. */
const DRAWERS = [
  "team/members/m-li-min",
  "kpi/library/sales",
  "incentive/statements/m-wu-qian",
  "incentive/recognition?id=sample-badge",
  "incentive/promotion?id=m-li-min|sample-step-develop",
  "incentive/promotion?id=sample-decision-m-wu-qian",
  "incentive/promotion?id=sample-step-care",
  "incentive/events?id=sample-hike",
  "incentive/events?id=sample-journey",
  "training/plan?id=sample-session-visiting",
  "training/courses?id=sample-course-visiting",
];
/** Drawers behind a button, each with the place where it stands. */
const BUTTONS = [
  ["team/members", "team.members.add"],
  ["team/matrix", "team.matrix.add-duty"],
  ["team/skills", "team.skills.add"],
  ["team/groups", "team.groups.add"],
  ["target", "target.split"],
  ["target", "target.lock"],
  ["meeting/feed", "meeting.feed.add"],
  ["training", "training.session.add"],
  ["training/courses", "training.course.add"],
  ["incentive/plans", "incentive.plan.new"],
] as const;

/** Collects what axe finds, each with its place, so that one run tells of everything. */
class Findings {
  readonly #app: Page;
  readonly found: string[] = [];

  constructor(app: Page) {
    this.#app = app;
  }

  async look(place: string): Promise<void> {
    await expect(this.#app.locator(".late-skeleton, [aria-busy=true]")).toHaveCount(0);
    const found = await axeFindings(this.#app);
    this.found.push(...found.map((one) => `${place}: ${one}`));
  }
}

// A trace of so many screens costs more than it tells: every finding names its place.
test.use({ trace: "off" });

// Names differ by language and contrast by theme: each language is looked at in one theme, so that both of both are seen.
inEachLanguage((words) => {
  test.use({ colorScheme: words.locale === "en" ? "dark" : "light" });

  test("axe finds nothing on any screen, drawer or step", async ({ app }) => {
    test.setTimeout(600_000);
    const findings = new Findings(app);
    await lookAtStart(app, words, findings);
    await lookAtScreens(app, SCREENS, findings);
    await lookAtDrawers(app, words, findings);
    await lookAtWizard(app, words, findings);
    await lookAtScreens(app, VAULT, findings);
    expect(findings.found).toEqual([]);
  });
});

async function lookAtScreens(app: Page, screens: readonly Screen[], findings: Findings): Promise<void> {
  for (const screen of screens) {
    await goTo(app, screen.place.replace(/^#\//, ""));
    await expect(app.locator("main h1, main .page, .home").first()).toBeVisible();
    if (screen.act) await screen.act(app);
    await findings.look(screen.name);
    if (screen.act) await app.keyboard.press("Escape");
  }
}

async function lookAtStart(app: Page, words: Words, findings: Findings): Promise<void> {
  await expect(app.getByText(words.text("app.first.sample"), { exact: true })).toBeVisible();
  await findings.look("first start");
  await app.getByText(words.text("app.first.empty"), { exact: true }).click();
  await expect(button(app, words.text("app.first.create"))).toBeVisible();
  await findings.look("team form");
  await button(app, words.text("app.first.back")).click();
  await startSample(app, words);
}

async function lookAtDrawers(app: Page, words: Words, findings: Findings): Promise<void> {
  const dialog = app.getByRole("dialog");
  for (const place of DRAWERS) {
    await goTo(app, place);
    await expect(dialog).toBeVisible();
    await findings.look(place);
    await app.keyboard.press("Escape");
    await expect(dialog).toHaveCount(0);
  }
  for (const [place, key] of BUTTONS) {
    await goTo(app, place);
    await button(app, words.text(key)).first().click();
    await expect(dialog).toBeVisible();
    await findings.look(`${place} › ${key}`);
    await app.keyboard.press("Escape");
    await expect(dialog).toHaveCount(0);
  }
  await goTo(app, "");
  await app.keyboard.press("?");
  await expect(dialog).toBeVisible();
  await findings.look("keys");
  await app.keyboard.press("Escape");
  await app.locator(".period-chip").click();
  await findings.look("periods");
  await app.keyboard.press("Escape");
}

async function lookAtWizard(app: Page, words: Words, findings: Findings): Promise<void> {
  await goTo(app, "customer/imports/new");
  const input = app.locator(".files-button input[type=file]");
  await expect(app.locator(".drop-zone")).toBeVisible();
  await findings.look("wizard, empty");
  await input.setInputFiles(fixtureFile("northwind/orders.csv"));
  const next = button(app, words.text("customer.wizard.next"));
  for (const step of ["columns", "owners"]) {
    await expect(next).toBeEnabled();
    await findings.look(`wizard, ${step}`);
    await next.click();
  }
  await expect(app.locator(".import-counts")).toBeVisible();
  await findings.look("wizard, preview");
  await app.locator(".import-foot .primary").click();
  await expect(app.locator(".import-done")).toBeVisible();
  await findings.look("wizard, result");
}
