import { strToU8, zipSync } from "fflate";

/** A cell as its XML is written: `raw` digits, a formula with or without its last result, an error. */
export type RawCell =
  | string
  | number
  | null
  | { readonly raw: string }
  | { readonly formula: string; readonly value?: number }
  | { readonly error: string };

export interface RawXlsxOptions {
  readonly merges?: readonly string[];
  readonly date1904?: boolean;
  /** The address of one more cell. */
  readonly far?: string;
  /** A part of five million equal bytes. */
  readonly bomb?: boolean;
  /** A document type with an external entity in the sheet. */
  readonly doctype?: boolean;
}

/** A workbook of one sheet, part by part as given, for what no honest program writes. */
export function rawXlsx(rows: readonly (readonly RawCell[])[], options: RawXlsxOptions = {}): Uint8Array {
  const { merges = [], date1904 = false, far, bomb = false, doctype = false } = options;
  const body = rows.map(
    (cells, row) => `<row r="${row + 1}">${cells.map((cell, at) => cellXml(cell, at, row)).join("")}</row>`,
  );
  if (far !== undefined) body.push(`<row r="${/\d+/.exec(far)![0]}"><c r="${far}"><v>1</v></c></row>`);
  const merged =
    merges.length === 0
      ? ""
      : `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells>`;
  const prolog = doctype ? '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>' : "";
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const packages = "http://schemas.openxmlformats.org/package/2006";
  const parts: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr${date1904 ? ' date1904="1"' : ""}/><sheets><sheet name="Orders" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": `${prolog}<worksheet xmlns="${main}"><sheetData>${body.join("")}</sheetData>${merged}</worksheet>`,
  };
  const files = Object.fromEntries(
    Object.entries(parts).map(([name, xml]) => [
      name,
      strToU8(`<?xml version="1.0" encoding="UTF-8"?>${xml}`),
    ]),
  );
  return zipSync(bomb ? { ...files, "xl/media/a.bin": new Uint8Array(5_000_000) } : files);
}

function cellXml(cell: RawCell, column: number, row: number): string {
  const at = `r="${String.fromCharCode(65 + column)}${row + 1}"`;
  if (cell === null) return "";
  if (typeof cell === "string") return `<c ${at} t="inlineStr"><is><t>${cell}</t></is></c>`;
  if (typeof cell === "number") return `<c ${at}><v>${cell}</v></c>`;
  if ("raw" in cell) return `<c ${at}><v>${cell.raw}</v></c>`;
  if ("error" in cell) return `<c ${at} t="e"><v>${cell.error}</v></c>`;
  return `<c ${at}><f>${cell.formula}</f>${cell.value === undefined ? "" : `<v>${cell.value}</v>`}</c>`;
}
