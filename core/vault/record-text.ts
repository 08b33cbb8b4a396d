import { crc32 } from "./crc32.ts";
import { utf8Bytes } from "./utf8.ts";

/** A list of records as JSON. */
export interface RecordText {
  /** In UTF-8. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The CRC-32 of a bracket and the JSON, for so begins a page in the store. */
  readonly begunChecksum: number;
}

const OPEN = utf8Bytes("[");

/** What the ledger and the database take as it is, from the JSON of a list of records.
 * @example recordText("[]").bytes.length // => 2
 */
export function recordText(json: string): RecordText {
  const bytes = utf8Bytes(json);
  return { bytes, begunChecksum: crc32(bytes, crc32(OPEN)) };
}
