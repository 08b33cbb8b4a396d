import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/** What axe finds on the screen as it is now, each with its place. */
export async function axeFindings(app: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page: app })
    .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
    .setLegacyMode()
    .analyze();
  return violations.map(({ id, nodes }) => `${id} at ${nodes[0]?.target.join(" ") ?? ""}`);
}
