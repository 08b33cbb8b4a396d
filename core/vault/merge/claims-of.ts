import type { AnyRecord } from "../../base/change.ts";
import type { TableName } from "../../base/id.ts";
import type { Bilingual } from "../../base/schema.ts";
import { nameKey } from "../../team/name-key.ts";

type Fields = Readonly<Record<string, unknown>>;
type ClaimsIn = (fields: Fields) => readonly string[];

const CLAIMS: Partial<Readonly<Record<TableName, ClaimsIn>>> = {
  groups: (group) => (group["archived"] === true ? [] : bothNames(group)),
  skills: (skill) => (skill["archived"] === true ? [] : bothNames(skill).slice(0, 1)),
  duties: (duty) => (duty["archived"] === true ? [] : within(duty, ["groupId"], bothNames(duty).slice(0, 1))),
  kpis: bothNames,
  members: (member) => [
    ...texts([member["employeeNumber"]]).map((number) => `number ${number}`),
    ...texts([...((member["aliases"] as readonly unknown[] | undefined) ?? []), member["email"]]),
  ],
  customers: ({ name }) => texts([name]),
  products: ({ name }) => texts([name]),
  orders: ({ number }) => texts([number]),
  cases: ({ number }) => texts([number]),
  ladderSteps: (step) => within(step, ["groupId", "fromTitle"], texts([step["toTitle"]])),
  recognitions: (one) => (one["kind"] === "star" ? within(one, ["periodId"], texts([one["memberId"]])) : []),
};

/** Whether a table has anything that may stand once only.
 * @example hasClaims("deals") // => false
 */
export function hasClaims(table: TableName): boolean {
  return CLAIMS[table] !== undefined;
}

/** What a record says that may stand once in its table, as the table's commands check it: names, numbers, places in a ladder,
 * stars of a month. Alike are texts that a person would take for the same.
 * @example claimsOf("orders", { id: "o1", number: "A-1" }) // => ["a-1"]
 * @example claimsOf("deals", { id: "x1", name: "Pump" }) // => []
 */
export function claimsOf(table: TableName, record: AnyRecord): readonly string[] {
  return CLAIMS[table]?.(record as unknown as Fields) ?? [];
}

function bothNames({ name }: Fields): readonly string[] {
  const { zh, en } = name as Bilingual;
  return texts([zh, en]);
}

function within(fields: Fields, places: readonly string[], claims: readonly string[]): readonly string[] {
  const place = places.map((one) => nameKey(String(fields[one] ?? ""))).join(" ");
  return claims.map((claim) => `${place} ${claim}`);
}

function texts(values: readonly unknown[]): readonly string[] {
  return values
    .filter((one): one is string => typeof one === "string")
    .map(nameKey)
    .filter((key) => key !== "");
}
