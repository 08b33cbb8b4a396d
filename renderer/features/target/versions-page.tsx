import { useState } from "react";
import type { TargetLock } from "../../../core/target/records.ts";
import { goTo, placeHref } from "../../platform/place.ts";
import { Button } from "../../ui/button.tsx";
import { Choice } from "../../ui/choice.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Page } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { LockDrawer } from "./lock-drawer.tsx";
import type { LockDrawerProps } from "./lock-drawer.tsx";
import { LockLine } from "./lock-line.tsx";
import { useTargetChoice } from "./target-choice.ts";
import { NoKpi } from "./no-kpi.tsx";
import { targetTabs } from "./target-tabs.ts";
import { useTargetTable } from "./use-target-table.ts";
import type { TargetTable } from "./use-target-table.ts";
import { differences, useVersions } from "./use-versions.ts";
import { differenceColumns, versionColumns, versionName } from "./version-columns.tsx";
import "./target.css";
import "./versions.css";

/** 版本: the targets as they were agreed, what changed them since and why, and any two states side by side. */
export function VersionsPage() {
  const words = useWords();
  const table = useTargetTable();
  const [act, setAct] = useState<LockDrawerProps["act"] | null>(null);
  if (table === null) {
    return (
      <Page tabs={targetTabs(words)} activeTab="versions">
        <NoKpi />
      </Page>
    );
  }
  const { lock } = table;
  return (
    <Page
      tabs={targetTabs(words)}
      activeTab="versions"
      tools={<KpiChoice table={table} />}
      {...(lock ? { hint: words.text("target.version.hint") } : {})}
    >
      {lock ? (
        <>
          <LockLine
            table={table}
            isVersionsPage
            onLock={() => setAct("lock")}
            onUnlock={() => setAct("unlock")}
          />
          <Versions key={lock.id} table={table} lock={lock} />
        </>
      ) : (
        <NotLocked table={table} onLock={() => setAct("lock")} />
      )}
      {act && <LockDrawer table={table} act={act} onClose={() => setAct(null)} />}
    </Page>
  );
}

function KpiChoice({ table }: { readonly table: TargetTable }) {
  const words = useWords();
  return (
    <Choice
      label={words.text("target.kpi")}
      quiet
      value={table.kpi.id}
      options={table.kpis.map((kpi) => ({ value: kpi.id, label: words.name(kpi.name) }))}
      onChange={(kpiId) => useTargetChoice.setState({ kpiId })}
    />
  );
}

function NotLocked({ table, onLock }: { readonly table: TargetTable; onLock(): void }) {
  const words = useWords();
  const params = { year: String(table.tree.scope.year), kpi: words.name(table.kpi.name) };
  return (
    <EmptyState
      title={words.text("target.lock.none.title", params)}
      text={words.text(table.isEmpty ? "target.lock.none.empty" : "target.lock.none.text")}
      actions={
        table.isEmpty
          ? [{ label: words.text("target.tab.table"), onClick: () => goTo(placeHref("target")) }]
          : [{ label: words.text("target.lock"), onClick: onLock }]
      }
    />
  );
}

function Versions({ table, lock }: { readonly table: TargetTable; readonly lock: TargetLock }) {
  const words = useWords();
  const rows = useVersions(table, lock);
  const [chosen, choose] = useState<{ readonly from: number; readonly to: number } | null>(null);
  const last = rows.length - 1;
  const from = Math.min(chosen?.from ?? 0, last);
  const to = Math.min(chosen?.to ?? last, last);
  const params = { year: String(lock.year), kpi: words.name(table.kpi.name) };
  const options = rows.map((row, index) => ({ value: String(index), label: versionName(row, words) }));
  const changes = differences(table, rows[from]!, rows[to]!);
  const compared = words.text("target.version.compared", {
    from: versionName(rows[from]!, words),
    to: versionName(rows[to]!, words),
  });
  return (
    <>
      <DataTable
        label={words.text("target.version.table", params)}
        rows={rows}
        rowKey={(row) => String(row.number)}
        columns={versionColumns(table, words)}
        onOpen={({ number }) => choose({ from: Math.max(0, number - 1), to: number })}
        exportName={words.text("target.version.table", params)}
        height={300}
      />
      <section className="versions-part" aria-labelledby="versions-compare">
        <header>
          <h2 id="versions-compare">{words.text("target.version.compare")}</h2>
          <Choice
            label={words.text("target.version.from")}
            value={String(from)}
            options={options}
            onChange={(value) => choose({ from: Number(value), to })}
          />
          <Choice
            label={words.text("target.version.to")}
            value={String(to)}
            options={options}
            onChange={(value) => choose({ from, to: Number(value) })}
          />
          {last > 0 && (from !== 0 || to !== last) && (
            <Button kind="link" onClick={() => choose(null)}>
              {words.text("target.version.all")}
            </Button>
          )}
        </header>
        {changes.length === 0 ? (
          <p className="quiet">{words.text("target.version.same")}</p>
        ) : (
          <DataTable
            label={compared}
            rows={changes}
            rowKey={(change) => change.id}
            columns={differenceColumns(table, words)}
            exportName={compared}
            height={420}
          />
        )}
      </section>
    </>
  );
}
