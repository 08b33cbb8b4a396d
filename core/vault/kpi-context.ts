import type { Day } from "../base/day.ts";
import type { FactTable } from "../base/id.ts";
import type { Chunks, KpiContext } from "../kpi/context.ts";
import { settingsOf } from "./workspace.ts";
import type { FactPage, FactStore, RecordOf, Workspace } from "./workspace.ts";

const contextByWorkspace = new WeakMap<Workspace, Map<Day, KpiContext>>();
const chunksByPages = new WeakMap<readonly FactPage[], Chunks<unknown>>();

/** What KPI values are computed from, of a workspace on a day; the same object for the same workspace
 * and day.
 * @example kpiContext(emptyWorkspace({ id: "workspace", name: "", currency: "CNY", fiscalStart: 1, salesBasis: "won", newCustomerBy: "deal", dutyLimit: 8 }), "2026-01-01").facts.orders // => []
 */
export function kpiContext(workspace: Workspace, today: Day): KpiContext {
  const byDay = contextByWorkspace.get(workspace) ?? new Map<Day, KpiContext>();
  contextByWorkspace.set(workspace, byDay);
  const known = byDay.get(today);
  if (known) return known;
  const context: KpiContext = {
    rows: workspace.rows,
    settings: settingsOf(workspace),
    facts: {
      customers: chunksOf(workspace, "customers"),
      deals: chunksOf(workspace, "deals"),
      orders: chunksOf(workspace, "orders"),
      payments: chunksOf(workspace, "payments"),
      cases: chunksOf(workspace, "cases"),
      stageEvents: chunksOf(workspace, "stageEvents"),
      activities: chunksOf(workspace, "activities"),
      answers: chunksOf(workspace, "answers"),
      measurements: chunksOf(workspace, "measurements"),
      batchChanges: chunksOf(workspace, "batchChanges"),
    },
    today,
  };
  byDay.set(today, context);
  return context;
}

/** The rows of a table's pages; the same array for the same pages, and each page's rows as they are. */
function chunksOf<T extends FactTable>(workspace: Workspace, table: T): Chunks<RecordOf<T>> {
  const { pages } = workspace.facts[table] as FactStore<T>;
  const key = pages as readonly FactPage[];
  const known = chunksByPages.get(key) ?? pages.map((page) => page.rows);
  chunksByPages.set(key, known);
  return known as Chunks<RecordOf<T>>;
}
