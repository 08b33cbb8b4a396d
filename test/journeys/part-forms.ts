import { cellText } from "../../core/base/table.ts";
import { readXlsx } from "../../formats/xlsx/read-xlsx.ts";
import { writeXlsx } from "../../formats/xlsx/write-xlsx.ts";

/** A file as a page is given it. */
export interface GivenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/** The columns of a form: the answer, and the code by which the app knows the row again. */
const ANSWER = 1;
const CODE = 3;

/** A form as its member sends it back: every competency rated, a word written. */
export async function filledForm(
  [name, bytes]: readonly [string, Uint8Array],
  answer: { readonly rating: string; readonly text: string },
): Promise<GivenFile> {
  const read = await readXlsx(bytes);
  if (!read.ok) throw new Error(`${name} does not open: ${JSON.stringify(read.error)}`);
  const [sheet] = read.value;
  const rows = sheet!.table.rows.map((row) => {
    const cells = row.map(cellText);
    if (cells[CODE]?.startsWith("rating:")) cells[ANSWER] = answer.rating;
    if (cells[CODE] === "text") cells[ANSWER] = answer.text;
    return { cells };
  });
  const columns = rows[0]!.cells.map(() => ({ width: 20 }));
  const written = await writeXlsx({ sheets: [{ name: sheet!.name, columns, rows }] });
  return { name, mimeType: XLSX, buffer: Buffer.from(written) };
}
