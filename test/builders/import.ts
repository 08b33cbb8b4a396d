import type { Day } from "../../core/base/day.ts";
import type { BatchId } from "../../core/base/id.ts";
import type { Settings } from "../../core/base/settings.ts";
import type { Table, TableCell } from "../../core/base/table.ts";
import type { ImportSettings } from "../../core/customer/import/import-settings.ts";
import { importTable } from "../../core/customer/import/import-table.ts";
import type { ImportPlan } from "../../core/customer/import/plan-import.ts";
import { nextStamp } from "../../core/base/stamp.ts";
import { applyChanges } from "../../core/vault/apply-changes.ts";
import { checkChanges } from "../../core/vault/check-changes.ts";
import { emptyWorkspace } from "../../core/vault/workspace.ts";
import type { Workspace } from "../../core/vault/workspace.ts";

/** A workspace that knows nothing but its currency. */
export function emptyBook(currency = "CNY"): Workspace {
  return emptyWorkspace({
    id: "workspace",
    name: "Team",
    currency,
    fiscalStart: 1,
    salesBasis: "order",
    newCustomerBy: "order",
    dutyLimit: 5,
  } as Settings);
}

/** A table whose rows begin on line 1. */
export function tableOf(...rows: readonly (readonly TableCell[])[]): Table {
  return { rows, lines: rows.map((_, index) => index + 1) };
}

export interface ImportCase {
  readonly fileName?: string;
  readonly sheet?: string;
  readonly settings?: ImportSettings;
  readonly createMembers?: boolean;
  readonly batchId?: string;
  readonly hash?: string;
}

/** Plans the import of a table; throws with the key when it is refused. */
export function plan(book: Workspace, table: Table, of: ImportCase = {}): ImportPlan {
  const {
    fileName = "file.csv",
    sheet,
    settings = {},
    createMembers = false,
    batchId = "b1",
    hash = "00",
  } = of;
  const result = importTable(table, {
    book,
    file: { name: fileName, size: 1, hash, encoding: "utf-8", delimiter: ",", sheet },
    settings,
    createMembers,
    batchId: batchId as BatchId,
    at: "2026-11-23T00:00:00.000Z",
    today: "2026-11-23" as Day,
  });
  if (!result.ok) throw new Error(result.error[0]!.message.key);
  return result.value;
}

/** Imports a table and gives the workspace after it; its changes must be ones that the vault takes. */
export function importInto(book: Workspace, table: Table, of: ImportCase = {}): Workspace {
  const { changes } = plan(book, table, of);
  const checked = checkChanges(book, changes);
  if (!checked.ok) throw new Error(JSON.stringify(checked.error));
  return applyChanges(book, changes, nextStamp(null, 1, "test"));
}
