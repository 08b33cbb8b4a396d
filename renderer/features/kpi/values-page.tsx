import { useMemo, useState } from "react";
import { message } from "../../../core/base/message.ts";
import { kpiFindings } from "../../../core/kpi/kpi-findings.ts";
import { missingValues } from "../../../core/kpi/missing-values.ts";
import { setMeasurements } from "../../../core/kpi/set-measurements.ts";
import type { MeasurementEdit } from "../../../core/kpi/set-measurements.ts";
import { kpisOf, rowsOfGroup, subjectRows } from "../../../core/kpi/value-table.ts";
import type { SubjectRow } from "../../../core/kpi/value-table.ts";
import { goTo, placeHref } from "../../platform/place.ts";
import { runCommand } from "../../storage/run-command.ts";
import { Choice } from "../../ui/choice.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { useExplain } from "../../ui/explain-context.tsx";
import { FindingLine } from "../../ui/finding-line.tsx";
import { Grid } from "../../ui/grid.tsx";
import type { GridEdit, GridProblem } from "../../ui/grid.tsx";
import { Page } from "../../ui/page.tsx";
import type { PageTab } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { useKpiData } from "./kpi-data.ts";
import type { KpiData } from "./kpi-data.ts";
import { MissingDrawer, missingLine } from "./missing-drawer.tsx";
import { seedLibrary } from "./seed-library.ts";
import { valueColumns } from "./value-columns.tsx";
import { kpiValue } from "../../../core/kpi/kpi-value.ts";

const SHOWN = ["value", "attainment", "score"] as const;
export type Shown = (typeof SHOWN)[number];

/** The values of a period: members × KPIs, under their groups and the team. */
export function ValuesPage({ tabs }: { readonly tabs: readonly PageTab[] }) {
  const words = useWords();
  const data = useKpiData();
  const explain = useExplain();
  const { context, period } = data;
  const [shown, setShown] = useState<Shown>("value");
  const [scope, setScope] = useState<"used" | "all">("used");
  const [listing, setListing] = useState(false);
  const [groupKey, setGroupKey] = useState("");
  const allRows = subjectRows(context, period);
  const rows = useMemo(() => rowsOfGroup(allRows, groupKey === "" ? null : groupKey), [allRows, groupKey]);
  const kpis = kpisOf(context, rows, scope);
  const missing = useMemo(() => {
    const shownKeys = new Set(rows.map((row) => row.key));
    return missingValues(context, period).filter((one) => shownKeys.has(`member:${one.memberId}`));
  }, [context, period, rows]);
  const columns = useMemo(
    () => valueColumns(data, { kpis, missing, shown, words }),
    [data, kpis, missing, shown, words],
  );
  const page = { tabs, activeTab: "values" };
  if (context.rows.kpis.size === 0 || context.rows.members.size === 0) {
    return (
      <Page {...page}>
        <NothingYet data={data} />
      </Page>
    );
  }
  const groups = allRows.filter((row) => row.subject.kind === "group");
  const tools = (
    <>
      <Choice
        label={words.text("kpi.values.group")}
        value={groups.some((row) => row.key === groupKey) ? groupKey : ""}
        options={[
          { value: "", label: words.text("base.team") },
          ...groups.map((row) => ({
            value: row.key,
            label: typeof row.label === "string" ? row.label : words.say(row.label),
          })),
        ]}
        onChange={setGroupKey}
      />
      <Choice<Shown>
        label={words.text("kpi.values.show")}
        value={shown}
        options={SHOWN.map((value) => ({ value, label: words.text(`kpi.values.show.${value}`) }))}
        onChange={setShown}
      />
      <Choice<"used" | "all">
        label={words.text("kpi.values.scope")}
        value={scope}
        options={(["used", "all"] as const).map((value) => ({
          value,
          label: words.text(`kpi.values.scope.${value}`),
        }))}
        onChange={setScope}
      />
    </>
  );
  return (
    <Page {...page} tools={tools} hint={words.text("kpi.values.hint")}>
      <Findings data={data} />
      {missing.length > 0 && (
        <FindingLine
          tone="behind"
          text={missingLine(context, missing, words)}
          actions={[{ label: words.text("kpi.values.missing-show"), onClick: () => setListing(true) }]}
        />
      )}
      <Grid
        label={words.text("kpi.values.label", { period: { period: period.id } })}
        rows={rows}
        rowKey={(row) => row.key}
        columns={columns}
        rowDepth={(row) => row.depth}
        rowKind={rowKind}
        exportName={`${words.text("kpi.tab.values")} ${period.id}`}
        onEdit={(edits) => typeValues(data, rows, edits)}
        onOpen={(row, kpiId) => {
          if (context.rows.kpis.has(kpiId))
            explain(kpiValue(context, kpiId, { subject: row.subject, period }).explain);
        }}
      />
      <MissingDrawer open={listing} onClose={() => setListing(false)} data={data} missing={missing} />
    </Page>
  );
}

/** What keeps scores from being right: weights that do not total 100 %, groups without KPIs, deals that no period counts. */
function Findings({ data }: { readonly data: KpiData }) {
  const words = useWords();
  return kpiFindings(data.context, data.period).map((finding) => {
    const text = words.say(finding.message);
    const goToSets = () => goTo(placeHref("kpi", "sets"));
    const actions =
      finding.kind === "undated-deals" ? [] : [{ label: words.text("kpi.values.set-up"), onClick: goToSets }];
    return <FindingLine key={text} tone="behind" text={text} actions={actions} />;
  });
}

function rowKind(row: SubjectRow): "total" | "group" | undefined {
  if (row.subject.kind === "team") return "total";
  return row.subject.kind === "group" ? "group" : undefined;
}

/** One gesture is one change: all cells, or none and what is wrong with each. */
async function typeValues(
  { workspace, context, period }: KpiData,
  rows: readonly SubjectRow[],
  edits: readonly GridEdit[],
): Promise<readonly GridProblem[]> {
  const typed = edits.flatMap((edit): readonly MeasurementEdit[] => {
    const row = rows.find((one) => one.key === edit.rowKey);
    const kpi = context.rows.kpis.get(edit.columnKey);
    return row && kpi ? [{ kpiId: kpi.id, subject: row.subject, period, text: edit.text }] : [];
  });
  const command = setMeasurements(context, typed, edits.length > 1 ? "pasted" : "typed");
  if (!command.ok) {
    return command.error.map((problem) => ({
      rowKey: edits[problem.edit]?.rowKey ?? "",
      columnKey: edits[problem.edit]?.columnKey ?? "",
      message: problem.message,
    }));
  }
  await runCommand(message("kpi.change.values", { count: typed.length }), { command, seen: workspace });
  return [];
}

function NothingYet({ data }: { readonly data: KpiData }) {
  const words = useWords();
  if (data.context.rows.kpis.size === 0) {
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
      title={words.text("kpi.values.no-members-title")}
      text={words.text("kpi.values.no-members-text")}
      actions={[
        { label: words.text("kpi.values.to-team"), onClick: () => goTo(placeHref("team", "members")) },
      ]}
    />
  );
}
