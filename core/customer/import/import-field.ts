import type { ImportObject } from "../records.ts";

/** How the cells of a field are read. `id` is text that must not be damaged; `long` may run over many lines. */
export type FieldKind =
  "id" | "text" | "long" | "owner" | "stage" | "status" | "currency" | "money" | "day" | "percent" | "number";

/** One thing that a file can say about an object. The keys are those of the command line's mapping files. */
export interface ImportField {
  readonly key: string;
  readonly kind: FieldKind;
}

const OWNED: readonly ImportField[] = [{ key: "owner", kind: "owner" }];
const OF_CUSTOMER: readonly ImportField[] = [
  { key: "customerId", kind: "id" },
  { key: "customer", kind: "text" },
];
const ID: ImportField = { key: "id", kind: "id" };

/** The fields of every object, in the order in which columns are given to them. */
export const FIELDS_BY_OBJECT: Readonly<Record<ImportObject, readonly ImportField[]>> = {
  deals: [
    ID,
    { key: "name", kind: "text" },
    ...OF_CUSTOMER,
    ...OWNED,
    { key: "amount", kind: "money" },
    { key: "currency", kind: "currency" },
    { key: "product", kind: "text" },
    { key: "stage", kind: "stage" },
    { key: "status", kind: "status" },
    { key: "probability", kind: "percent" },
    { key: "expectedClose", kind: "day" },
    { key: "closed", kind: "day" },
    { key: "created", kind: "day" },
    { key: "modified", kind: "day" },
    { key: "source", kind: "text" },
    { key: "type", kind: "text" },
    { key: "lossReason", kind: "text" },
    { key: "nextStep", kind: "text" },
    { key: "lastActivity", kind: "day" },
    { key: "life", kind: "status" },
  ],
  customers: [
    ID,
    { key: "name", kind: "text" },
    ...OWNED,
    { key: "industry", kind: "text" },
    { key: "level", kind: "text" },
    { key: "region", kind: "text" },
    { key: "source", kind: "text" },
    { key: "created", kind: "day" },
    { key: "phone", kind: "text" },
    { key: "email", kind: "text" },
    { key: "website", kind: "text" },
    { key: "address", kind: "text" },
    { key: "status", kind: "text" },
    { key: "lastContact", kind: "day" },
    { key: "nextContact", kind: "day" },
    { key: "renewal", kind: "day" },
    { key: "life", kind: "status" },
  ],
  contacts: [
    ID,
    { key: "name", kind: "text" },
    { key: "lastName", kind: "text" },
    { key: "firstName", kind: "text" },
    ...OF_CUSTOMER,
    ...OWNED,
    { key: "email", kind: "text" },
    { key: "phone", kind: "text" },
    { key: "title", kind: "text" },
  ],
  orders: [
    ID,
    { key: "number", kind: "text" },
    ...OF_CUSTOMER,
    ...OWNED,
    { key: "date", kind: "day" },
    { key: "amount", kind: "money" },
    { key: "currency", kind: "currency" },
    { key: "paid", kind: "money" },
    { key: "refunded", kind: "money" },
    { key: "due", kind: "day" },
    { key: "product", kind: "text" },
    { key: "deal", kind: "text" },
    { key: "status", kind: "text" },
    { key: "life", kind: "status" },
  ],
  payments: [
    ID,
    { key: "order", kind: "id" },
    ...OF_CUSTOMER,
    ...OWNED,
    { key: "date", kind: "day" },
    { key: "amount", kind: "money" },
    { key: "currency", kind: "currency" },
    { key: "life", kind: "status" },
  ],
  activities: [
    ID,
    { key: "kind", kind: "text" },
    ...OF_CUSTOMER,
    { key: "deal", kind: "text" },
    ...OWNED,
    { key: "at", kind: "day" },
    { key: "text", kind: "long" },
  ],
  cases: [
    ID,
    { key: "number", kind: "text" },
    { key: "kind", kind: "text" },
    { key: "subject", kind: "text" },
    { key: "text", kind: "long" },
    { key: "priority", kind: "text" },
    ...OF_CUSTOMER,
    ...OWNED,
    { key: "status", kind: "text" },
    { key: "opened", kind: "day" },
    { key: "closed", kind: "day" },
    { key: "satisfaction", kind: "number" },
    { key: "cause", kind: "long" },
    { key: "remedy", kind: "long" },
  ],
  members: [
    { key: "employeeNumber", kind: "id" },
    { key: "name", kind: "owner" },
    { key: "alias", kind: "text" },
    { key: "email", kind: "text" },
    { key: "phone", kind: "text" },
    { key: "title", kind: "text" },
    { key: "group", kind: "text" },
    { key: "hired", kind: "day" },
    { key: "left", kind: "day" },
  ],
  products: [
    ID,
    { key: "name", kind: "text" },
    { key: "price", kind: "money" },
    { key: "cost", kind: "money" },
    { key: "currency", kind: "currency" },
    { key: "line", kind: "text" },
  ],
  "stage-history": [
    ID,
    { key: "deal", kind: "id" },
    { key: "stage", kind: "stage" },
    { key: "at", kind: "day" },
    { key: "amount", kind: "money" },
    { key: "currency", kind: "currency" },
    { key: "expectedClose", kind: "day" },
    { key: "by", kind: "owner" },
  ],
  answers: [
    ID,
    ...OF_CUSTOMER,
    ...OWNED,
    { key: "date", kind: "day" },
    { key: "scale", kind: "text" },
    { key: "score", kind: "number" },
    { key: "text", kind: "long" },
  ],
};

/** What a row must have; of a list in the list, one is enough. */
export const REQUIRED_BY_OBJECT: Readonly<Record<ImportObject, readonly (readonly string[])[]>> = {
  deals: [
    ["name", "id"],
    ["stage", "status"],
  ],
  customers: [["name"]],
  contacts: [["name", "lastName", "firstName"]],
  orders: [["date"], ["amount"]],
  payments: [["date"], ["amount"]],
  activities: [["at"]],
  cases: [["id", "kind", "subject"]],
  members: [["name"]],
  products: [["name"]],
  "stage-history": [["deal"], ["stage"], ["at"]],
  answers: [["date"], ["score"]],
};

/** The field of an object by its key, or `undefined`.
 * @example fieldOf("orders", "date") // => { key: "date", kind: "day" }
 */
export function fieldOf(object: ImportObject, key: string): ImportField | undefined {
  return FIELDS_BY_OBJECT[object].find((field) => field.key === key);
}
