import type { Change } from "../core/base/change.ts";
import type { Day } from "../core/base/day.ts";
import type { BatchId } from "../core/base/id.ts";
import { message } from "../core/base/message.ts";
import type { Message } from "../core/base/message.ts";
import { fail, ok } from "../core/base/result.ts";
import type { Result } from "../core/base/result.ts";
import { nextStamp } from "../core/base/stamp.ts";
import type { Stamp } from "../core/base/stamp.ts";
import { importRank } from "../core/customer/import/import-order.ts";
import { importTable } from "../core/customer/import/import-table.ts";
import type { ImportSettings } from "../core/customer/import/import-settings.ts";
import type { ImportPlan } from "../core/customer/import/plan-import.ts";
import { applyChanges } from "../core/vault/apply-changes.ts";
import type { Workspace } from "../core/vault/workspace.ts";
import type { Encoding } from "../formats/csv/detect-encoding.ts";
import { openTables } from "./open-tables.ts";
import type { FileTable, FileToImport } from "./open-tables.ts";

export interface ImportFilesOptions {
  readonly settings: ImportSettings;
  readonly encoding?: Encoding | undefined;
  readonly createMembers: boolean;
  readonly today: Day;
  readonly nowMs: number;
  /** In the stamps of what is written; `cli` when nobody merges. */
  readonly device?: string;
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
  /** In the order of the files as they were given. */
  readonly tables: readonly ImportedTable[];
  readonly changes: readonly Change[];
  /** What archives held and was not imported, and why. */
  readonly left: readonly Message[];
}

/** Imports files one after another into a workspace, customers before deals before their history whatever the order they
 * are given in, so that each sees what its rows point at. All or none: a file that is refused ends it with its reason, and
 * the workspace handed in is untouched. What an archive holds besides tables of the book is left out and said. */
export async function importFiles(
  workspace: Workspace,
  files: readonly FileToImport[],
  options: ImportFilesOptions,
): Promise<Result<ImportedFiles>> {
  const opened = await openTables(files, options.encoding);
  if (!opened.ok) return opened;
  const { tables } = opened.value;
  const left = [...opened.value.left];
  let state: ImportedFiles = { workspace, stamp: options.stamp, tables: [], changes: [], left };
  const done = new Map<FileTable, ImportedTable>();
  for (const table of inOrder(tables, options.settings)) {
    const plan = importOne(state.workspace, table, options);
    if (plan.ok) {
      const imported = { file: table.about.name, sheet: table.sheet ?? null, plan: plan.value };
      done.set(table, imported);
      state = take(state, plan.value, options);
    } else if (table.isInArchive) left.push(skipped(table, plan.error[0]!.message));
    else return fail(plan.error.map((problem) => ({ ...problem, field: table.about.name })));
  }
  if (done.size === 0) return fail(left.map((why) => ({ message: why, field: files[0]!.name })));
  return ok({ ...state, left, tables: tables.flatMap((table) => done.get(table) ?? []) });
}

function skipped({ about }: FileTable, why: Message): Message {
  return message("customer.file.zip-skipped", { file: about.name, why });
}

function inOrder(tables: readonly FileTable[], settings: ImportSettings): readonly FileTable[] {
  if (settings.object !== undefined || tables.length < 2) return tables;
  const ranks = new Map(tables.map((table) => [table, importRank(table, nameOf(table))]));
  return tables.toSorted((a, b) => ranks.get(a)! - ranks.get(b)!);
}

function nameOf({ about, sheet }: FileTable) {
  return { fileName: about.name, ...(sheet === undefined ? {} : { sheetName: sheet }) };
}

function importOne(book: Workspace, { about, sheet, table }: FileTable, options: ImportFilesOptions) {
  return importTable(table, {
    book,
    file: { ...about, ...(sheet === undefined ? {} : { sheet }) },
    settings: options.settings,
    createMembers: options.createMembers,
    batchId: options.newId() as BatchId,
    at: new Date(options.nowMs).toISOString(),
    today: options.today,
  });
}

function take(
  state: ImportedFiles,
  plan: ImportPlan,
  { nowMs, device = "cli" }: Pick<ImportFilesOptions, "nowMs" | "device">,
): ImportedFiles {
  if (plan.changes.length === 0) return state;
  const stamp = nextStamp(state.stamp, nowMs, device);
  return {
    ...state,
    workspace: applyChanges(state.workspace, plan.changes, stamp),
    stamp,
    changes: [...state.changes, ...plan.changes],
  };
}
