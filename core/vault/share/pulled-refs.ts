import type { TableName } from "../../base/id.ts";
import type { FieldRule } from "./field-rule.ts";
import { SHARE_RULES } from "./share-rules.ts";
import { splitRef } from "./share-value.ts";

/** A record that another takes along. */
export interface PulledRef {
  readonly table: TableName;
  readonly id: string;
  readonly pull: "any" | "own";
}

type Holder = Readonly<Record<string, unknown>>;

const fieldsByTable = new Map<TableName, readonly (readonly [string, FieldRule])[]>();

/** The records that a record wants to take along.
 * @example [...pulledRefs("assignments", { dutyId: "d1" })] // => [{ table: "duties", id: "d1", pull: "any" }]
 */
export function* pulledRefs(table: TableName, record: object): Generator<PulledRef> {
  for (const [field, rule] of pullingFields(table)) yield* pulledBy(rule, (record as Holder)[field]);
}

/** Whether the loss of a reference takes the record with it: only then must it be looked at again.
 * @example canBeDropped("calendarDays") // => false
 */
export function canBeDropped(table: TableName): boolean {
  return Object.values<FieldRule>(SHARE_RULES[table].fields).some(drops);
}

function drops(rule: FieldRule): boolean {
  if (rule === "subject" || rule === "holder" || rule === "id") return true;
  if (typeof rule === "string" || "list" in rule || "keys" in rule || "name" in rule) return false;
  if ("where" in rule) return false;
  if ("ref" in rule) return rule.lost !== "clear";
  return "shape" in rule ? rule.or !== "clear" && Object.values(rule.shape).some(drops) : true;
}

function pullingFields(table: TableName): readonly (readonly [string, FieldRule])[] {
  const known = fieldsByTable.get(table);
  if (known) return known;
  const fields = Object.entries<FieldRule>(SHARE_RULES[table].fields).filter(([, rule]) => pulls(rule));
  fieldsByTable.set(table, fields);
  return fields;
}

function pulls(rule: FieldRule): boolean {
  if (typeof rule === "string" || "name" in rule || "refBy" in rule || "where" in rule) return false;
  if ("ref" in rule) return rule.pull !== undefined;
  if ("refText" in rule) return rule.refText === "pull";
  if ("list" in rule) return pulls(rule.list);
  return "keys" in rule ? pulls(rule.values) : Object.values(rule.shape).some(pulls);
}

function* pulledBy(rule: FieldRule, value: unknown): Generator<PulledRef> {
  if (value === undefined || value === null || !pulls(rule) || typeof rule === "string") return;
  if ("ref" in rule && typeof value === "string" && value !== rule.except) {
    yield { table: rule.ref, id: value, pull: rule.pull! };
  } else if ("refText" in rule) {
    const [table, id] = splitRef(value as string);
    yield { table, id, pull: "own" };
  } else if ("list" in rule && Array.isArray(value)) {
    for (const entry of value) yield* pulledBy(rule.list, entry);
  } else if ("keys" in rule) {
    for (const entry of Object.values(value)) yield* pulledBy(rule.values, entry);
  } else if ("shape" in rule) {
    for (const [field, inner] of Object.entries(rule.shape)) yield* pulledBy(inner, (value as Holder)[field]);
  }
}
