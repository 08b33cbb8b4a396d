import { moneyToDecimal } from "../../base/money.ts";
import type { Money } from "../../base/money.ts";
import { fieldOf } from "../import/import-field.ts";
import { factId, keylessId } from "../import/fact-id.ts";
import { KEY_FIELDS, PROPERTY_BY_FIELD } from "../import/make-draft.ts";
import { shiftPoint } from "../import/parse-number-cell.ts";
import { STATUS_WORDS } from "../locales/fix-labels.ts";
import type { Deal } from "../records.ts";
import type { QualityFact, QualityObject } from "./quality-finding.ts";

/** A cell of a fix-list; numbers stay numbers. */
export type FixCell = string | number | null;

/** What a record says in a field of its object, as the record keeps it.
 * @example fieldValue({ leadSource: "Expo" }, "deals", "source") // => "Expo"
 */
export function fieldValue(fact: QualityFact, object: QualityObject, field: string): unknown {
  const property = PROPERTY_BY_FIELD[object][field];
  return property === undefined ? undefined : (fact as unknown as Record<string, unknown>)[property];
}

/** A field of a record as its source's file would have it: days as 2026-03-01, amounts in the unit of their column, ids as
 * text. What an import reads from it is what the record already says.
 * @example fixCell({ id: "zoho:deals:3652397000001763003", source: "zoho", sourceId: "3652397000001763003" }, { object: "deals", field: "id", multiplier: 1, currency: "CNY", language: "en" }) // => "zcrm_3652397000001763003"
 * @example fixCell({ amount: 1234500 }, { object: "deals", field: "amount", multiplier: 10000, currency: "CNY", language: "zh" }) // => 1.2345
 */
export function fixCell(
  fact: QualityFact,
  of: {
    readonly object: QualityObject;
    readonly field: string;
    readonly multiplier: number;
    readonly currency: string;
    readonly language: "zh" | "en";
  },
): FixCell {
  const { object, field } = of;
  if (field === "id") return idCell(fact);
  if (field === "status" && object === "deals") return STATUS_WORDS[of.language][(fact as Deal).category];
  const value = fieldValue(fact, object, field);
  if (value === undefined) return null;
  const kind = fieldOf(object, field)?.kind;
  if (kind === "money") {
    const decimal = moneyToDecimal(value as Money, of.currency);
    return Number(shiftPoint(decimal, -Math.log10(of.multiplier)));
  }
  if (kind === "percent") return percentCell(Number(value));
  return String(value);
}

/** Zoho prints `zcrm_` before its numbers. With it a spreadsheet leaves all their digits alone. */
function idCell(fact: QualityFact): FixCell {
  const { source, sourceId } = fact;
  if (sourceId === undefined) return null;
  return source === "zoho" && /^\d{15,}$/.test(sourceId) ? `zcrm_${sourceId}` : sourceId;
}

/** Without a sign a column of small percentages would read as fractions of one. */
function percentCell(ppm: number): FixCell {
  const percent = Number(shiftPoint(String(ppm), -4));
  return percent > 0 && percent <= 1 ? `${percent}%` : percent;
}

/** Whether an import of the record's cells finds the record again: by its source's id, else by what tells it apart.
 * @example isFoundAgain({ id: "zoho:deals:1", source: "zoho", sourceId: "1" }, "deals") // => true
 */
export function isFoundAgain(fact: QualityFact, object: QualityObject): boolean {
  const { source, sourceId } = fact;
  if (sourceId !== undefined) return fact.id === factId(source, object, sourceId);
  const parts = KEY_FIELDS[object].map((field) => String(fieldValue(fact, object, field) ?? ""));
  return fact.id === keylessId(source, object, parts);
}
