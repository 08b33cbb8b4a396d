import { message } from "../../base/message.ts";
import type { Message } from "../../base/message.ts";
import { FAILED_SHEET } from "../locales/import-marks.ts";
import { UNREAD_OBJECTS } from "../locales/source-labels.ts";
import type { TableName } from "./detect-table.ts";
import { normaliseHeader } from "./normalise-header.ts";

/** Why a table is of a kind that the book does not hold, such as leads, with the remedy; `null` when nothing speaks against
 * it. The name of file or sheet decides, or a header that only such files have. What the person says of the object
 * stands above this.
 * @example unreadObject(["Lead Owner", "Company"], { fileName: "export.csv" }) // => { key: "customer.import.leads" }
 * @example unreadObject(["Deal Name", "Stage"], { fileName: "Deals_2026.csv" }) // => null
 */
export function unreadObject(headers: readonly string[], name: TableName): Message | null {
  if (FAILED_SHEET.test(name.sheetName ?? "")) return message("customer.import.failed-sheet");
  const names = [name.sheetName ?? "", name.fileName.replace(/\.[a-z]+$/i, "")];
  const labels = headers.map(normaliseHeader);
  const found = UNREAD_OBJECTS.find(
    (unread) =>
      names.some((text) => unread.name.test(text)) ||
      labels.some((label) => unread.header?.test(label) === true),
  );
  return found === undefined ? null : message(`customer.import.${found.what}`);
}
