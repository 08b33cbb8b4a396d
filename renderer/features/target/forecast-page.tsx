import { useState } from "react";
import type { KpiId } from "../../../core/base/id.ts";
import { message } from "../../../core/base/message.ts";
import type { ForecastRow } from "../../../core/target/forecast/forecast-rows.ts";
import { keepForecasts } from "../../../core/target/forecast/keep-forecast.ts";
import { goTo, placeHref } from "../../platform/place.ts";
import { runCommand } from "../../storage/run-command.ts";
import { useView } from "../../storage/view-store.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { Button } from "../../ui/button.tsx";
import { Choice } from "../../ui/choice.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Page } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { DealsAtStake } from "./deals-at-stake.tsx";
import { forecastColumns, forecastSubject } from "./forecast-columns.tsx";
import { targetTabs } from "./target-tabs.ts";
import { useTargetChoice } from "./target-choice.ts";
import { useForecast } from "./use-forecast.ts";
import type { ForecastTable } from "./use-forecast.ts";
import { WeeklyCommits } from "./weekly-commits.tsx";
import "./target.css";
import "./forecast.css";

/** 预测: what the period will come to, which deals decide it, and what was promised for the week. */
export function ForecastPage() {
  const words = useWords();
  const table = useForecast();
  const hasPeople = useWorkspace().rows.members.size > 0;
  if (table !== null && hasPeople) return <Filled table={table} />;
  return (
    <Page tabs={targetTabs(words)} activeTab="forecast">
      {table === null ? (
        <EmptyState
          title={words.text("target.forecast.no-metric.title")}
          text={words.text("target.forecast.no-metric.text")}
          actions={[{ label: words.text("target.no-kpi.go"), onClick: () => goTo(placeHref("kpi")) }]}
        />
      ) : (
        <EmptyState
          title={words.text("target.no-member.title")}
          text={words.text("target.no-member.text")}
          actions={[{ label: words.text("target.no-member.go"), onClick: () => goTo(placeHref("team")) }]}
        />
      )}
    </Page>
  );
}

function Filled({ table }: { readonly table: ForecastTable }) {
  const words = useWords();
  const [openKey, open] = useState("team");
  const shown = table.rows.find((row) => row.key === openKey) ?? table.rows[0]!;
  const label = words.text("target.forecast.table", {
    kpi: words.name(table.kpi.name),
    period: words.period(table.period.id),
  });
  return (
    <Page
      tabs={targetTabs(words)}
      activeTab="forecast"
      tools={<Tools table={table} />}
      hint={useKeptHint(table)}
    >
      <DataTable<ForecastRow>
        label={label}
        rows={table.rows}
        rowKey={(row) => row.key}
        columns={forecastColumns(table, words)}
        onOpen={(row) => open(row.key)}
        exportName={label}
        height={590}
      />
      {table.metric.startsWith("won-") && (
        <DealsAtStake row={shown} subject={forecastSubject(shown, words)} rows={table.rows} onChoose={open} />
      )}
      <WeeklyCommits table={table} />
    </Page>
  );
}

function Tools({ table }: { readonly table: ForecastTable }) {
  const words = useWords();
  const { today } = useView();
  const { kpi, kpis, period, rows } = table;
  const isOver = period.end <= today;
  const keep = () =>
    runCommand(message("target.forecast.keep.label", { period: { period: period.id } }), () =>
      keepForecasts(rows, { on: today, kpiId: kpi.id, period }),
    );
  return (
    <>
      <Button
        kind="primary"
        disabled={isOver}
        {...(isOver ? { title: words.text("target.forecast.problem.over") } : {})}
        onClick={() => void keep()}
      >
        {words.text("target.forecast.keep")}
      </Button>
      <Choice<KpiId>
        label={words.text("target.kpi")}
        value={kpi.id}
        options={kpis.map((one) => ({ value: one.id, label: words.name(one.name) }))}
        onChange={(kpiId) => useTargetChoice.setState({ kpiId })}
      />
    </>
  );
}

function useKeptHint(table: ForecastTable): string {
  const words = useWords();
  const { forecasts } = useWorkspace().rows;
  let last = "";
  for (const kept of forecasts.values()) {
    const isOurs = kept.kpiId === table.kpi.id && kept.periodId === table.period.id;
    if (isOurs && kept.on > last) last = kept.on;
  }
  return last === ""
    ? words.text("target.forecast.hint.none")
    : words.text("target.forecast.hint", { day: last });
}
