import { useMemo, useState } from "react";
import { message } from "../../../core/base/message.ts";
import { fail, ok } from "../../../core/base/result.ts";
import type { Result } from "../../../core/base/result.ts";
import type { Change } from "../../../core/base/change.ts";
import { YEAR } from "../../../core/target/fiscal-year.ts";
import { TARGET_LINES } from "../../../core/target/records.ts";
import { setOpenings, setTargets } from "../../../core/target/set-targets.ts";
import type { TargetEdit } from "../../../core/target/set-targets.ts";
import { goTo, placeHref } from "../../platform/place.ts";
import { setView } from "../../storage/view-store.ts";
import { Button } from "../../ui/button.tsx";
import { Choice } from "../../ui/choice.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Grid } from "../../ui/grid.tsx";
import type { GridEdit, GridProblem } from "../../ui/grid.tsx";
import { Page } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { openAssistant } from "./open-assistant.ts";
import { runTargetCommand } from "./run-target-command.ts";
import { moneyUnits } from "./shown-numbers.ts";
import { SplitDrawer } from "./split-drawer.tsx";
import { OPENING_COLUMN, periodColumn, periodOfColumn, targetColumns } from "./target-columns.tsx";
import { useTargetChoice } from "./target-choice.ts";
import { TargetFindings } from "./target-findings.tsx";
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
        <EmptyState
          title={words.text("target.no-kpi.title")}
          text={words.text("target.no-kpi.text")}
          actions={[{ label: words.text("target.no-kpi.go"), onClick: () => goTo(placeHref("kpi")) }]}
        />
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
  const columns = useMemo(() => targetColumns(table, words), [table, words]);
  const label = words.text("target.table", {
    kpi: words.name(table.kpi.name),
    period: words.period(table.period.id),
  });
  return (
    <Page
      tabs={targetTabs(words)}
      activeTab="table"
      tools={<Tools table={table} onSplit={() => setSplitting(true)} />}
      hint={words.text(hintOf(table))}
    >
      {table.isEmpty && <NothingYet table={table} onSplit={() => setSplitting(true)} />}
      <TargetFindings table={table} />
      <Grid
        label={label}
        rows={table.rows}
        rowKey={(row) => row.key}
        columns={columns}
        rowDepth={(row) => row.row?.depth ?? 0}
        rowKind={(row) =>
          row.row?.subject.kind === "team" ? "total" : row.row?.subject.kind === "group" ? "group" : undefined
        }
        onEdit={(edits) => applyEdits(table, edits)}
        exportName={label}
      />
      {splitting && <SplitDrawer table={table} onClose={() => setSplitting(false)} />}
    </Page>
  );
}

function Tools({ table, onSplit }: { readonly table: TargetTable; onSplit(): void }) {
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

/** All edits of a gesture as one command; problems go back to their cells and nothing is written. */
async function applyEdits(table: TargetTable, edits: readonly GridEdit[]): Promise<readonly GridProblem[]> {
  const period = table.tree.periods;
  const opening = edits.filter((edit) => edit.columnKey === OPENING_COLUMN);
  const typed = edits.filter((edit) => edit.columnKey !== OPENING_COLUMN);
  const asTarget = (edit: GridEdit, index: number): TargetEdit => ({
    rowKey: edit.rowKey,
    periodId: period[index]!.id,
    text: edit.text,
  });
  const result = both(
    setTargets(
      table.tree,
      typed.map((edit) => asTarget(edit, periodOfColumn(edit.columnKey))),
      table.shape,
    ),
    setOpenings(
      table.tree,
      opening.map((edit) => asTarget(edit, table.at)),
      table.shape,
    ),
  );
  if (result.ok) {
    await runTargetCommand(
      message(typed.length > 0 ? "target.command.edit" : "target.command.opening"),
      result,
    );
    return [];
  }
  return result.error.map((problem) => {
    const [rowKey = "", periodId = ""] = (problem.field ?? "").split("|");
    const isOpening = typed.length === 0;
    const index = period.findIndex((one) => one.id === periodId);
    return { rowKey, columnKey: isOpening ? OPENING_COLUMN : periodColumn(index), message: problem.message };
  });
}

function both(a: Result<readonly Change[]>, b: Result<readonly Change[]>): Result<readonly Change[]> {
  if (a.ok && b.ok) return ok([...a.value, ...b.value]);
  return fail([...(a.ok ? [] : a.error), ...(b.ok ? [] : b.error)]);
}
