import type { Day } from "../base/day.ts";
import type { Settings } from "../base/settings.ts";
import type {
  Activity,
  Answer,
  Batch,
  BatchChange,
  Case,
  Customer,
  Deal,
  Order,
  Payment,
  Stage,
  StageEvent,
} from "../customer/records.ts";
import type { MembershipRows } from "../team/memberships.ts";
import type { Group } from "../team/records.ts";
import type { Kpi, KpiSet, Measurement } from "./records.ts";

/** A fact table in pieces (the pages of the workspace). A piece that did not change keeps its identity, so that an edit
 * of one fact indexes one piece anew and not the table. */
export type Chunks<F> = readonly (readonly F[])[];

/** What KPI values are computed from. `core/vault/kpi-context.ts` makes one of a workspace. */
export interface KpiContext {
  readonly rows: MembershipRows & {
    readonly groups: ReadonlyMap<string, Group>;
    readonly kpis: ReadonlyMap<string, Kpi>;
    readonly kpiSets: ReadonlyMap<string, KpiSet>;
    readonly stages: ReadonlyMap<string, Stage>;
    readonly batches: ReadonlyMap<string, Batch>;
  };
  readonly settings: Settings;
  readonly facts: {
    readonly customers: Chunks<Customer>;
    readonly deals: Chunks<Deal>;
    readonly orders: Chunks<Order>;
    readonly payments: Chunks<Payment>;
    readonly cases: Chunks<Case>;
    readonly stageEvents: Chunks<StageEvent>;
    readonly activities: Chunks<Activity>;
    readonly answers: Chunks<Answer>;
    readonly measurements: Chunks<Measurement>;
    readonly batchChanges: Chunks<BatchChange>;
  };
  readonly today: Day;
}
