import crc32 from "crc-32";
import { nameKey } from "../../team/name-key.ts";
import type { ImportObject, Source } from "../records.ts";

const LONGEST = 150;

/** The id of an imported fact: two laptops that read the same file agree on it.
 * @example factId("zoho", "deals", "3652397000001763003") // => "zoho:deals:3652397000001763003"
 */
export function factId(source: Source, object: ImportObject, sourceId: string): string {
  return `${source}:${object}:${bounded(sourceId)}`;
}

/** The id of a fact whose file has none: its name and what else tells it apart, empty ends left out.
 * @example keylessId("generic", "customers", ["Acme Corporation", "", ""]) // => "generic:customers:~acme corporation"
 */
export function keylessId(source: Source, object: ImportObject, parts: readonly string[]): string {
  const key = parts.map(nameKey).join("|").replace(/\|+$/, "");
  return `${source}:${object}:~${bounded(key)}`;
}

/** Ids have an upper length: the end of a longer key is replaced by its checksums. */
function bounded(key: string): string {
  if (key.length <= LONGEST) return key;
  const check = (text: string) => (crc32.str(text) >>> 0).toString(36);
  return `${key.slice(0, LONGEST - 20)}~${check(key)}${check([...key].toReversed().join(""))}`;
}
