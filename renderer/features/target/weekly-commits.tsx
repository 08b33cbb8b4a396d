import { useMemo } from "react";
import type { MemberId } from "../../../core/base/id.ts";
import { message } from "../../../core/base/message.ts";
import { money } from "../../../core/base/money.ts";
import { commitStanding } from "../../../core/target/commit-standing.ts";
import type { CommitStanding, CommitWeek } from "../../../core/target/commit-standing.ts";
import { printTargetText } from "../../../core/target/target-text.ts";
import { setCommits } from "../../../core/target/weekly-commits.ts";
import { kpiContext } from "../../../core/vault/kpi-context.ts";
import type { Words } from "../../../core/words/words.ts";
import { runCommand } from "../../storage/run-command.ts";
import { useView } from "../../storage/view-store.ts";
import { currentWorkspace, useWorkspace } from "../../storage/workspace-store.ts";
import { Figure } from "../../ui/figure.tsx";
import { Grid } from "../../ui/grid.tsx";
import type { GridColumn, GridEdit, GridProblem } from "../../ui/grid.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { shownPercent } from "./shown-numbers.ts";
import type { ForecastTable } from "./use-forecast.ts";

/** What each member promised to close, week by week, beside what came. Amounts only: a number of deals is not promised. */
export function WeeklyCommits({ table }: { readonly table: ForecastTable }) {
  const words = useWords();
  const workspace = useWorkspace();
  const { today } = useView();
  const standings = useMemo(() => {
    const context = kpiContext(workspace, today);
    const { weeklyCommits } = workspace.rows;
    const ids = table.rows.flatMap(({ subject }) => (subject.kind === "member" ? [subject.id] : []));
    return ids.map((memberId) => commitStanding(context, { memberId, metric: table.metric, weeklyCommits }));
  }, [workspace, today, table]);
  if (table.kpi.unit !== "money" || standings.length === 0) return null;
  const label = words.text("target.commit.table");
  return (
    <section className="forecast-part" aria-labelledby="commits-title">
      <header>
        <h2 id="commits-title">{words.text("target.commit.title")}</h2>
        <p className="quiet">{words.text("target.commit.hint")}</p>
      </header>
      <Grid<CommitStanding>
        label={label}
        rows={standings}
        rowKey={(row) => row.memberId}
        columns={commitColumns(table, words, standings[0]!.weeks)}
        onEdit={(edits) => applyCommits(table, edits, today)}
        exportName={label}
      />
    </section>
  );
}

function commitColumns(
  table: ForecastTable,
  words: Words,
  weeks: readonly CommitWeek[],
): readonly GridColumn<CommitStanding>[] {
  return [
    {
      key: "member",
      title: words.text("target.commit.member"),
      width: 112,
      text: (row) => row.name,
    },
    ...weeks.flatMap((week, at) => [
      commitColumn(table, words, { week, at }),
      ...(at === weeks.length - 1 ? [] : [reachedColumn(words, { week, at })]),
    ]),
    {
      key: "accuracy",
      title: words.text("target.commit.accuracy"),
      width: 104,
      align: "end",
      text: (row) => shownPercent(words, row.accuracy.quantity.value),
      exportValue: (row) => row.accuracy.quantity.value,
      render: ({ accuracy }) => (
        <Figure
          quantity={accuracy.quantity}
          text={shownPercent(words, accuracy.quantity.value)}
          {...(accuracy.note ? { reason: words.say(accuracy.note) } : {})}
          explain={() => accuracy.explain()}
        />
      ),
    },
  ];
}

interface WeekPlace {
  readonly week: CommitWeek;
  readonly at: number;
}

function commitColumn(
  table: ForecastTable,
  words: Words,
  { week, at }: WeekPlace,
): GridColumn<CommitStanding> {
  const said = (value: number | null) =>
    value === null ? "" : words.quantity({ unit: "money", value: money(value) });
  return {
    key: `commit:${week.week}`,
    title: words.text("target.commit.week", { day: week.week.slice(5) }),
    subtitle: words.text("target.commit.promised"),
    width: 80,
    align: "end",
    text: (row) => said(row.weeks[at]!.commit),
    exportValue: (row) => row.weeks[at]!.commit,
    editText: (row) => {
      if (week.isOver) return null;
      const { commit } = row.weeks[at]!;
      return commit === null ? "" : printTargetText(commit, table.shape);
    },
  };
}

function reachedColumn(words: Words, { week, at }: WeekPlace): GridColumn<CommitStanding> {
  return {
    key: `reached:${week.week}`,
    title: "",
    subtitle: words.text("target.commit.reached"),
    width: 68,
    align: "end",
    text: (row) => words.quantity({ unit: "money", value: money(row.weeks[at]!.reached) }),
    exportValue: (row) => row.weeks[at]!.reached,
    render: (row) => {
      const { reached, commit, explainReached } = row.weeks[at]!;
      const isShort = commit !== null && week.isOver && reached < commit;
      return (
        <Figure
          quantity={{ unit: "money", value: money(reached) }}
          tone={isShort ? "behind" : "on-pace"}
          explain={explainReached}
        />
      );
    },
  };
}

async function applyCommits(
  table: ForecastTable,
  edits: readonly GridEdit[],
  today: Parameters<typeof setCommits>[2]["today"],
): Promise<readonly GridProblem[]> {
  const typed = edits.map((edit) => ({
    memberId: edit.rowKey as MemberId,
    week: edit.columnKey.slice("commit:".length) as typeof today,
    text: edit.text,
  }));
  const seen = currentWorkspace();
  const result = setCommits(seen.rows, typed, { shape: table.shape, today });
  if (result.ok) {
    await runCommand(message("target.commit.label"), { command: result, seen });
    return [];
  }
  return result.error.map((problem) => {
    const [rowKey = "", week = ""] = (problem.field ?? "").split("|");
    return { rowKey, columnKey: `commit:${week}`, message: problem.message };
  });
}
