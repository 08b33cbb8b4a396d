import { putRecords, removeRecords } from "../../base/change.ts";
import type { AnyRecord, Change } from "../../base/change.ts";
import type { TableName } from "../../base/id.ts";
import { isSame } from "../../base/same.ts";
import type { Stamp, Stamps } from "../../base/stamp.ts";
import { PAGE_ROWS } from "../apply-changes.ts";
import { choiceOf } from "./choice-of.ts";
import type { MergeChoices } from "./choice-of.ts";
import type { FieldClash, Side } from "./join-record.ts";
import type { JoinedRecord } from "./join-workspaces.ts";
import type { MergePlan } from "./plan-merge.ts";

/** The changes of a merge, ready to be committed as one. What is taken as it stands keeps its stamps, so that copies that were
 * merged in another order are the same; what a person decided against the proposal follows as a change of its own and gets
 * the stamp of the commit, so that it stands.
 * @example mergeChanges({ records: [], conflicts: [] }, new Map()) // => []
 */
export function mergeChanges(
  plan: Pick<MergePlan, "records" | "conflicts">,
  choices: MergeChoices,
): readonly Change[] {
  const changes: Change[] = [];
  for (const [table, records] of byTable(plan.records)) {
    changes.push(...written(table, records), ...buried(table, records));
  }
  const chosen = new Map<string, { table: TableName; record: AnyRecord }>();
  const goes: Change[] = [];
  const joinedByKey = new Map(plan.records.map((one) => [`${one.table}/${one.id}`, one]));
  for (const conflict of plan.conflicts) {
    const choice = choiceOf(conflict, choices);
    if (choice === conflict.proposed) continue;
    const { table, id } = conflict;
    const key = `${table}/${id}`;
    if (conflict.kind === "removed") {
      goes.push(removeRecords(table, [id]));
      chosen.delete(key);
      continue;
    }
    const record = chosen.get(key)?.record ?? joinedByKey.get(key)?.joined?.record;
    if (record) chosen.set(key, { table, record: withChoice(record, conflict.clash, choice) });
  }
  for (const [table, records] of byTable(chosen.values())) {
    changes.push(
      putRecords(
        table,
        records.map(({ record }) => record),
      ),
    );
  }
  return [...changes, ...goes];
}

/** As `put` of some hundred records each. */
function written(table: TableName, records: readonly JoinedRecord[]): readonly Change[] {
  const live = records.filter(
    ({ mine, joined }) =>
      joined && !(isSame(joined.record, mine?.record) && isSame(joined.stamps, mine?.stamps)),
  );
  const changes: Change[] = [];
  for (let from = 0; from < live.length; from += PAGE_ROWS) {
    const part = live.slice(from, from + PAGE_ROWS);
    const stamps = part.map(({ joined }): Stamps => joined!.stamps ?? {});
    changes.push({ op: "put", table, records: part.map(({ joined }) => joined!.record), stamps });
  }
  return changes;
}

function buried(table: TableName, records: readonly JoinedRecord[]): readonly Change[] {
  const gone = records.filter(({ joined, removedAt }) => joined === null && removedAt !== undefined);
  if (gone.length === 0) return [];
  const stamps = gone.map(({ removedAt }): Stamp => removedAt!);
  return [{ op: "remove", table, ids: gone.map(({ id }) => id), stamps }];
}

function withChoice(record: AnyRecord, clash: FieldClash, choice: Side): AnyRecord {
  const pairs = [clash, ...(clash.others ?? [])];
  return pairs.reduce((next, pair) => withField(next, pair.field, pair[choice].value), record);
}

function withField(record: AnyRecord, field: string, value: unknown): AnyRecord {
  const next: Record<string, unknown> = { ...record, [field]: value };
  if (value === undefined) delete next[field];
  return next as unknown as AnyRecord;
}

function byTable<T extends { readonly table: TableName }>(
  records: Iterable<T>,
): ReadonlyMap<TableName, readonly T[]> {
  const grouped = new Map<TableName, T[]>();
  for (const one of records) {
    const list = grouped.get(one.table);
    if (list) list.push(one);
    else grouped.set(one.table, [one]);
  }
  return grouped;
}
