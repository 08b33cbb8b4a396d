import { useState } from "react";
import { YEAR } from "../../../core/target/fiscal-year.ts";
import { TARGET_LINES } from "../../../core/target/records.ts";
import { goTo, placeHref } from "../../platform/place.ts";
import { setView } from "../../storage/view-store.ts";
import { Button } from "../../ui/button.tsx";
import { Choice } from "../../ui/choice.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Page } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { LockDrawer } from "./lock-drawer.tsx";
import type { LockDrawerProps } from "./lock-drawer.tsx";
import { LockLine } from "./lock-line.tsx";
import { openAssistant } from "./open-assistant.ts";
import { LifeLines, useLife } from "./life-lines.tsx";
import { moneyUnits } from "./shown-numbers.ts";
import { SplitDrawer } from "./split-drawer.tsx";
import { useTargetChoice } from "./target-choice.ts";
import { TargetFindings } from "./target-findings.tsx";
import { TargetSheet } from "./target-sheet.tsx";
import { NoKpi } from "./no-kpi.tsx";
import { targetTabs } from "./target-tabs.ts";
import { useTargetTable } from "./use-target-table.ts";
import type { TargetTable } from "./use-target-table.ts";
import "./target.css";

/** The target tree as a spreadsheet: subjects × periods, beside them how the chosen period stands. */
export function TargetTablePage() {
  const words = useWords();
  const table = useTargetTable();
  if (table === null) {
    return (
      <Page tabs={targetTabs(words)} activeTab="table">
        <NoKpi />
      </Page>
    );
  }
  return table.tree.rows.length === 1 ? <NobodyYet /> : <FilledTable table={table} />;
}

function NobodyYet() {
  const words = useWords();
  return (
    <Page tabs={targetTabs(words)} activeTab="table">
      <EmptyState
        title={words.text("target.no-member.title")}
        text={words.text("target.no-member.text")}
        actions={[{ label: words.text("target.no-member.go"), onClick: () => goTo(placeHref("team")) }]}
      />
    </Page>
  );
}

function FilledTable({ table }: { readonly table: TargetTable }) {
  const words = useWords();
  const [splitting, setSplitting] = useState(false);
  const life = useLife(table);
  const [lockAct, setLockAct] = useState<LockDrawerProps["act"] | null>(null);
  const label = words.text("target.table", {
    kpi: words.name(table.kpi.name),
    period: words.period(table.period.id),
  });
  return (
    <Page
      tabs={targetTabs(words)}
      activeTab="table"
      tools={<Tools table={table} onSplit={() => setSplitting(true)} onLock={() => setLockAct("lock")} />}
      hint={words.text(hintOf(table))}
    >
      {table.isEmpty && <NothingYet table={table} onSplit={() => setSplitting(true)} />}
      <LockLine table={table} onLock={() => setLockAct("lock")} onUnlock={() => setLockAct("unlock")} />
      <LifeLines table={table} life={life} />
      <TargetFindings table={table} sums={life.sums} strays={life.strays} />
      <TargetSheet table={table} label={label} />
      {lockAct && <LockDrawer table={table} act={lockAct} onClose={() => setLockAct(null)} />}
      {splitting && <SplitDrawer table={table} onClose={() => setSplitting(false)} />}
    </Page>
  );
}

function Tools({ table, onSplit, onLock }: { readonly table: TargetTable; onSplit(): void; onLock(): void }) {
  const words = useWords();
  const choice = useTargetChoice();
  return (
    <>
      {table.tree.sums && (
        <>
          <Button kind={table.isEmpty ? "chip" : "primary"} onClick={() => openAssistant(null)}>
            {words.text("target.tab.allocation")}
          </Button>
          <Button kind="chip" onClick={onSplit}>
            {words.text("target.split")}
          </Button>
        </>
      )}
      <Choice
        label={words.text("target.kpi")}
        quiet
        value={table.kpi.id}
        options={table.kpis.map((kpi) => ({ value: kpi.id, label: words.name(kpi.name) }))}
        onChange={(kpiId) => useTargetChoice.setState({ kpiId })}
      />
      <Choice
        label={words.text("target.line")}
        quiet
        value={table.line}
        options={TARGET_LINES.map((line) => ({ value: line, label: words.text(`target.line.${line}`) }))}
        onChange={(line) => useTargetChoice.setState({ line })}
      />
      {table.kpi.unit === "money" && (
        <Choice
          label={words.text("target.unit")}
          value={String(choice.powerByLocale[words.locale] ?? 0)}
          options={moneyUnits(words)}
          onChange={(power) =>
            useTargetChoice.setState({
              powerByLocale: { ...choice.powerByLocale, [words.locale]: Number(power) },
            })
          }
        />
      )}
      {!table.isEmpty && !table.lock && (
        <Button kind="chip" onClick={onLock}>
          {words.text("target.lock")}
        </Button>
      )}
      {table.at === YEAR && table.tree.sums && !table.showsOpening && (
        <Button kind="chip" onClick={() => useTargetChoice.setState({ showsOpening: true })}>
          {words.text("target.column.opening")}
        </Button>
      )}
    </>
  );
}

function NothingYet({ table, onSplit }: { readonly table: TargetTable; onSplit(): void }) {
  const words = useWords();
  const line = words.text(`target.line.${table.line}`);
  return (
    <EmptyState
      title={words.text("target.empty.title", { year: String(table.tree.scope.year), line })}
      text={words.text(table.tree.sums ? "target.empty.text" : "target.hint.single")}
      actions={
        table.tree.sums
          ? [
              { label: words.text("target.split"), onClick: onSplit },
              ...(table.at === 0
                ? []
                : [
                    {
                      label: words.text("target.empty.year"),
                      onClick: () => setView({ periodId: table.tree.periods[0]!.id }),
                    },
                  ]),
            ]
          : []
      }
    />
  );
}

function hintOf(table: TargetTable): string {
  if (!table.tree.sums) return "target.hint.single";
  return table.kpi.unit === "money" ? "target.hint" : "target.hint.plain";
}
