import { useMemo } from "react";
import { period as periodFrom } from "../../../core/base/period.ts";
import type { Period } from "../../../core/base/period.ts";
import type { Kpi } from "../../../core/kpi/records.ts";
import { fiscalYearOf } from "../../../core/target/fiscal-year.ts";
import { forecastMetric, forecastRows } from "../../../core/target/forecast/forecast-rows.ts";
import type { ForecastRow } from "../../../core/target/forecast/forecast-rows.ts";
import type { ForecastMetric } from "../../../core/target/forecast/forecast-source.ts";
import { numberShape } from "../../../core/target/target-rows.ts";
import type { NumberShape } from "../../../core/target/target-text.ts";
import { targetTree } from "../../../core/target/target-tree.ts";
import { living } from "../../../core/team/team-rows.ts";
import { kpiContext } from "../../../core/vault/kpi-context.ts";
import { settingsOf } from "../../../core/vault/workspace.ts";
import { useView } from "../../storage/view-store.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { useWords } from "../../ui/words-context.tsx";
import { useTargetChoice } from "./target-choice.ts";

/** Everything the forecast page shows. */
export interface ForecastTable {
  readonly kpis: readonly Kpi[];
  readonly kpi: Kpi;
  readonly metric: ForecastMetric;
  readonly period: Period;
  readonly shape: NumberShape;
  readonly rows: readonly ForecastRow[];
}

/** The forecasts of the chosen KPI and period; `null` where no KPI of the library can be forecast. */
export function useForecast(): ForecastTable | null {
  const workspace = useWorkspace();
  const { periodId, today } = useView();
  const { kpiId, powerByLocale } = useTargetChoice();
  const { locale } = useWords();
  const power = powerByLocale[locale] ?? 0;
  return useMemo(() => {
    const settings = settingsOf(workspace);
    const kpis = living(workspace.rows.kpis).filter((kpi) => forecastMetric(kpi, settings) !== null);
    const kpi = kpis.find((one) => one.id === kpiId) ?? kpis[0];
    if (!kpi) return null;
    const metric = forecastMetric(kpi, settings)!;
    const period = periodFrom(periodId, settings.fiscalStart);
    const year = fiscalYearOf(period, settings.fiscalStart);
    const tree = targetTree(workspace.rows, { kpiId: kpi.id, line: "target", year })!;
    const { forecasts } = workspace.rows;
    const rows = forecastRows(kpiContext(workspace, today), { tree, period, metric, forecasts });
    return { kpis, kpi, metric, period, shape: numberShape(kpi, settings.currency, power), rows };
  }, [workspace, periodId, today, kpiId, power]);
}
