import type { AnyRecord } from "../../base/change.ts";
import { FACT_TABLES, ROW_TABLES } from "../../base/id.ts";
import type { MemberId, TableName } from "../../base/id.ts";
import { currencyDigits } from "../../base/money.ts";
import { moneySchema } from "../../base/schema.ts";
import { isFactTable } from "../apply-changes.ts";
import { selectShare } from "../share/select-share.ts";
import { SHARE_AREAS } from "../share/share-scope.ts";
import type { ShareScope } from "../share/share-scope.ts";
import { SCHEMA_BY_TABLE, factsOf, rowsOf, settingsOf } from "../workspace.ts";
import type { Workspace } from "../workspace.ts";

/** A table of a person's data: every field as text or number, amounts in main units. */
export interface PersonTable {
  readonly table: TableName;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** The same as they lie in the workspace, amounts in minor units. */
  readonly records: readonly AnyRecord[];
}

/** Tables that go along for the sake of references and say nothing of the person. */
const DEFINITIONS: ReadonlySet<TableName> = new Set([
  "settings",
  "groups",
  "duties",
  "skills",
  "kpis",
  "courses",
  "trainingSessions",
  "calendarDays",
  "batches",
  "mappings",
  "stages",
  "products",
  "ladderSteps",
  "announcements",
  "marketSizes",
]);

/** Everything about one member: their record, what hangs on it, and the deals, orders and customers that they own. What was
 * said in meetings with others is not theirs alone and stays out.
 * @example personTables(aSample(), "m-wang-fang")[0].table // => "members"
 */
export function personTables(workspace: Workspace, memberId: MemberId): readonly PersonTable[] {
  const scope: ShareScope = {
    id: "person",
    members: [memberId],
    groups: [],
    areas: [...SHARE_AREAS],
    periods: "all",
    withPay: true,
    masked: false,
    withNotes: true,
  };
  const { workspace: theirs } = selectShare(workspace, scope, { name: () => "", hidden: "" });
  const digits = currencyDigits(settingsOf(workspace).currency);
  return [...ROW_TABLES, ...FACT_TABLES].flatMap((table) => {
    const records: readonly AnyRecord[] = isFactTable(table) ? factsOf(theirs, table) : rowsOf(theirs, table);
    return DEFINITIONS.has(table) || records.length === 0 ? [] : [tableOf(table, records, digits)];
  });
}

function tableOf(table: TableName, records: readonly AnyRecord[], digits: number): PersonTable {
  const shape = SCHEMA_BY_TABLE[table].shape as Readonly<Record<string, unknown>>;
  const columns = Object.keys(shape).filter((field) => records.some((record) => field in record));
  const rows = records.map((record) =>
    columns.map((field) =>
      cellOf((record as unknown as Record<string, unknown>)[field], isMoney(shape[field]), digits),
    ),
  );
  return { table, columns, rows, records };
}

function cellOf(value: unknown, isAmount: boolean, digits: number): string | number | null {
  if (value === undefined || value === null) return null;
  if (typeof value === "number") return isAmount ? value / 10 ** digits : value;
  return typeof value === "string" ? value : JSON.stringify(value);
}

function isMoney(schema: unknown): boolean {
  if (schema === moneySchema) return true;
  const inner = (schema as { def?: { innerType?: unknown } }).def?.innerType;
  return inner !== undefined && isMoney(inner);
}
