import { removeRecords, putRecords } from "../base/change.ts";
import type { AnyRecord, Change } from "../base/change.ts";
import type { RowTable } from "../base/id.ts";
import type {
  Absence,
  Assignment,
  Duty,
  Group,
  Member,
  Membership,
  Skill,
  SkillExpectation,
  SkillRating,
} from "./records.ts";

/** The tables of this room. A workspace's `rows` are these and more. */
export interface TeamRows {
  readonly groups: ReadonlyMap<string, Group>;
  readonly members: ReadonlyMap<string, Member>;
  readonly memberships: ReadonlyMap<string, Membership>;
  readonly absences: ReadonlyMap<string, Absence>;
  readonly duties: ReadonlyMap<string, Duty>;
  readonly assignments: ReadonlyMap<string, Assignment>;
  readonly skills: ReadonlyMap<string, Skill>;
  readonly skillExpectations: ReadonlyMap<string, SkillExpectation>;
  readonly skillRatings: ReadonlyMap<string, SkillRating>;
}

/** A team of which nothing is known yet.
 * @example emptyTeamRows().members.size // => 0
 */
export function emptyTeamRows(): TeamRows {
  return {
    groups: new Map(),
    members: new Map(),
    memberships: new Map(),
    absences: new Map(),
    duties: new Map(),
    assignments: new Map(),
    skills: new Map(),
    skillExpectations: new Map(),
    skillRatings: new Map(),
  };
}

/** The records of a table in the manager's order; records of equal order stay as they were written.
 * @example inOrder(new Map([["b", { id: "b", order: 2 }], ["a", { id: "a", order: 1 }]])).map((r) => r.id) // => ["a", "b"]
 */
export function inOrder<R extends { readonly order: number }>(table: ReadonlyMap<string, R>): readonly R[] {
  const known = sortedByTable.get(table);
  if (known) return known as readonly R[];
  const sorted = [...table.values()].toSorted((a, b) => a.order - b.order);
  sortedByTable.set(table, sorted);
  return sorted;
}

/** The records of a table that are not archived, in the manager's order.
 * @example living(new Map([["a", { id: "a", order: 1, archived: true }]])) // => []
 */
export function living<R extends { readonly order: number; readonly archived: boolean }>(
  table: ReadonlyMap<string, R>,
): readonly R[] {
  const known = livingByTable.get(table);
  if (known) return known as readonly R[];
  const list = inOrder(table).filter((record) => !record.archived);
  livingByTable.set(table, list);
  return list;
}

/** The order that puts a new record last.
 * @example nextOrder(new Map([["a", { order: 4 }]])) // => 5
 */
export function nextOrder(table: ReadonlyMap<string, { readonly order: number }>): number {
  let highest = 0;
  for (const record of table.values()) highest = Math.max(highest, record.order);
  return highest + 1;
}

/** A change that writes the records, or none when there are none.
 * @example writeRecords("skills", []) // => []
 */
export function writeRecords<R extends AnyRecord>(table: RowTable, records: readonly R[]): readonly Change[] {
  return records.length === 0 ? [] : [putRecords(table, records)];
}

/** A change that deletes the ids, or none when there are none.
 * @example deleteRecords("skills", ["s1"]) // => [{ op: "remove", table: "skills", ids: ["s1"] }]
 */
export function deleteRecords(table: RowTable, ids: readonly string[]): readonly Change[] {
  return ids.length === 0 ? [] : [removeRecords(table, ids)];
}

const sortedByTable = new WeakMap<object, readonly unknown[]>();
const livingByTable = new WeakMap<object, readonly unknown[]>();
