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
  { name: "receivables", place: "#/customer/receivables" },
  { name: "cases", place: "#/customer/cases" },
  { name: "satisfaction", place: "#/customer/satisfaction" },
  { name: "care", place: "#/customer/care" },
  { name: "imports", place: "#/customer/imports" },
  { name: "difference", place: "#/customer/imports/difference" },
  { name: "fix-list", place: "#/customer/quality", act: openFixList },
  { name: "case", place: "#/customer/cases", act: openFirst },
  { name: "batch", place: "#/customer/imports", act: openFirst },
  { name: "undo-import", place: "#/customer/imports", act: openUndo },
  { name: "pipeline-table", place: "#/customer/pipeline", act: showTable },
  { name: "meeting", place: "#/meeting" },
  { name: "training", place: "#/training" },
  { name: "incentive", place: "#/incentive" },
  { name: "review-team", place: "#/review" },
  { name: "review-cycle", place: "#/review/cycle" },
  { name: "review-form", place: "#/review/cycle/m-li-min" },
  { name: "review-evidence", place: "#/review/evidence" },
  { name: "review-scores", place: "#/review/scores" },
  { name: "review-points", place: "#/review/scores/m-li-min" },
  { name: "review-member", place: "#/review/member/m-li-min" },
  { name: "vault", place: "#/vault" },
  { name: "vault-journal", place: "#/vault/journal" },
  { name: "vault-settings", place: "#/vault/settings" },
  { name: "palette", place: "#/", act: (page) => page.keyboard.press("Control+k") },
  { name: "explain", place: "#/target", act: explainActual },
];

/** Opens the explanation of an actual of the target table. */
async function explainActual(page: Page): Promise<void> {
  await page.locator("[role=gridcell] button").nth(1).click();
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

async function showTable(page: Page): Promise<void> {
  await page.locator(".page-tools select").first().selectOption({ index: 1 });
}
