import type { KpiId } from "../../../core/base/id.ts";
import { message } from "../../../core/base/message.ts";
import { quantityOf } from "../../../core/kpi/kpi-value.ts";
import { setGoalNote } from "../../../core/target/goals/edit-goals.ts";
import { growthKind } from "../../../core/target/goals/growth.ts";
import { listTasks, taskState } from "../../../core/team/tasks/task-state.ts";
import { nameMessage } from "../../../core/team/name-key.ts";
import { placeHref } from "../../platform/place.ts";
import { runCommand } from "../../storage/run-command.ts";
import { useView } from "../../storage/view-store.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { Chart } from "../../ui/chart.tsx";
import { Choice } from "../../ui/choice.tsx";
import { TextField } from "../../ui/fields.tsx";
import { Page } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { GoalGrid } from "./goal-grid.tsx";
import { MarketPart } from "./market-part.tsx";
import { NoKpi } from "./no-kpi.tsx";
import { targetTabs } from "./target-tabs.ts";
import { useTargetChoice } from "./target-choice.ts";
import { useGoals } from "./use-goals.ts";
import type { GoalView } from "./use-goals.ts";
import "./target.css";
import "./forecast.css";
import "./goals.css";

/** 长期: what a KPI is to reach over years, and our share of the market. */
export function GoalsPage() {
  const words = useWords();
  const view = useGoals();
  return (
    <Page
      tabs={targetTabs(words)}
      activeTab="goals"
      {...(view
        ? {
            tools: (
              <Choice<KpiId>
                label={words.text("target.kpi")}
                value={view.kpi.id}
                options={view.kpis.map((one) => ({ value: one.id, label: words.name(one.name) }))}
                onChange={(kpiId) => useTargetChoice.setState({ kpiId })}
              />
            ),
            hint: words.text("target.goal.hint"),
          }
        : {})}
    >
      {view ? (
        <>
          <p className="goal-line">{achievedText(view, words)}</p>
          <div className="goal-layout">
            <GoalGrid view={view} />
            <GoalChart view={view} />
          </div>
          <GoalTasks view={view} />
        </>
      ) : (
        <NoKpi />
      )}
      <MarketPart />
    </Page>
  );
}

function achievedText({ goal, outlook, kpi }: GoalView, words: ReturnType<typeof useWords>): string {
  if (!goal || Object.keys(goal.valueByYear).length === 0) return words.text("target.goal.first");
  const { achieved, base } = outlook;
  if (achieved === null || base === null) return words.text("target.goal.achieved.none");
  const growth =
    growthKind(kpi) === "points"
      ? quantityOf(kpi.unit, achieved)
      : ({ unit: "percent", value: achieved } as const);
  return words.text("target.goal.achieved", { year: String(base.year), growth });
}

function GoalChart({ view }: { readonly view: GoalView }) {
  const words = useWords();
  const { kpi, goal, outlook } = view;
  const name = words.name(kpi.name);
  const title = words.text("target.goal.chart", { kpi: name });
  const isDrawn = outlook.years.map((one) => one.actual.quantity.value !== null || one.path !== null);
  const years = outlook.years.slice(Math.max(0, isDrawn.indexOf(true)), isDrawn.lastIndexOf(true) + 1);
  return (
    <div className="goal-side">
      <Chart
        title={title}
        kind="bar"
        height={250}
        labels={years.map((one) =>
          !one.isOver && one.actual.quantity.value !== null
            ? words.text("target.goal.chart.so-far", { year: String(one.year) })
            : String(one.year),
        )}
        series={[
          {
            label: words.text("target.goal.column.actual"),
            values: years.map((one) => one.actual.quantity.value),
          },
          {
            label: words.text("target.goal.chart.path"),
            values: years.map((one) => one.path),
            dashed: true,
          },
        ]}
        quantity={(value) => quantityOf(kpi.unit, value)}
        exportName={title}
      />
      <TextField
        label={words.text("target.goal.note")}
        placeholder={words.text("target.goal.note.place")}
        value={goal?.note ?? ""}
        onCommit={async (note) => {
          const label = message("target.goal.record.note", { kpi: nameMessage(kpi.name) });
          await runCommand(label, ({ rows }) => setGoalNote(rows, { kpiId: kpi.id, note }));
          return null;
        }}
      />
    </div>
  );
}

/** What is to be done for the targets of the KPI; the tasks themselves are the team's. */
function GoalTasks({ view }: { readonly view: GoalView }) {
  const words = useWords();
  const { rows } = useWorkspace();
  const today = useView((one) => one.today);
  const tasks = listTasks(rows.tasks, { kpiId: view.kpi.id, state: "pending" }, today);
  return (
    <section className="forecast-part" aria-labelledby="goal-tasks">
      <header>
        <h2 id="goal-tasks">{words.text("target.goal.tasks")}</h2>
        <a href={placeHref("team", "tasks")}>{words.text("target.goal.tasks.go")} →</a>
      </header>
      {tasks.length === 0 ? (
        <p className="quiet">{words.text("target.goal.tasks.none")}</p>
      ) : (
        <ul className="goal-tasks">
          {tasks.slice(0, 8).map((task) => (
            <li key={task.id}>
              <a href={placeHref("team", "tasks", { id: task.id })}>
                {task.kind === "milestone" ? "◇ " : ""}
                {task.title}
              </a>
              <span className="quiet">
                {rows.members.get(task.ownerId ?? "")?.name ?? words.text("team.task.nobody")}
              </span>
              <span className={taskState(task, today) === "overdue" ? "tone-at-risk" : "quiet"}>
                {task.dueOn === undefined ? words.text("team.task.state.no-day") : words.day(task.dueOn)}
                {taskState(task, today) === "overdue" && ` · ${words.text("team.task.state.overdue")}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
