import type { AnyRecord, Change } from "../base/change.ts";
import { message } from "../base/message.ts";
import type { Message } from "../base/message.ts";
import { ok, fail } from "../base/result.ts";
import type { Problem, Result } from "../base/result.ts";
import { recordById } from "./apply-changes.ts";
import { SCHEMA_BY_TABLE } from "./workspace.ts";
import type { Workspace } from "./workspace.ts";

/** Checks every record of a commit against its table's schema. Unknown fields are refused, not dropped.
 * All or none: one wrong field refuses the whole commit. */
export function checkChanges(workspace: Workspace, changes: readonly Change[]): Result<readonly Change[]> {
  const problems: Problem[] = [];
  const pending = new Map<string, AnyRecord>();
  for (const change of changes) {
    if (change.op === "put") {
      for (const record of change.records) {
        problems.push(...checkRecord(change.table, record));
        pending.set(`${change.table}/${record.id}`, record);
      }
    } else if (change.op === "set") {
      const known =
        pending.get(`${change.table}/${change.id}`) ?? recordById(workspace, change.table, change.id);
      if (!known) {
        problems.push({ message: message("vault.problem.record-gone", { table: tableWord(change.table) }) });
        continue;
      }
      const next = Object.fromEntries(
        Object.entries({ ...known, ...change.fields }).filter(([, value]) => value !== undefined),
      ) as unknown as AnyRecord;
      problems.push(...checkRecord(change.table, next));
      pending.set(`${change.table}/${change.id}`, next);
    }
    if (problems.length > 20) break;
  }
  return problems.length > 0 ? fail(problems) : ok(changes);
}

function checkRecord(table: Change["table"], record: AnyRecord): readonly Problem[] {
  const schema = SCHEMA_BY_TABLE[table];
  const parsed = schema.safeParse(record);
  if (!parsed.success) {
    return parsed.error.issues.map((issue) => ({
      field: issue.path.join("."),
      message: message("vault.problem.field", {
        table: tableWord(table),
        field: issue.path.join(".") || "id",
      }),
    }));
  }
  const known = schema.shape as Readonly<Record<string, unknown>>;
  return Object.keys(record)
    .filter((field) => !Object.hasOwn(known, field))
    .map((field) => ({
      field,
      message: message("vault.problem.unknown-field", { table: tableWord(table), field }),
    }));
}

function tableWord(table: Change["table"]): Message {
  return message(`vault.table.${table}`);
}
