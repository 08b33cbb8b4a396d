import Papa from "papaparse";
import { importFiles } from "../../cli/import-files.ts";
import type { WorkspaceSize } from "../builders/sized-workspace.ts";
import { sizedOrdersCsv, staffedWorkspace } from "../builders/sized-workspace.ts";
import { openBenchPage } from "./browser.ts";
import type { BenchFigure, Prepared } from "./harness.ts";
import { TODAY } from "./today.ts";

const FLOOR = "the file decoded, parsed by papaparse, and its rows structuredClone'd";
const MEMBERS = 25;

export const figures: readonly BenchFigure[] = [
  {
    name: "orders imported: file to workspace, as the command line does",
    floorName: FLOOR,
    of: "rows",
    sizes: [1_000, 10_000, 100_000],
    samples: 5,
    prepare(size) {
      const of: WorkspaceSize = { orders: size, members: MEMBERS, today: TODAY };
      const workspace = staffedWorkspace(of);
      const file = { name: "orders.csv", bytes: sizedOrdersCsv(of) };
      return {
        run: async () => {
          let lastId = 0;
          const imported = await importFiles(workspace, [file], {
            settings: {},
            createMembers: false,
            today: TODAY,
            nowMs: 0,
            stamp: null,
            newId: () => `b${++lastId}`,
          });
          const rows = imported.ok ? imported.value.tables[0]?.plan.batch.rows : undefined;
          if (rows?.added !== size) throw new Error("not every row was imported");
        },
        floor: () => parseAndClone(file.bytes),
      };
    },
  },
  {
    name: "orders imported: file through the worker to the durable commit (Chromium)",
    floorName: FLOOR,
    of: "rows",
    sizes: [1_000, 10_000, 100_000],
    samples: 3,
    clock: "answer",
    prepare: (size) => importing(size, "totalMs"),
  },
  {
    name: "longest time for which the page is held up while it imports (Chromium)",
    floorName: `${FLOOR}, on the page in one go`,
    of: "rows",
    sizes: [1_000, 10_000, 100_000],
    samples: 2,
    clock: "answer",
    prepare: (size) => importing(size, "longestMs"),
  },
];

async function importing(size: number, answer: "totalMs" | "longestMs"): Promise<Prepared> {
  const of: WorkspaceSize = { orders: size, members: MEMBERS, today: TODAY };
  const { page, close } = await openBenchPage();
  await page.evaluate((wanted) => window.bench.prepareImport(wanted), of);
  const run = async () => {
    await page.evaluate((wanted) => window.bench.emptyBook(wanted), of);
    return (await page.evaluate((today) => window.bench.importOrders(today), TODAY))[answer];
  };
  // Nobody imports warm: the first run counts.
  return { run, floor: () => page.evaluate(() => window.bench.rawImport()), close };
}

function parseAndClone(bytes: Uint8Array): unknown {
  return structuredClone(Papa.parse<string[]>(new TextDecoder().decode(bytes), { delimiter: "," }).data);
}
