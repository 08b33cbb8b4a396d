import type { ImportBook } from "../import/import-book.ts";
import { SOURCES } from "../records.ts";
import type { Source } from "../records.ts";

/** Before the manager says otherwise: what was typed, then the system the team works in, then what is kept beside it. */
const FIRST_ORDER: readonly Source[] = [
  "typed",
  "fxiaoke",
  "zoho",
  "salesforce",
  "hubspot",
  "pipedrive",
  "generic",
];

/** All sources, the one whose word holds first at the head. What was typed here always leads; sources that the settings do
 * not name follow those that they name.
 * @example sourceOrder({ rows: { settings: new Map([["workspace", { sourceOrder: ["zoho"] }]]) } }).slice(0, 3) // => ["typed", "zoho", "fxiaoke"]
 */
export function sourceOrder(book: Pick<ImportBook, "rows">): readonly Source[] {
  return completeOrder(book.rows.settings.get("workspace")?.sourceOrder ?? []);
}

/** An order of some sources made one of all of them.
 * @example completeOrder(["generic", "typed"]).slice(0, 3) // => ["typed", "generic", "fxiaoke"]
 */
export function completeOrder(named: readonly string[]): readonly Source[] {
  const known = named.filter((name): name is Source => (SOURCES as readonly string[]).includes(name));
  return [...new Set<Source>(["typed", ...known, ...FIRST_ORDER])];
}
