import Papa from "papaparse";
import { importFiles } from "../../cli/import-files.ts";
import { sizedDealsCsv } from "../builders/sized-deals.ts";
import { staffedWorkspace } from "../builders/sized-workspace.ts";
import { openBenchPage } from "./browser.ts";
import type { BenchFigure, Prepared } from "./harness.ts";
import type { ImportTimes } from "./page/import-bench.ts";
import { TODAY } from "./today.ts";

const PARSED = "the file decoded, parsed by papaparse, and its rows structuredClone'd";
const WRITTEN = "these rows written as pages to IndexedDB and appended to a file of the origin";
const SIZES = [1_000, 10_000, 100_000] as const;

export const figures: readonly BenchFigure[] = [
  {
    name: "deals imported: CSV to workspace, as the command line does",
    floorName: PARSED,
    of: "rows",
    sizes: SIZES,
    samples: 5,
    prepare(size) {
      const workspace = staffedWorkspace({ members: 25, today: TODAY });
      const file = { name: "Deals_2026_01_26.csv", bytes: sizedDealsCsv(size) };
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
        floor: () =>
          structuredClone(Papa.parse(new TextDecoder().decode(file.bytes), { delimiter: "," }).data),
      };
    },
  },
  inChromium("deals imported: CSV through the worker to the durable commit", `${PARSED}, ${WRITTEN}`, {
    format: "csv",
    answer: "totalMs",
    limit: { ratio: 3 },
  }),
  inChromium("deals imported: the same CSV again, which changes nothing", "the first import", {
    format: "csv",
    answer: "totalMs",
    isAgain: true,
    limit: { ratio: 1 },
  }),
  inChromium(
    "deals imported: XLSX through the worker to the durable commit",
    `read by the library alone, and beside it what the floor of a CSV of the same rows is: ${PARSED}, ${WRITTEN}`,
    {
      format: "xlsx",
      answer: "totalMs",
      limit: { ratio: 1.5 },
    },
  ),
  inChromium("deals imported: the longest time for which the page is held up", `${PARSED}, ${WRITTEN}`, {
    format: "csv",
    answer: "longestMs",
  }),
  inChromium("deals imported: the longest time without news of progress", `${PARSED}, ${WRITTEN}`, {
    format: "csv",
    answer: "silentMs",
  }),
  {
    name: "deals imported: CSV, beside half as many rows (Chromium)",
    floorName: "the same import of half the rows",
    of: "rows",
    sizes: SIZES,
    samples: 3,
    clock: "answer",
    limit: { ratio: 2.2 },
    prepare: growing,
  },
  {
    ...inChromium("for comparison: one Dexie row a deal, written and nothing else", `${PARSED}, ${WRITTEN}`, {
      format: "csv",
      answer: "rowEach",
    }),
  },
];

interface Wanted {
  readonly format: "csv" | "xlsx";
  readonly answer: Exclude<keyof ImportTimes, "steps"> | "rowEach";
  /** The book holds the file's deals already. */
  readonly isAgain?: boolean;
  readonly limit?: BenchFigure["limit"];
}

function inChromium(name: string, floorName: string, { limit, ...wanted }: Wanted): BenchFigure {
  return {
    name: `${name} (Chromium)`,
    floorName,
    of: "rows",
    sizes: SIZES,
    samples: 3,
    clock: "answer",
    ...(limit ? { limit } : {}),
    prepare: (size) => importing(size, wanted),
  };
}

async function importing(size: number, { format, answer, isAgain }: Wanted): Promise<Prepared> {
  const { page, close } = await openBenchPage();
  const empty = () => page.evaluate((today) => window.bench.emptyBook(today), TODAY);
  const imported = () => page.evaluate((today) => window.bench.importDeals(today), TODAY);
  const first = async () => {
    await empty();
    const times = await imported();
    if (process.env["STEPS"]) console.log(JSON.stringify(times));
    return times;
  };
  const again = async () => {
    const times = await imported();
    if (process.env["STEPS"]) console.log("again", JSON.stringify(times));
    return times;
  };
  await page.evaluate(([deals, kind, today]) => window.bench.prepareImport(deals, kind, today), [
    size,
    format,
    TODAY,
  ] as const);
  const floorOf = {
    csv: () => page.evaluate(() => window.bench.rawCsvImport()),
    xlsx: () => page.evaluate(() => window.bench.rawXlsxImport()),
  };
  if (answer === "rowEach")
    return { run: () => page.evaluate(() => window.bench.rowEach()), floor: floorOf[format], close };
  return {
    run: async () => (isAgain ? await again() : await first())[answer],
    floor: isAgain ? async () => (await first()).totalMs : floorOf[format],
    close,
  };
}

async function growing(size: number): Promise<Prepared> {
  const { page, close } = await openBenchPage();
  const importOf = async (rows: number) => {
    await page.evaluate(([deals, today]) => window.bench.prepareImport(deals, "csv", today), [
      rows,
      TODAY,
    ] as const);
    return (await page.evaluate((today) => window.bench.importDeals(today), TODAY)).totalMs;
  };
  await importOf(size / 2);
  return { run: () => importOf(size), floor: () => importOf(size / 2), close };
}
