import type { SampleBook } from "./book.ts";
import { sampleSheet } from "./export-tables.ts";
import type { SampleTable } from "./export-tables.ts";

/** Which customers of the book the second system knows as well. */
const SHARED = [3, 11, 24, 38, 52, 67] as const;
const OWN = [
  ["温州华昌机械有限公司", "0577-88006001", "制造业"],
  ["台州远志电子有限公司", "0576-88006002", "电子信息"],
] as const;

/** The accounts of a second system: some are customers of the book under slightly other names, some are its own.
 * @example secondSystem([]).table.rows.length // => 3
 */
export function secondSystem(customers: SampleBook["customers"]): SampleTable {
  const shared = SHARED.flatMap((at) => {
    const customer = customers[at];
    // Half of them with the telephone that the book has: these are certain.
    const phone = at % 2 === 1 ? `0571-8800${1000 + at}` : "";
    return customer === undefined
      ? []
      : [[otherName(customer.name, at), customer.ownerName!, phone, customer.industry!]];
  });
  const own = OWN.map(([name, phone, industry], at) => [name, at === 0 ? "王芳" : "赵磊", phone, industry]);
  const rows = [...shared, ...own].map((cells, at) => [`zcrm_365239700000${1_763_001 + at}`, ...cells]);
  return sampleSheet(
    "customers",
    "Accounts",
    ["Record Id", "Account Name", "Account Owner", "Phone", "Industry"],
    rows,
  );
}

function otherName(name: string, at: number): string {
  return at % 3 === 0 ? name.replace("有限公司", "") : name.replace("有限公司", "有限责任公司");
}
