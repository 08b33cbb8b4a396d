import { useMemo } from "react";
import { period } from "../../../core/base/period.ts";
import type { Period } from "../../../core/base/period.ts";
import type { KpiContext } from "../../../core/kpi/context.ts";
import type { WantedOf } from "../../../core/kpi/score-line.ts";
import type { AttainmentSource } from "../../../core/target/attainment-figures.ts";
import { wantedOf } from "../../../core/target/wanted-of.ts";
import { kpiContext } from "../../../core/vault/kpi-context.ts";
import type { Workspace } from "../../../core/vault/workspace.ts";
import { useView } from "../../storage/view-store.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";

/** What every page of this room reads. */
export interface KpiData {
  /** What all of it was read from. */
  readonly workspace: Workspace;
  readonly context: KpiContext;
  readonly period: Period;
  /** The tables of targets and their locks. */
  readonly rows: AttainmentSource["rows"];
  /** Target and stretch of the target tree. */
  readonly wantedOf: WantedOf;
}

/** The selector of this room. */
export function useKpiData(): KpiData {
  const workspace = useWorkspace();
  const today = useView((view) => view.today);
  const periodId = useView((view) => view.periodId);
  return useMemo(() => {
    const context = kpiContext(workspace, today);
    return {
      workspace,
      context,
      period: period(periodId, context.settings.fiscalStart),
      rows: workspace.rows,
      wantedOf: wantedOf(workspace.rows),
    };
  }, [workspace, today, periodId]);
}
