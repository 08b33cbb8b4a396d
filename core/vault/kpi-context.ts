import type { Day } from "../base/day.ts";
import type { FactTable } from "../base/id.ts";
import type { Chunks, KpiContext } from "../kpi/context.ts";
import { settingsOf } from "./workspace.ts";
import type { FactPage, FactStore, RecordOf, Workspace } from "./workspace.ts";

const KPI_TABLES = [
  "customers",
  "deals",
  "orders",
  "payments",
  "cases",
  "stageEvents",
  "activities",
  "answers",
  "measurements",
  "batchChanges",
] as const satisfies readonly (keyof KpiContext["facts"])[];

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
    facts: factsOnDemand(workspace),
    today,
  };
  byDay.set(today, context);
  return context;
}

/** Each table when somebody asks for it: home needs neither activities nor stage history, and a start must not parse them. */
function factsOnDemand(workspace: Workspace): KpiContext["facts"] {
  const facts = {};
  for (const table of KPI_TABLES) {
    Object.defineProperty(facts, table, {
      enumerable: true,
      configurable: true,
      get() {
        const value = chunksOf(workspace, table);
        Object.defineProperty(facts, table, { enumerable: true, value });
        return value;
      },
    });
  }
  return facts as KpiContext["facts"];
}

/** The rows of a table's pages; the same array for the same pages, and each page's rows as they are. */
function chunksOf<T extends FactTable>(workspace: Workspace, table: T): Chunks<RecordOf<T>> {
  const { pages } = workspace.facts[table] as FactStore<T>;
  const key = pages as readonly FactPage[];
  const known = chunksByPages.get(key) ?? pages.map((page) => page.rows);
  chunksByPages.set(key, known);
  return known as Chunks<RecordOf<T>>;
}
