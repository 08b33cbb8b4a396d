import type { Change } from "../../core/base/change.ts";
import type { Day } from "../../core/base/day.ts";
import type { Result } from "../../core/base/result.ts";
import { nextStamp } from "../../core/base/stamp.ts";
import type { TableCell } from "../../core/base/table.ts";
import type { ImportPlan } from "../../core/customer/import/plan-import.ts";
import { matchRecords } from "../../core/customer/match/match-records.ts";
import { unmatchRecord } from "../../core/customer/match/unmatch-record.ts";
import type { ImportObject, Source, TwinTable } from "../../core/customer/records.ts";
import { applyChanges } from "../../core/vault/apply-changes.ts";
import { checkChanges } from "../../core/vault/check-changes.ts";
import type { Workspace } from "../../core/vault/workspace.ts";
import { emptyBook, importInto, plan, tableOf } from "./import.ts";

/** One export: which system, which object, its rows without the header. */
export interface CrmFile {
  readonly source: Source;
  readonly object: ImportObject;
  readonly rows: readonly (readonly TableCell[])[];
  readonly batchId?: string;
}

/** The columns of each object's files here. */
const HEADERS: Readonly<Partial<Record<ImportObject, readonly string[]>>> = {
  customers: ["id", "客户名称", "行业", "客户级别", "地区"],
  deals: ["id", "商机名称", "客户名称", "金额", "阶段", "预计成交日期"],
  orders: ["id", "客户名称", "日期", "金额"],
  payments: ["id", "客户名称", "日期", "金额", "销售订单编号"],
  activities: ["id", "客户名称", "记录时间", "跟进正文"],
  cases: ["id", "客户名称", "主题", "创建时间", "状态"],
};

function tableAndCase({ source, object, rows, batchId = `${source}-${object}` }: CrmFile) {
  const table = tableOf(HEADERS[object]!, ...rows);
  return [table, { fileName: `${source}-${object}.csv`, batchId, settings: { source, object } }] as const;
}

/** Imports files one after another into an empty book or the one given. */
export function bookOf(files: readonly CrmFile[], from: Workspace = emptyBook()): Workspace {
  return files.reduce((book, file) => importInto(book, ...tableAndCase(file)), from);
}

export function planOf(book: Workspace, file: CrmFile): ImportPlan {
  return plan(book, ...tableAndCase(file));
}

/** The workspace after a command; what the command refuses or the vault would not take throws. */
export function after(book: Workspace, command: Result<readonly Change[]>): Workspace {
  if (!command.ok) throw new Error(command.error[0]!.message.key);
  const checked = checkChanges(book, command.value);
  if (!checked.ok) throw new Error(JSON.stringify(checked.error));
  return applyChanges(book, checked.value, nextStamp(null, 2, "test"));
}

export function matched(book: Workspace, table: TwinTable, ...ids: [string, string]): Workspace {
  return after(book, matchRecords(book, [{ table, ids }]));
}

export function unmatched(book: Workspace, twinId: string): Workspace {
  return after(book, unmatchRecord(book, { twinId, today: "2026-11-23" as Day }));
}
