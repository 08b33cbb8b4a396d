import type { TableName } from "../../base/id.ts";
import { daySchema, moneySchema, periodIdSchema, ppmSchema, subjectKeySchema } from "../../base/schema.ts";
import { SCHEMA_BY_TABLE } from "../workspace.ts";

/** How a field's value is said. */
export type FieldKind = "money" | "share" | "day" | "period" | "subject" | "plain";

const KIND_BY_SCHEMA = new Map<unknown, FieldKind>([
  [moneySchema, "money"],
  [ppmSchema, "share"],
  [daySchema, "day"],
  [periodIdSchema, "period"],
  [subjectKeySchema, "subject"],
]);

/** How a field's value is said, as its schema tells.
 * @example fieldKind("deals", "amount") // => "money"
 * @example fieldKind("deals", "name") // => "plain"
 */
export function fieldKind(table: TableName, field: string): FieldKind {
  const shape: Readonly<Record<string, unknown>> = SCHEMA_BY_TABLE[table].shape;
  const schema = Object.hasOwn(shape, field) ? shape[field] : undefined;
  return KIND_BY_SCHEMA.get(schema) ?? KIND_BY_SCHEMA.get(innerOf(schema)) ?? "plain";
}

/** What an optional field holds when it is there. */
function innerOf(schema: unknown): unknown {
  const def = (schema as { readonly _zod?: { readonly def?: { readonly innerType?: unknown } } } | undefined)
    ?._zod?.def;
  return def?.innerType;
}
