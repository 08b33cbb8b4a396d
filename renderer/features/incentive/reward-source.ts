import { useMemo } from "react";
import type { Day } from "../../../core/base/day.ts";
import type { Settings } from "../../../core/base/settings.ts";
import type { KpiContext } from "../../../core/kpi/context.ts";
import { kpiContext } from "../../../core/vault/kpi-context.ts";
import { settingsOf } from "../../../core/vault/workspace.ts";
import type { Workspace } from "../../../core/vault/workspace.ts";
import { useView } from "../../storage/view-store.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";

/** What every page of rewards reads. */
export interface RewardSource {
  readonly context: KpiContext;
  readonly rows: Workspace["rows"];
  readonly settings: Settings;
  readonly today: Day;
}

/** The selector of the pages of rewards. */
export function useRewardSource(): RewardSource {
  const workspace = useWorkspace();
  const today = useView((view) => view.today);
  return useMemo(
    () => ({
      context: kpiContext(workspace, today),
      rows: workspace.rows,
      settings: settingsOf(workspace),
      today,
    }),
    [workspace, today],
  );
}
