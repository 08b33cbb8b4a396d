import type { TableName } from "./id.ts";
import type { Stamp, Stamps } from "./stamp.ts";

/** Any record of any table. */
export interface AnyRecord {
  readonly id: string;
}

/** One step of a commit. A commit's changes apply in order, all or none; their records are checked against the
 * tables' schemas before anything is written.
 * `put` writes whole records; `set` writes some fields (`undefined` removes an optional one); `remove` deletes by id.
 * What a merge brings keeps the stamps that it has: `stamps` is parallel to `records` or `ids`. */
export type Change =
  | {
      readonly op: "put";
      readonly table: TableName;
      readonly records: readonly AnyRecord[];
      readonly stamps?: readonly Stamps[];
    }
  | {
      readonly op: "set";
      readonly table: TableName;
      readonly id: string;
      readonly fields: Readonly<Record<string, unknown>>;
    }
  | {
      readonly op: "remove";
      readonly table: TableName;
      readonly ids: readonly string[];
      readonly stamps?: readonly Stamp[];
    };

/** Writes whole records of one table.
 * @example putRecords("skills", [{ id: "s1" }]) // => { op: "put", table: "skills", records: [{ id: "s1" }] }
 */
export function putRecords<R extends AnyRecord>(table: TableName, records: readonly R[]): Change {
  return { op: "put", table, records };
}

/** Writes some fields of one record; `undefined` removes an optional field.
 * @example setFields("skills", "s1", { archived: true }) // => { op: "set", table: "skills", id: "s1", fields: { archived: true } }
 */
export function setFields<R extends AnyRecord>(
  table: TableName,
  id: R["id"],
  fields: { readonly [F in keyof R]?: R[F] | undefined },
): Change {
  return { op: "set", table, id, fields: fields as Record<string, unknown> };
}

/** Deletes records of one table by id.
 * @example removeRecords("skills", ["s1"]) // => { op: "remove", table: "skills", ids: ["s1"] }
 */
export function removeRecords(table: TableName, ids: readonly string[]): Change {
  return { op: "remove", table, ids };
}
