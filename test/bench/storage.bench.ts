import { bookSize } from "../builders/sized-workspace.ts";
import { openBenchPage } from "./browser.ts";
import type { BenchFigure } from "./harness.ts";
import { TODAY } from "./today.ts";

const MEMBERS = 25;

export const figures: readonly BenchFigure[] = [
  {
    name: "workspace loaded from its store, both copies compared (Chromium)",
    floorName: "the same pages read by bare IndexedDB, decoded and parsed as JSON",
    of: "orders",
    sizes: [1_000, 10_000, 100_000],
    samples: 7,
    clock: "answer",
    async prepare(size) {
      const { page, close } = await openBenchPage();
      await page.evaluate((of) => window.bench.fill(of), { orders: size, members: MEMBERS, today: TODAY });
      await page.evaluate(() => window.bench.load());
      return {
        run: () => page.evaluate(() => window.bench.load()),
        floor: () => page.evaluate(() => window.bench.rawLoad()),
        close,
      };
    },
  },
  edited("order", {}),
  edited("deal", { limit: { value: 50 } }),
];

/** An edit of a workspace of orders, or of a whole book of deals, activities and moves. */
function edited(what: "order" | "deal", more: Pick<BenchFigure, "limit">): BenchFigure {
  const isDeal = what === "deal";
  return {
    ...more,
    name: `one ${what} edited: committed to ledger and database (Chromium)`,
    floorName: "one strict Dexie put of 300 bytes, and one append to a file with its flush",
    of: isDeal ? "deals and activities" : "orders",
    sizes: [1_000, 10_000, 100_000],
    samples: 41,
    clock: "answer",
    async prepare(size) {
      const { page, close } = await openBenchPage();
      const filled = isDeal ? bookSize(size, TODAY) : { orders: size, members: MEMBERS, today: TODAY };
      await page.evaluate((of) => window.bench.fill(of), filled);
      const edit = () => page.evaluate((table) => window.bench.edit(table), `${what}s` as const);
      for (let warm = 0; warm < 5; warm += 1) {
        await edit();
        await page.evaluate(() => window.bench.rawEdit());
      }
      return { run: edit, floor: () => page.evaluate(() => window.bench.rawEdit()), close };
    },
  };
}
