import type { Page } from "@playwright/test";

/** A place of the app as the gallery shows it and the journeys look at it. */
export interface Screen {
  readonly name: string;
  readonly place: string;
  /** What is done there before the picture is taken. */
  readonly act?: (page: Page) => Promise<void>;
}

/** Every screen on the sample team. */
export const SCREENS: readonly Screen[] = [
  { name: "home", place: "#/" },
  { name: "team-members", place: "#/team" },
  { name: "team-matrix", place: "#/team/matrix" },
  { name: "team-skills", place: "#/team/skills" },
  { name: "team-groups", place: "#/team/groups" },
  { name: "team-tasks", place: "#/team/tasks" },
  { name: "team-handover", place: "#/team/handover/m-zhao-lei" },
  { name: "target", place: "#/target" },
  { name: "target-allocation", place: "#/target/allocation" },
  { name: "target-letters", place: "#/target/letters" },
  { name: "target-goals", place: "#/target/goals" },
  { name: "target-versions", place: "#/target/versions" },
  { name: "target-sheet", place: "#/target/sheet" },
  { name: "target-calendar", place: "#/target/calendar" },
  { name: "kpi-values", place: "#/kpi" },
  { name: "kpi-library", place: "#/kpi/library" },
  { name: "kpi-sets", place: "#/kpi/sets" },
  { name: "target-forecast", place: "#/target/forecast" },
  { name: "meetings", place: "#/meeting" },
  { name: "meeting-agenda", place: "#/meeting/meeting?id=sample-weekly%7C2026-09-14" },
  { name: "meeting-minutes", place: "#/meeting/meeting?id=sample-weekly%7C2026-09-07" },
  { name: "meeting-actions", place: "#/meeting/actions" },
  { name: "meeting-decisions", place: "#/meeting/decisions" },
  { name: "meeting-running", place: "#/meeting", act: startMeeting },
  { name: "customers", place: "#/customer" },
  { name: "contacts", place: "#/customer/contacts" },
  { name: "activities", place: "#/customer/activities" },
  { name: "products", place: "#/customer/products" },
  { name: "deals", place: "#/customer/deals" },
  { name: "pipeline", place: "#/customer/pipeline" },
  { name: "stages", place: "#/customer/stages" },
  { name: "orders", place: "#/customer/orders" },
  { name: "payments", place: "#/customer/payments" },
  { name: "receivables", place: "#/customer/receivables" },
  { name: "cases", place: "#/customer/cases" },
  { name: "answers", place: "#/customer/answers" },
  { name: "satisfaction", place: "#/customer/satisfaction" },
  { name: "analysis", place: "#/customer/analysis" },
  { name: "match", place: "#/customer/match" },
  { name: "quality", place: "#/customer/quality" },
  { name: "care", place: "#/customer/care" },
  { name: "imports", place: "#/customer/imports" },
  { name: "difference", place: "#/customer/imports/difference" },
  { name: "fix-list", place: "#/customer/quality", act: openFixList },
  { name: "case", place: "#/customer/cases", act: openFirst },
  { name: "batch", place: "#/customer/imports", act: openFirst },
  { name: "undo-import", place: "#/customer/imports", act: openUndo },
  { name: "pipeline-table", place: "#/customer/pipeline", act: showTable },
  { name: "meeting", place: "#/meeting" },
  { name: "practices", place: "#/meeting/practices" },
  { name: "practice", place: "#/meeting/practices", act: openFirst },
  { name: "practice-draft", place: "#/meeting/practices", act: draftPractice },
  { name: "feed", place: "#/meeting/feed" },
  { name: "training-plan", place: "#/training" },
  { name: "training-courses", place: "#/training/courses" },
  { name: "training-matrix", place: "#/training/matrix" },
  { name: "training-proposals", place: "#/training/proposals" },
  { name: "training-calendar", place: "#/training/calendar" },
  { name: "training-effect", place: "#/training/effect" },
  { name: "incentive", place: "#/incentive" },
  { name: "incentive-recognition", place: "#/incentive/recognition" },
  { name: "incentive-promotion", place: "#/incentive/promotion" },
  { name: "incentive-events", place: "#/incentive/events" },
  { name: "incentive-book", place: "#/incentive/book" },
  { name: "incentive-board", place: "#/incentive/board" },
  { name: "pay-plans", place: "#/incentive/plans" },
  { name: "pay-simulator", place: "#/incentive/simulator" },
  { name: "pay-budgets", place: "#/incentive/budgets" },
  { name: "review-team", place: "#/review" },
  { name: "review-cycle", place: "#/review/cycle" },
  { name: "review-form", place: "#/review/cycle/m-li-min" },
  { name: "review-evidence", place: "#/review/evidence" },
  { name: "review-scores", place: "#/review/scores" },
  { name: "review-points", place: "#/review/scores/m-li-min" },
  { name: "review-member", place: "#/review/member/m-li-min" },
  { name: "vault", place: "#/vault" },
  { name: "vault-share", place: "#/vault/share" },
  { name: "vault-merge", place: "#/vault/merge" },
  { name: "vault-person", place: "#/vault/person" },
  { name: "vault-health", place: "#/vault/health" },
  { name: "vault-journal", place: "#/vault/journal" },
  { name: "vault-settings", place: "#/vault/settings" },
  { name: "vault-updates", place: "#/vault/updates" },
  { name: "vault-about", place: "#/vault/about" },
  { name: "palette", place: "#/", act: openPalette },
  { name: "explain", place: "#/target", act: explainActual },
];

async function openPalette(page: Page): Promise<void> {
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog").waitFor();
}

/** Opens the explanation of an actual of the target table. */
async function explainActual(page: Page): Promise<void> {
  await page.locator("[role=gridcell] button").nth(1).click();
  await page.getByRole("dialog").waitFor();
}

async function openFixList(page: Page): Promise<void> {
  await page.locator(".page-tools .primary").click();
  await page.getByRole("dialog").waitFor();
}

async function openFirst(page: Page): Promise<void> {
  await page.locator(".data-row.opens").first().click();
  await page.getByRole("dialog").waitFor();
}

/** Opens what taking the newest import back would do. */
async function openUndo(page: Page): Promise<void> {
  await openFirst(page);
  await page.locator(".drawer-foot button").last().click();
  await page.locator(".undo-panel").waitFor();
}

/** Opens the draft of the first won deal that is proposed to be written up. */
async function draftPractice(page: Page): Promise<void> {
  await page.locator(".practice-panel").nth(1).locator(".proposal button").first().click();
  await page.getByRole("dialog").waitFor();
}

async function showTable(page: Page): Promise<void> {
  await page.locator(".page-tools select").first().selectOption({ index: 1 });
}

/** Begins the next meeting; it stays begun. */
async function startMeeting(page: Page): Promise<void> {
  const link = page.locator(".meeting-main a").first();
  await link.waitFor();
  await link.click();
  await page.locator(".agenda-row").first().waitFor();
  await page.locator(".page-tools .button.primary").click();
  await page.locator(".run-line").waitFor();
}
