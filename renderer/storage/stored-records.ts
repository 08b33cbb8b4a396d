import type { AnyRecord } from "../../core/base/change.ts";
import type { FactTable, RowTable } from "../../core/base/id.ts";
import { crc32, crc32OfText } from "../../core/vault/crc32.ts";
import { joinBytes } from "../../core/vault/join-bytes.ts";
import { lazyPage } from "../../core/vault/lazy-pages.ts";
import type { RecordTexts } from "../../core/vault/ledger-entry.ts";
import { utf8Bytes, utf8Text } from "../../core/vault/utf8.ts";
import type { Stamps } from "../../core/base/stamp.ts";
import type { FactPage } from "../../core/vault/workspace.ts";
import type { StoredPage, StoredRow } from "./database.ts";

const OPEN = utf8Bytes("[");

/* How records lie in the store: as text with a checksum, for counts and sequence cannot notice a flipped bit. */

/** A record as a row of the store. */
export function toStoredRow(
  table: RowTable,
  record: AnyRecord,
  place: { readonly at: number; readonly stamps: Stamps | undefined },
): StoredRow {
  const text = JSON.stringify([record, place.stamps ?? null]);
  return { key: `${table}/${record.id}`, at: place.at, text, checksum: crc32OfText(text) };
}

/** Reads a row back; `null` when it is damaged. */
export function fromStoredRow(
  row: StoredRow,
): { readonly record: AnyRecord; readonly stamps: Stamps | null } | null {
  if (typeof row.text !== "string" || crc32OfText(row.text) !== row.checksum) return null;
  const [record, stamps] = JSON.parse(row.text) as [AnyRecord, Stamps | null];
  return `${tableOfKey(row.key)}/${record.id}` === row.key ? { record, stamps } : null;
}

/** A page of facts as the store keeps it. `texts`: the JSON of lists that need not be written out again. */
export function toStoredPage(
  table: FactTable,
  place: { readonly index: number; readonly page: FactPage },
  texts?: RecordTexts,
): StoredPage {
  const { index, page } = place;
  const known = texts?.get(page.rows);
  const count = page.rows.length;
  if (known === undefined) {
    const bytes = utf8Bytes(JSON.stringify([page.rows, page.stamps]));
    return { key: pageKey(table, index), bytes, checksum: crc32(bytes), count };
  }
  const end = utf8Bytes(`,${JSON.stringify(page.stamps)}]`);
  const bytes = joinBytes([OPEN, known.bytes, end]);
  return { key: pageKey(table, index), bytes, checksum: crc32(end, known.begunChecksum), count };
}

/** Reads a page back; `null` when it is damaged. Its bytes are checked now, its records are parsed when they are asked for. */
export function fromStoredPage({ bytes, checksum, count }: StoredPage): FactPage | null {
  if (!(bytes instanceof Uint8Array) || crc32(bytes) !== checksum) return null;
  return count === undefined ? parsePage(bytes) : lazyPage(count, () => parsePage(bytes));
}

function parsePage(bytes: Uint8Array): FactPage {
  const [rows, stamps] = JSON.parse(utf8Text(bytes)) as [FactPage["rows"], FactPage["stamps"]];
  return { rows, stamps };
}

export function pageKey(table: FactTable, index: number): string {
  return `${table}/${String(index).padStart(6, "0")}`;
}

export function tableOfKey(key: string): string {
  return key.slice(0, key.indexOf("/"));
}
