import { useMemo } from "react";
import { message } from "../../../core/base/message.ts";
import { membersBelow } from "../../../core/target/allocation/allocation-facts.ts";
import { applyAllocation } from "../../../core/target/allocation/apply-allocation.ts";
import type { ShareBounds } from "../../../core/target/allocation/propose-allocation.ts";
import { parseTargetText } from "../../../core/target/target-text.ts";
import { goTo, leave, placeHref } from "../../platform/place.ts";
import { Button } from "../../ui/button.tsx";
import { Choice } from "../../ui/choice.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { FindingLine } from "../../ui/finding-line.tsx";
import { Grid } from "../../ui/grid.tsx";
import type { GridEdit, GridProblem } from "../../ui/grid.tsx";
import { Page } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { useAllocationRow } from "./allocation-choice.ts";
import { allocationColumns, allocationRows } from "./allocation-columns.tsx";
import { AllocationFairness } from "./allocation-fairness.tsx";
import { AllocationSettingsPanel } from "./allocation-settings.tsx";
import { subjectName } from "./finding-text.ts";
import { runTargetCommand } from "./run-target-command.ts";
import { targetTabs } from "./target-tabs.ts";
import { useAllocation } from "./use-allocation.ts";
import type { Assistant } from "./use-allocation.ts";
import { useTargetTable } from "./use-target-table.ts";
import type { TargetTable } from "./use-target-table.ts";
import "./target.css";
import "./allocation.css";

/** 分配助手: a whole divided among its members by weights that the manager sets, seen before it is written. */
export function AllocationPage() {
  const words = useWords();
  const table = useTargetTable();
  const { rowKey } = useAllocationRow();
  if (table === null || table.tree.rows.length === 1 || !table.tree.sums) {
    const why = table === null ? "no-kpi" : table.tree.rows.length === 1 ? "no-member" : "no-sum";
    return (
      <Page tabs={targetTabs(words)} activeTab="allocation">
        <Nothing why={why} />
      </Page>
    );
  }
  // Another row, KPI, line or period is another question: settings, total and scenarios begin anew.
  return <Filled key={`${rowKey}|${table.kpi.id}|${table.line}|${table.period.id}`} table={table} />;
}

function Nothing({ why }: { readonly why: "no-kpi" | "no-member" | "no-sum" }) {
  const words = useWords();
  if (why === "no-sum") {
    return (
      <EmptyState
        title={words.text("target.hint.single")}
        text={words.text("target.problem.no-sum")}
        actions={[{ label: words.text("target.tab.table"), onClick: () => goTo(placeHref("target")) }]}
      />
    );
  }
  return (
    <EmptyState
      title={words.text(`target.${why}.title`)}
      text={words.text(`target.${why}.text`)}
      actions={[
        {
          label: words.text(`target.${why}.go`),
          onClick: () => goTo(placeHref(why === "no-kpi" ? "kpi" : "team")),
        },
      ]}
    />
  );
}

function Filled({ table }: { readonly table: TargetTable }) {
  const words = useWords();
  const assistant = useAllocation(table);
  const columns = useMemo(() => allocationColumns(assistant, words), [assistant, words]);
  const rows = useMemo(
    () =>
      allocationRows(assistant, membersBelow(table.tree, { row: assistant.parent.index, period: table.at })),
    [assistant, table],
  );
  const label = words.text("target.allocation.table", {
    subject: subjectName(assistant.parent, words),
    period: words.period(table.period.id),
  });
  const { result } = assistant;
  return (
    <Page
      tabs={targetTabs(words)}
      activeTab="allocation"
      tools={<Tools assistant={assistant} />}
      hint={words.text("target.allocation.hint")}
    >
      <AllocationSettingsPanel assistant={assistant} />
      <div className="target-findings" role="alert">
        {!result.ok &&
          result.error.map((problem) => (
            <FindingLine
              key={problem.message.key}
              tone="at-risk"
              text={words.say(problem.message)}
              actions={[]}
            />
          ))}
      </div>
      <AllocationFairness assistant={assistant} />
      <Grid
        label={label}
        rows={rows}
        rowKey={(row) => row.key}
        columns={columns}
        rowDepth={(row) => row.row.depth - assistant.parent.depth}
        rowKind={(row) => (row.row === assistant.parent ? "total" : row.row.seat ? undefined : "group")}
        onEdit={async (edits) => applyBounds(assistant, edits)}
        exportName={label}
      />
    </Page>
  );
}

function Tools({ assistant }: { readonly assistant: Assistant }) {
  const words = useWords();
  const { table, result, parent, parents } = assistant;
  const back = () => leave(placeHref("target", "allocation"), placeHref("target"));
  const problem = result.ok ? undefined : result.error[0];
  return (
    <>
      <Button
        kind="primary"
        disabled={!result.ok}
        {...(problem ? { title: words.say(problem.message) } : {})}
        onClick={() => {
          if (!result.ok) return;
          const command = applyAllocation(table.tree, result.value);
          void runTargetCommand(message("target.command.allocation"), {
            command,
            seen: table.workspace,
          }).then((done) => done.ok && back());
        }}
      >
        {words.text("target.allocation.apply")}
      </Button>
      <Button kind="chip" onClick={back}>
        {words.text("target.allocation.discard")}
      </Button>
      <Choice
        label={words.text("target.allocation.subject")}
        value={parent.key}
        options={parents.map((row) => ({ value: row.key, label: subjectName(row, words) }))}
        onChange={(rowKey) => useAllocationRow.setState({ rowKey })}
      />
    </>
  );
}

/** Floors and ceilings as typed or pasted: all of a gesture or none. */
function applyBounds(assistant: Assistant, edits: readonly GridEdit[]): readonly GridProblem[] {
  const { table, settings, change } = assistant;
  const boundsByKey = new Map(settings.boundsByKey);
  const problems: GridProblem[] = [];
  for (const { rowKey, columnKey, text } of edits) {
    const parsed = parseTargetText(text, table.shape);
    if (!parsed.ok) {
      problems.push({ rowKey, columnKey, message: parsed.error });
      continue;
    }
    const { [columnKey as keyof ShareBounds]: _old, ...others } = boundsByKey.get(rowKey) ?? {};
    boundsByKey.set(rowKey, parsed.value === null ? others : { ...others, [columnKey]: parsed.value });
  }
  if (problems.length === 0) change({ boundsByKey });
  return problems;
}
