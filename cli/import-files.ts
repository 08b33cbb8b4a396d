import type { Change } from "../core/base/change.ts";
import type { Day } from "../core/base/day.ts";
import type { BatchId } from "../core/base/id.ts";
import { fail, ok } from "../core/base/result.ts";
import type { Result } from "../core/base/result.ts";
import { nextStamp } from "../core/base/stamp.ts";
import type { Stamp } from "../core/base/stamp.ts";
import { importTable } from "../core/customer/import/import-table.ts";
import type { ImportSettings } from "../core/customer/import/import-settings.ts";
import type { ImportPlan } from "../core/customer/import/plan-import.ts";
import { pickTables } from "../core/customer/import/pick-tables.ts";
import { applyChanges } from "../core/vault/apply-changes.ts";
import type { Workspace } from "../core/vault/workspace.ts";
import type { Encoding } from "../formats/csv/detect-encoding.ts";
import { fileHash } from "../formats/file-hash.ts";
import { readTables } from "../formats/read-tables.ts";

/** A file to import. */
export interface FileToImport {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface ImportFilesOptions {
  readonly settings: ImportSettings;
  readonly encoding?: Encoding | undefined;
  readonly createMembers: boolean;
  readonly today: Day;
  readonly nowMs: number;
  readonly stamp: Stamp | null;
  newId(): string;
}

/** What came of one table of one file. `changes` is empty when the book already said it all. */
export interface ImportedTable {
  readonly file: string;
  readonly sheet: string | null;
  readonly plan: ImportPlan;
}

export interface ImportedFiles {
  readonly workspace: Workspace;
  readonly stamp: Stamp | null;
  readonly tables: readonly ImportedTable[];
  readonly changes: readonly Change[];
}

/** Imports files one after another into a workspace: each sees what the ones before it brought. All or none: a file that
 * is refused ends it with its reason, and the workspace handed in is untouched. */
export async function importFiles(
  workspace: Workspace,
  files: readonly FileToImport[],
  options: ImportFilesOptions,
): Promise<Result<ImportedFiles>> {
  let state: ImportedFiles = { workspace, stamp: options.stamp, tables: [], changes: [] };
  for (const file of files) {
    const { encoding } = options;
    const read = await readTables(file.bytes, encoding === undefined ? {} : { encoding });
    if (!read.ok) return fail(read.error.map((problem) => ({ ...problem, field: file.name })));
    const about = {
      name: file.name,
      size: file.bytes.length,
      hash: await fileHash(file.bytes),
      encoding: read.value.encoding,
      delimiter: read.value.delimiter,
    };
    for (const { sheet, table } of pickTables(read.value.tables)) {
      const plan = importTable(table, {
        book: state.workspace,
        file: { ...about, ...(sheet === undefined ? {} : { sheet }) },
        settings: options.settings,
        createMembers: options.createMembers,
        batchId: options.newId() as BatchId,
        at: new Date(options.nowMs).toISOString(),
        today: options.today,
      });
      if (!plan.ok) return fail(plan.error.map((problem) => ({ ...problem, field: file.name })));
      state = take(state, { file: file.name, sheet: sheet ?? null, plan: plan.value }, options.nowMs);
    }
  }
  return ok(state);
}

function take(state: ImportedFiles, table: ImportedTable, nowMs: number): ImportedFiles {
  const tables = [...state.tables, table];
  if (table.plan.changes.length === 0) return { ...state, tables };
  const stamp = nextStamp(state.stamp, nowMs, "cli");
  return {
    workspace: applyChanges(state.workspace, table.plan.changes, stamp),
    stamp,
    tables,
    changes: [...state.changes, ...table.plan.changes],
  };
}
