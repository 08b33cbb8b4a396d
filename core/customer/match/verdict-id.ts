import crc32 from "crc-32";
import type { TwinTable } from "../records.ts";

const LONGEST = 200;

/** The id of what was decided about two records: the same for either order of them.
 * @example verdictId("customers", ["b", "a"]) // => "customers:a|b"
 */
export function verdictId(table: TwinTable, ids: readonly [string, string]): string {
  const [first, second] = ids[0] < ids[1] ? ids : [ids[1], ids[0]];
  const whole = `${table}:${first}|${second}`;
  if (whole.length <= LONGEST) return whole;
  const check = (text: string) => (crc32.str(text) >>> 0).toString(36);
  return `${whole.slice(0, LONGEST - 20)}~${check(whole)}${check([...whole].toReversed().join(""))}`;
}
