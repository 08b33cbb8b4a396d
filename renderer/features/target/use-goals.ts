import { useMemo } from "react";
import type { Kpi } from "../../../core/kpi/records.ts";
import { kpiValue } from "../../../core/kpi/kpi-value.ts";
import { goalOf } from "../../../core/target/goals/edit-goals.ts";
import { goalOutlook } from "../../../core/target/goals/goal-outlook.ts";
import type { GoalOutlook } from "../../../core/target/goals/goal-outlook.ts";
import { marketDisputes, marketScopes, marketShares } from "../../../core/target/goals/market-share.ts";
import type { Goal } from "../../../core/target/records.ts";
import { numberShape } from "../../../core/target/target-rows.ts";
import type { NumberShape } from "../../../core/target/target-text.ts";
import { living } from "../../../core/team/team-rows.ts";
import { kpiContext } from "../../../core/vault/kpi-context.ts";
import { settingsOf } from "../../../core/vault/workspace.ts";
import { useView } from "../../storage/view-store.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { useWords } from "../../ui/words-context.tsx";
import { useTargetChoice } from "./target-choice.ts";

/** The long view of one KPI. */
export interface GoalView {
  readonly kpis: readonly Kpi[];
  readonly kpi: Kpi;
  readonly shape: NumberShape;
  readonly goal: Goal | undefined;
  readonly outlook: GoalOutlook;
}

/** The chosen KPI over the years; `null` where the library is empty. */
export function useGoals(): GoalView | null {
  const workspace = useWorkspace();
  const today = useView((view) => view.today);
  const { kpiId, powerByLocale } = useTargetChoice();
  const { locale } = useWords();
  const power = powerByLocale[locale] ?? 0;
  return useMemo(() => {
    const { rows } = workspace;
    const settings = settingsOf(workspace);
    const kpis = living(rows.kpis);
    const kpi = kpis.find((one) => one.id === kpiId) ?? kpis.find((one) => goalOf(rows, one.id)) ?? kpis[0];
    if (!kpi) return null;
    const context = kpiContext(workspace, today);
    const goal = goalOf(rows, kpi.id);
    const outlook = goalOutlook({
      kpi,
      goal,
      today,
      fiscalStart: settings.fiscalStart,
      actualOf: (period) => kpiValue(context, kpi.id, { subject: { kind: "team" }, period }),
    });
    return { kpis, kpi, shape: numberShape(kpi, settings.currency, power), goal, outlook };
  }, [workspace, today, kpiId, power]);
}

/** Market sizes with the shares they make, where sources differ, and what a scope can be called. */
export function useMarket() {
  const workspace = useWorkspace();
  const today = useView((view) => view.today);
  const { powerByLocale } = useTargetChoice();
  const { locale } = useWords();
  const power = powerByLocale[locale] ?? 0;
  return useMemo(() => {
    const context = kpiContext(workspace, today);
    const shares = marketShares(context, workspace.rows.marketSizes);
    const settings = settingsOf(workspace);
    return {
      shares,
      disputes: marketDisputes(shares),
      scopes: marketScopes(context),
      settings,
      reading: {
        shape: numberShape({ unit: "money", kind: "flow" }, settings.currency, power),
        fiscalStart: settings.fiscalStart,
        today,
      },
    };
  }, [workspace, today, power]);
}
