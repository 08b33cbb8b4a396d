import { HEADER_CURRENCY, HEADER_UNITS, REQUIRED_MARK } from "../locales/import-marks.ts";

/** Merged reports name the module behind a label: "Deal Name(Deals)". */
const MODULE_IN_BRACKETS =
  /\s*\((?:deals?|accounts?|contacts?|potentials?|opportunit(?:y|ies)|projects?|clients?|compan(?:y|ies))\)(\.id)?$/i;

/** A header as labels are compared: NFKC, without `（必填）`, `*`, `:`, units and `Deal - `, case folded, `_` and `-` as
 * spaces, camel case opened, and the second name that merged reports repeat in brackets left out.
 * @example normaliseHeader("商机金额（元）") // => "商机金额"
 * @example normaliseHeader("Deal - Title") // => "title"
 * @example normaliseHeader("close_date") // => "close date"
 * @example normaliseHeader("Deal Name(Deals)") // => "deal name"
 * @example normaliseHeader("Account Owner(Account Owner).id") // => "account owner.id"
 */
export function normaliseHeader(header: string): string {
  let text = header.normalize("NFKC").replace(REQUIRED_MARK, " ");
  for (const [unit] of HEADER_UNITS) text = text.replace(unit, " ");
  text = text.replace(HEADER_CURRENCY, " ");
  text = text.replace(/^(deal|organization|person|activity|lead|product) - /i, "");
  text = text.replace(/^(.+?)\s*\(\1\)/i, "$1").replace(MODULE_IN_BRACKETS, "$1");
  return text
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/[*:]/g, " ")
    .replace(/[_\s]+/g, " ")
    .replace(/(?<=[a-z]) ?- ?(?=[a-z])/gi, (found) => (found === "-" ? "-" : " "))
    .trim()
    .toLowerCase();
}

/** The currency that a header names for its amounts, `undefined` without one.
 * @example headerCurrency("Amount (USD)") // => "USD"
 */
export function headerCurrency(header: string): string | undefined {
  return HEADER_CURRENCY.exec(header.normalize("NFKC"))?.[1];
}

/** What the amounts under a header are multiplied by: 10 000 for (万元), 1 where it names no unit.
 * @example headerMultiplier("金额(万元)") // => 10000
 */
export function headerMultiplier(header: string): number {
  const text = header.normalize("NFKC");
  return HEADER_UNITS.find(([unit]) => unit.test(text))?.[1] ?? 1;
}
