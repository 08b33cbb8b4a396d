import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** An experimental rule that takes a sign beside a day's number, hidden from screen readers, for its name. */
const UNFIT = ["label-content-name-mismatch"];

const STILL_MS = 250;
const PATIENCE_MS = 5000;

/** What axe finds on the screen as it is now, each with its place on it. */
export async function axeFindings(app: Page): Promise<readonly string[]> {
  await untilStill(app);
  const source = (await hasAxe(app)) ? { axeSource: "0" } : {};
  const { violations } = await new AxeBuilder({ page: app, ...source })
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

/** Axe itself stays in the page from one look to the next; to bring it again, twice, is most of a look. A frame has none yet. */
async function hasAxe(app: Page): Promise<boolean> {
  return app.frames().length === 1 && (await app.evaluate(() => "axe" in window));
}

/** Charts and long lists come after their page: waits until nothing changes any more. */
async function untilStill(app: Page): Promise<void> {
  await app.evaluate(
    async ({ stillMs, patienceMs }) => {
      let changedAtMs = performance.now();
      const endMs = changedAtMs + patienceMs;
      const observer = new MutationObserver(() => (changedAtMs = performance.now()));
      observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      while (performance.now() < Math.min(changedAtMs + stillMs, endMs))
        await new Promise((resolve) => setTimeout(resolve, stillMs / 5));
      observer.disconnect();
    },
    { stillMs: STILL_MS, patienceMs: PATIENCE_MS },
  );
}
