import { writeCsv } from "../../formats/csv/write-csv.ts";
import { writeXlsx } from "../../formats/xlsx/write-xlsx.ts";
import type { XlsxCell } from "../../formats/xlsx/xlsx-book.ts";
import type { TableAnswer, TableAsk } from "./table-messages.ts";

declare const self: DedicatedWorkerGlobalScope;

/** The widest column, in characters. */
const MOST_WIDTH = 60;

self.onmessage = ({ data }: MessageEvent<TableAsk>) => {
  void write(data).then(
    (bytes) => self.postMessage({ answer: "bytes", bytes } satisfies TableAnswer, [bytes.buffer]),
    (error: unknown) => self.postMessage({ answer: "broken", reason: String(error) } satisfies TableAnswer),
  );
};

async function write({ name, columns, rows, format }: TableAsk): Promise<Uint8Array<ArrayBuffer>> {
  if (format === "csv") return writeCsv([columns, ...rows]);
  return writeXlsx({
    title: name,
    sheets: [
      {
        name,
        columns: columns.map((title, index) => ({ width: widthOf(title, rows, index) })),
        rows: [{ kind: "header", cells: columns }, ...rows.map((row) => ({ cells: row.map(toCell) }))],
        freeze: { rows: 1, columns: 1 },
        filterRow: 0,
      },
    ],
  });
}

function toCell(value: string | number | null): XlsxCell {
  return typeof value === "number" ? { number: value } : value;
}

/** Chinese characters are about two wide. */
function widthOf(title: string, rows: TableAsk["rows"], index: number): number {
  const texts = [title, ...rows.slice(0, 200).map((row) => String(row[index] ?? ""))];
  const widths = texts.map((text) => text.replaceAll(/[^\u0020-\u007e]/gu, "  ").length);
  return Math.min(MOST_WIDTH, Math.max(8, ...widths) + 2);
}
