import { readXlsx as readWorkbook } from "hucre/xlsx";
import Papa from "papaparse";
import type { Day } from "../../../core/base/day.ts";
import type { BatchId } from "../../../core/base/id.ts";
import { joinBytes } from "../../../core/vault/join-bytes.ts";
import { settingsOf } from "../../../core/vault/workspace.ts";
import { planWith } from "../../../renderer/features/customer/import/plan-with.ts";
import { startSteadyProgress } from "../../../renderer/features/customer/import/steady-progress.ts";
import { loadPlatform } from "../../../renderer/platform/current-platform.ts";
import { holdCompacting } from "../../../renderer/storage/compact-ledger.ts";
import { commitImport, draftNow } from "../../../renderer/storage/commit.ts";
import { openWorkspace } from "../../../renderer/storage/open-workspace.ts";
import { replaceWorkspace } from "../../../renderer/storage/replace-workspace.ts";
import { currentWorkspace } from "../../../renderer/storage/workspace-store.ts";
import { startImportClient } from "../../../renderer/worker/import-client.ts";
import { sizedDealsCsv, sizedDealsXlsx } from "../../builders/sized-deals.ts";
import { staffedWorkspace } from "../../builders/sized-workspace.ts";
import { openFloorStore } from "./floor-store.ts";
import { timed } from "./timed.ts";

/* Imports of deals from the file to the durable commit, and the least that any program would have to do for them. */

const LABEL = { key: "bench" };
const ROWS_A_PAGE = 500;

let file = { name: "", bytes: new Uint8Array() };
/** The same rows as text: what the floor of a workbook is measured with beside the library. */
let csv = new Uint8Array();

export interface ImportTimes {
  readonly totalMs: number;
  /** How long the page was held up at most. */
  readonly longestMs: number;
  /** The longest time without news of progress. */
  readonly silentMs: number;
  readonly steps: Readonly<Record<string, number>>;
}

export const importBench = {
  /** The file to import, and a workspace with people and no facts. */
  async prepareImport(deals: number, format: "csv" | "xlsx", today: Day): Promise<void> {
    await openWorkspace(await loadPlatform());
    csv = sizedDealsCsv(deals);
    const bytes = format === "csv" ? csv : await sizedDealsXlsx(deals);
    file = { name: `Deals_2026_01_26.${format}`, bytes };
    await importBench.emptyBook(today);
  },

  async emptyBook(today: Day): Promise<void> {
    const emptied = await replaceWorkspace(staffedWorkspace({ members: 25, today }), LABEL);
    if (!emptied.ok) throw new Error("the workspace was not taken");
  },

  importDeals,

  rawCsvImport,

  /** Reads the workbook with the library alone, and does for its rows what the floor of a CSV does. */
  async rawXlsxImport(): Promise<number> {
    const readMs = await timed(() => readWorkbook(file.bytes));
    return readMs + (await rawCsvImport());
  },

  /** One row of a database for every deal, and nothing else. */
  async rowEach(): Promise<number> {
    const { rows } = await openFloorStore();
    const { data } = Papa.parse<string[]>(new TextDecoder().decode(file.bytes), { delimiter: "," });
    await rows.clear();
    return timed(() => rows.bulkPut(data.map((value, at) => ({ key: `row ${at}`, value }))));
  },
};

/** Decodes and parses the rows, clones them, and writes them: pages to a database, their bytes to a file. */
function rawCsvImport(): Promise<number> {
  return timed(async () => {
    const text = new TextDecoder().decode(csv);
    await writeRows(structuredClone(Papa.parse<string[]>(text, { delimiter: "," }).data));
  });
}

async function writeRows(rows: readonly unknown[]): Promise<void> {
  const store = await openFloorStore();
  const encoder = new TextEncoder();
  const pages = Array.from({ length: Math.ceil(rows.length / ROWS_A_PAGE) }, (_, at) => ({
    key: `page ${at}`,
    value: encoder.encode(JSON.stringify(rows.slice(at * ROWS_A_PAGE, (at + 1) * ROWS_A_PAGE))),
  }));
  await store.append(joinBytes(pages.map(({ value }) => value)));
  await store.rows.bulkPut(pages);
}

/** What the wizard does between choosing a file and the end, without its clicks. */
async function importDeals(today: Day): Promise<ImportTimes> {
  const steps: Record<string, number> = {};
  const held = watch();
  const news = watch("told");
  let last = performance.now();
  const lap = (step: string) => {
    steps[step] = Math.round(performance.now() - last);
    last = performance.now();
  };
  const release = holdCompacting();
  const totalMs = await timed(async () => {
    const progress = startSteadyProgress(() => news.tell());
    const client = startImportClient(progress.hear);
    const opened = taken(await client.open(file));
    lap("open");
    const table = taken(await client.prepare({ table: opened.best, settings: {}, mappings: [] }));
    lap("prepare");
    const { prepared, headerRow, signature } = table;
    const { currency } = settingsOf(currentWorkspace());
    taken(await client.read({ table: opened.best, prepared, currency, stages: [] }));
    lap("read");
    const { size, hash, encoding, delimiter } = opened;
    const seen = currentWorkspace();
    const plan = taken(
      await planWith(client, seen, {
        request: {
          file: { name: file.name, size, hash, encoding, delimiter, headerRow },
          ...prepared,
          mode: "upsert",
          batchId: `batch-${performance.now()}` as BatchId,
          at: `${today}T00:00:00.000Z`,
          today,
          ownerChoices: { create: [], aliases: {} },
          signature,
        },
        onProgress: progress.hear,
      }),
    );
    lap("plan");
    if (plan.writes) {
      const draft = draftNow();
      const ready = taken(await client.take((change) => draft.add(change)));
      lap("take");
      taken(await commitImport(LABEL, { ...ready, seen, draft, onProgress: progress.hear }));
      lap("commit");
    }
    client.end();
    progress.end();
  });
  release();
  return { totalMs, longestMs: held.longest(), silentMs: news.longest(), steps };
}

function taken<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown },
): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** The longest time between two turns of the page, or between two times of being told. */
function watch(by: "turns" | "told" = "turns") {
  let last = performance.now();
  let longest = 0;
  let watching = true;
  const tell = () => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  };
  if (by === "turns") {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      tell();
      if (watching) setTimeout(() => channel.port2.postMessage(null), 1);
    };
    channel.port2.postMessage(null);
  }
  return {
    tell,
    longest() {
      watching = false;
      tell();
      return longest;
    },
  };
}
