import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
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

/** The files of an archive on the disk by name. */
export function readArchive(path: string): ReadonlyMap<string, Uint8Array> {
  return new Map(Object.entries(unzipSync(new Uint8Array(readFileSync(path)))));
}

/** The files of a folder on the disk by name. */
export function readFolder(path: string): ReadonlyMap<string, Uint8Array> {
  return new Map(readdirSync(path).map((name) => [name, new Uint8Array(readFileSync(join(path, name)))]));
}

/** The text of a Word document without its spaces. */
export function readDocxText(bytes: Uint8Array): string {
  const body = unzipSync(bytes)["word/document.xml"];
  if (!body) throw new Error("not a Word document");
  return [...strFromU8(body).matchAll(/<w:t[^>]*>([^<]*)/g)]
    .map(([, text]) => text)
    .join("")
    .replaceAll(/\s/g, "");
}
