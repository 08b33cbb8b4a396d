import { useMemo } from "react";
import type { KpiId, Subject } from "../../../core/base/id.ts";
import { message } from "../../../core/base/message.ts";
import { lastDayOf } from "../../../core/base/period.ts";
import { ok } from "../../../core/base/result.ts";
import { setOn } from "../../../core/kpi/effective-set.ts";
import { weightFindings } from "../../../core/kpi/kpi-findings.ts";
import type { KpiFinding } from "../../../core/kpi/kpi-findings.ts";
import { parseWeight, setWeights, spreadWeights, withWeight } from "../../../core/kpi/set-weights.ts";
import { subjectLabel } from "../../../core/kpi/subject-label.ts";
import { weightRows } from "../../../core/kpi/weight-table.ts";
import type { WeightRow } from "../../../core/kpi/weight-table.ts";
import { living } from "../../../core/team/team-rows.ts";
import { goTo, placeHref } from "../../platform/place.ts";
import { runCommand } from "../../storage/run-command.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { FindingLine } from "../../ui/finding-line.tsx";
import { Grid } from "../../ui/grid.tsx";
import type { GridEdit, GridProblem } from "../../ui/grid.tsx";
import { Page } from "../../ui/page.tsx";
import type { PageTab } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { useKpiData } from "./kpi-data.ts";
import type { KpiData } from "./kpi-data.ts";
import { seedLibrary } from "./seed-library.ts";
import { weightColumns } from "./weight-columns.tsx";

/** The weights of a period: groups × KPIs, and members who may differ. */
export function SetsPage({ tabs }: { readonly tabs: readonly PageTab[] }) {
  const words = useWords();
  const data = useKpiData();
  const { context, period } = data;
  const kpis = living(context.rows.kpis);
  const rows = weightRows(context, period);
  const columns = useMemo(
    () => weightColumns({ kpis, words, onReset: (row) => void reset(data, row) }),
    [data, kpis, words],
  );
  const findings = weightFindings(context, lastDayOf(period));
  const page = { tabs, activeTab: "sets" };
  if (kpis.length === 0 || rows.length === 0) {
    return (
      <Page {...page}>
        <NothingYet data={data} />
      </Page>
    );
  }
  return (
    <Page {...page} hint={words.text("kpi.sets.hint", { day: { day: period.start } })}>
      {findings.map((finding) => (
        <FindingLine
          key={words.say(finding.message)}
          tone="behind"
          text={words.say(finding.message)}
          actions={
            finding.kind === "weights"
              ? [{ label: words.text("kpi.sets.repair"), onClick: () => void repair(data, finding) }]
              : []
          }
        />
      ))}
      <Grid
        label={words.text("kpi.sets.label", { period: { period: period.id } })}
        rows={rows}
        rowKey={(row) => row.key}
        columns={columns}
        rowDepth={(row) => row.depth}
        rowKind={(row) => (row.subject.kind === "group" ? "group" : undefined)}
        exportName={`${words.text("kpi.tab.sets")} ${period.id}`}
        onEdit={(edits) => typeWeights(data, rows, edits)}
      />
    </Page>
  );
}

/** One gesture is one change, whatever rows it touches. */
async function typeWeights(
  data: KpiData,
  rows: readonly WeightRow[],
  edits: readonly GridEdit[],
): Promise<readonly GridProblem[]> {
  const problems: GridProblem[] = [];
  const weightsByRow = new Map<string, WeightRow["weights"]>();
  for (const { rowKey, columnKey, text } of edits) {
    const row = rows.find((one) => one.key === rowKey);
    const weight = parseWeight(text);
    if (!weight.ok) problems.push({ rowKey, columnKey, message: weight.error });
    else if (row) {
      const known = weightsByRow.get(rowKey) ?? row.weights;
      weightsByRow.set(rowKey, withWeight(known, columnKey as KpiId, weight.value));
    }
  }
  if (problems.length > 0) return problems;
  const touched = rows.filter((row) => weightsByRow.has(row.key));
  const changes = touched.flatMap((row) => {
    const command = setWeights(
      data.context,
      { subject: row.subject, from: data.period.start },
      weightsByRow.get(row.key)!,
    );
    return command.ok ? command.value : [];
  });
  const [first] = touched;
  if (first) await runCommand(labelOf(data, first.subject), { command: ok(changes), seen: data.workspace });
  return [];
}

async function repair(data: KpiData, finding: KpiFinding & { kind: "weights" }): Promise<void> {
  const { workspace, context, period } = data;
  const { subject, set } = finding;
  await runCommand(labelOf(data, subject), {
    command: setWeights(context, { subject, from: period.start }, spreadWeights(set.weights)),
    seen: workspace,
  });
}

/** A member goes with the group again. */
async function reset(data: KpiData, row: WeightRow): Promise<void> {
  if (!setOn(data.context, row.subject, lastDayOf(data.period))) return;
  const of = { subject: row.subject, from: data.period.start };
  const command = setWeights(data.context, of, []);
  await runCommand(labelOf(data, row.subject), { command, seen: data.workspace });
}

function labelOf(data: KpiData, subject: Subject) {
  return message("kpi.change.weights", { subject: subjectLabel(data.context, subject) });
}

function NothingYet({ data }: { readonly data: KpiData }) {
  const words = useWords();
  if (living(data.context.rows.kpis).length === 0) {
    const onClick = () => void seedLibrary(data.context, data.period);
    return (
      <EmptyState
        title={words.text("kpi.values.empty-title")}
        text={words.text("kpi.values.empty-text")}
        actions={[{ label: words.text("kpi.values.seed"), onClick }]}
      />
    );
  }
  return (
    <EmptyState
      title={words.text("kpi.sets.no-groups-title")}
      text={words.text("kpi.sets.no-groups-text")}
      actions={[
        { label: words.text("kpi.values.to-team"), onClick: () => goTo(placeHref("team", "groups")) },
      ]}
    />
  );
}
