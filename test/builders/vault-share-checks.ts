import { FACT_TABLES, ROW_TABLES } from "../../core/base/id.ts";
import type { TableName } from "../../core/base/id.ts";
import type { AnyRecord } from "../../core/base/change.ts";
import { isFactTable } from "../../core/vault/apply-changes.ts";
import { namesId } from "../../core/vault/share/id-text.ts";
import { SCHEMA_BY_TABLE, factsOf, rowsOf } from "../../core/vault/workspace.ts";
import type { Workspace } from "../../core/vault/workspace.ts";

const TABLES: readonly TableName[] = [...ROW_TABLES, ...FACT_TABLES];

export function recordsOf(workspace: Workspace, table: TableName): readonly AnyRecord[] {
  return isFactTable(table) ? factsOf(workspace, table) : rowsOf(workspace, table);
}

/** Every text of a value: strings and keys. */
export function* textsOf(value: unknown): Generator<string> {
  if (typeof value === "string") yield value;
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    yield key;
    yield* textsOf(inner);
  }
}

/** Tables whose ids are nothing else: no period, word or part of another table's id. */
const OWN_IDS: readonly TableName[] = [
  ...FACT_TABLES.filter((table) => table !== "measurements"),
  ...(["members", "groups", "duties", "skills", "tasks", "batches", "mappings", "courses"] as const),
  ...(["trainingSessions", "actions", "practices", "evidence", "oneToOneNotes", "meetings"] as const),
  ...(["meetingSeries", "payPlans", "ladderSteps", "recognitions", "rewardEvents"] as const),
  "reviews",
];

/** Texts of a part that name a record which the whole has and the part has not. */
export function danglingTexts(whole: Workspace, part: Workspace): readonly string[] {
  const there = new Set(TABLES.flatMap((table) => recordsOf(part, table).map(({ id }) => id)));
  const gone = new Set(
    OWN_IDS.flatMap((table) => recordsOf(whole, table).map(({ id }) => id)).filter((id) => !there.has(id)),
  );
  return TABLES.flatMap((table) =>
    recordsOf(part, table).flatMap((record) =>
      [...textsOf(record)]
        .filter((text) => namesId(text, gone))
        .map((text) => `${table}/${record.id}: ${text}`),
    ),
  );
}

/** Records that their table's schema would refuse or cut. */
export function brokenRecords(workspace: Workspace): readonly string[] {
  return TABLES.flatMap((table) =>
    recordsOf(workspace, table).flatMap((record) => {
      const read = SCHEMA_BY_TABLE[table].safeParse(record);
      return read.success ? [] : [`${table}/${record.id}: ${read.error.issues[0]!.path.join(".")}`];
    }),
  );
}
