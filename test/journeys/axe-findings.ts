import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** An experimental rule that takes a sign beside a day's number, hidden from screen readers, for its name. */
const UNFIT = ["label-content-name-mismatch"];

/** What axe finds on the screen as it is now, each with its place on it. */
export async function axeFindings(app: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page: app })
    // What passes on a large page is ten times as long, and nobody reads it.
    .options({ resultTypes: ["violations"] })
    .withTags(TAGS)
    .disableRules(UNFIT)
    .setLegacyMode()
    .analyze();
  return violations.map(({ id, nodes }) => {
    const targets = nodes.map((node) => node.target.join(" ")).slice(0, 3);
    return `${id} at ${targets.join(", ")}${nodes.length > 3 ? ` and ${nodes.length - 3} more` : ""}`;
  });
}
