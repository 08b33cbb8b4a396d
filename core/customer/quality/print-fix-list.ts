import { putRecords } from "../../base/change.ts";
import type { Change } from "../../base/change.ts";
import type { MappingId } from "../../base/id.ts";
import type { Message } from "../../base/message.ts";
import type { Bilingual } from "../../base/schema.ts";
import { isSame } from "../../base/same.ts";
import type { ImportBook } from "../import/import-book.ts";
import { fieldOf } from "../import/import-field.ts";
import { headerSignature } from "../import/map-columns.ts";
import { FIX_HEADER, FIX_SEPARATOR } from "../locales/fix-labels.ts";
import type { ImportColumn, Mapping } from "../records.ts";
import type { FixCell } from "./fix-cell.ts";
import type { FixColumn, FixList } from "./fix-lists.ts";

/** A fix-list as a table to write. */
export interface PrintedFixList {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly FixCell[])[];
}

/** A fix-list as a table: the source's columns, then what is wrong in the reader's language, then the owner.
 * @example printFixList({ columns: [], ownerColumn: null, rows: [] }, { language: "en", say: () => "" }).columns // => ["What is wrong"]
 */
export function printFixList(
  list: FixList,
  by: { readonly language: keyof Bilingual; say(message: Message): string },
): PrintedFixList {
  const { ownerColumn } = list;
  return {
    columns: headersOf(list, by.language),
    rows: list.rows.map(({ fact, cells, wrong }) => [
      ...cells,
      wrong.map(by.say).join(FIX_SEPARATOR[by.language]),
      ...(ownerColumn === null ? [] : [fact.ownerName ?? null]),
    ]),
  };
}

/** The change that keeps how a fix-list is read when it comes back: few columns tell neither their source nor how their
 * numbers are written. None when it is kept already.
 * @example keepReading({ rows: { mappings: new Map() } }, { source: "zoho", object: "deals", columns: [], ownerColumn: null }, { language: "en", name: "Fix-list" })[0].records[0].signature // => "what is wrong"
 */
export function keepReading(
  book: { readonly rows: Pick<ImportBook["rows"], "mappings"> },
  list: FixList,
  as: { readonly language: keyof Bilingual; readonly name: string },
): readonly Change[] {
  const { source, object, columns, ownerColumn } = list;
  const signature = headerSignature(headersOf(list, as.language));
  const id = `fix-list:${source}:${object}:${hashOf(signature)}` as MappingId;
  const mapping: Mapping = {
    id,
    name: as.name.slice(0, 200),
    source,
    object,
    signature,
    columns: [
      ...columns.map((column) => readingOf(column, list)),
      { header: FIX_HEADER[as.language], field: null },
      ...(ownerColumn === null ? [] : [readingOf(ownerColumn, list)]),
    ],
  };
  const isKept = [...book.rows.mappings.values()].some(
    (kept) =>
      kept.signature === signature &&
      kept.source === source &&
      kept.object === object &&
      isSame(kept.columns, mapping.columns),
  );
  return isKept ? [] : [putRecords("mappings", [mapping])];
}

function headersOf(list: FixList, language: keyof Bilingual): readonly string[] {
  const { columns, ownerColumn } = list;
  const owner = ownerColumn === null ? [] : [ownerColumn.header];
  return [...columns.map(({ header }) => header), FIX_HEADER[language], ...owner];
}

function readingOf({ header, field, multiplier }: FixColumn, { object }: FixList): ImportColumn {
  const kind = fieldOf(object, field)?.kind;
  const isNumber = kind === "money" || kind === "number" || kind === "percent";
  return {
    header: header.slice(0, 200),
    field,
    ...(kind === "day" ? { dateOrder: "YMD" as const } : {}),
    ...(isNumber ? { decimal: "." as const } : {}),
    ...(multiplier === 1 ? {} : { multiplier }),
  };
}

/** Lists with the same columns share their way of reading. */
function hashOf(text: string): string {
  let hash = 5381;
  for (let at = 0; at < text.length; at += 1) hash = (hash * 33 + text.charCodeAt(at)) >>> 0;
  return hash.toString(36);
}
