import type { Settings } from "../../base/settings.ts";
import type { Group, Member, Membership } from "../../team/records.ts";
import type {
  Activity,
  Answer,
  Batch,
  Case,
  Contact,
  Customer,
  Deal,
  ImportObject,
  Mapping,
  MatchVerdict,
  Order,
  Payment,
  Product,
  Stage,
  StageEvent,
  Twin,
} from "../records.ts";
import { TABLE_BY_OBJECT } from "../records.ts";
import { FIELDS_BY_OBJECT } from "./import-field.ts";

/** A fact table as the workspace keeps it. */
export interface Pages<Row> {
  readonly pages: readonly { readonly rows: readonly Row[] }[];
}

/** What an import must know of the workspace. A workspace is one. */
export interface ImportBook {
  readonly rows: {
    readonly settings: ReadonlyMap<string, Settings>;
    readonly groups: ReadonlyMap<string, Group>;
    readonly members: ReadonlyMap<string, Member>;
    readonly memberships: ReadonlyMap<string, Membership>;
    readonly stages: ReadonlyMap<string, Stage>;
    readonly mappings: ReadonlyMap<string, Mapping>;
    readonly batches: ReadonlyMap<string, Batch>;
    /** Without: nobody has called anything different. */
    readonly matchVerdicts?: ReadonlyMap<string, MatchVerdict>;
  };
  readonly facts: {
    readonly customers: Pages<Customer>;
    readonly contacts: Pages<Contact>;
    readonly deals: Pages<Deal>;
    readonly activities: Pages<Activity>;
    readonly cases: Pages<Case>;
    readonly orders: Pages<Order>;
    readonly payments: Pages<Payment>;
    readonly products: Pages<Product>;
    readonly stageEvents: Pages<StageEvent>;
    readonly answers: Pages<Answer>;
    readonly twins: Pages<Twin>;
  };
}

/** Any imported fact, by what all of them share. */
export type AnyFact = { readonly id: string } & Pick<
  Deal,
  "source" | "sourceId" | "batchId" | "line" | "by" | "ownerName"
>;

/** The facts of an import object, by id.
 * @example factsById({ facts: { orders: { pages: [] } } }, "orders").size // => 0
 */
export function factsById(
  book: Pick<ImportBook, "facts">,
  object: Exclude<ImportObject, "members">,
): ReadonlyMap<string, AnyFact> {
  const table = TABLE_BY_OBJECT[object] as keyof ImportBook["facts"];
  const byId = new Map<string, AnyFact>();
  for (const page of book.facts[table].pages) for (const row of page.rows) byId.set(row.id, row);
  return byId;
}

/** Facts that hang on a customer. */
export const LINKED_TABLES = ["contacts", "deals", "activities", "cases", "orders", "payments"] as const;

/** The fact tables that an import of an object looks into: its own, and those that its rows may name or move.
 * @example tablesFor("payments") // => ["payments", "customers", "twins", "orders"]
 * @example tablesFor("members") // => []
 */
export function tablesFor(object: ImportObject): readonly (keyof ImportBook["facts"])[] {
  if (object === "members") return [];
  const fields = new Set(FIELDS_BY_OBJECT[object].map(({ key }) => key));
  const tables: (keyof ImportBook["facts"])[] = [
    TABLE_BY_OBJECT[object] as keyof ImportBook["facts"],
    "customers",
    "twins",
  ];
  if (fields.has("deal")) tables.push("deals");
  if (fields.has("order")) tables.push("orders");
  if (object === "deals") tables.push("stageEvents");
  if (object === "customers") tables.push(...LINKED_TABLES);
  return [...new Set(tables)];
}

/** The workspace's currency. Throws without settings: every workspace has them.
 * @example currencyOf({ rows: { settings: new Map([["workspace", { currency: "CNY" }]]) } }) // => "CNY"
 */
export function currencyOf(book: Pick<ImportBook, "rows">): string {
  return book.rows.settings.get("workspace")!.currency;
}
