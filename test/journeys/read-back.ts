import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { cellText } from "../../core/base/table.ts";
import { readXlsx } from "../../formats/xlsx/read-xlsx.ts";

/** The rows of all sheets of a workbook on the disk, as texts. */
export async function readWorkbook(path: string): Promise<readonly (readonly string[])[]> {
  const read = await readXlsx(new Uint8Array(readFileSync(path)));
  if (!read.ok) throw new Error(`${path} does not open: ${JSON.stringify(read.error)}`);
  return read.value.flatMap((sheet) => sheet.table.rows.map((row) => row.map(cellText)));
}

/** The text of a PDF, or `null` where the machine has no tool that reads one. */
export function readPdfText(path: string): string | null {
  try {
    return execFileSync("pdftotext", ["-layout", path, "-"], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}
