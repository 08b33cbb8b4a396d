import { useState } from "react";
import type { DutyId, MemberId, TaskId } from "../../../core/base/id.ts";
import { inOrder } from "../../../core/team/team-rows.ts";
import { listTasks, TASK_STATES } from "../../../core/team/tasks/task-state.ts";
import type { TaskFilter } from "../../../core/team/tasks/task-state.ts";
import { explainEffort } from "../../../core/team/tasks/explain-task-owner.ts";
import { hoursOf } from "../../../core/team/tasks/task-load.ts";
import { isPending } from "../../../core/team/tasks/task-state.ts";
import type { Task } from "../../../core/team/records.ts";
import { Button } from "../../ui/button.tsx";
import { Choice } from "../../ui/choice.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Figure } from "../../ui/figure.tsx";
import { Page } from "../../ui/page.tsx";
import type { PageTab } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { TaskCandidates } from "./task-candidates.tsx";
import { underText, useTaskData } from "./task-data.ts";
import type { TaskData } from "./task-data.ts";
import { TaskDrawer } from "./task-drawer.tsx";
import { TaskFindings } from "./task-findings.tsx";
import { TaskGrid } from "./task-grid.tsx";
import { goToTasks, taskHref, useTaskPlace } from "./task-place.ts";
import { leave } from "../../platform/place.ts";
import type { TaskPlace } from "./task-place.ts";
import { TaskQuickAdd } from "./task-quick-add.tsx";
import "./tasks.css";

type StateChoice = NonNullable<TaskFilter["state"]> | "all";

interface Chosen {
  readonly owner: string;
  readonly state: StateChoice;
}

const ALL: Chosen = { owner: "all", state: "pending" };

/** Tasks and milestones: a line to write the next one, what was found, and the table. */
export function TasksPage({ tabs }: { readonly tabs: readonly PageTab[] }) {
  const words = useWords();
  const data = useTaskData();
  const place = useTaskPlace();
  const [chosen, choose] = useState<Chosen>(ALL);
  const [askedId, ask] = useState<TaskId | null>(null);
  const tasks = listTasks(data.rows.tasks, filterOf(chosen, place), data.today);
  const asked = askedId === null ? undefined : data.rows.tasks.get(askedId);
  const open = place.id === null ? undefined : data.rows.tasks.get(place.id);
  const under = underOf(data, place);
  const added = (id: TaskId) => ask(id);
  return (
    <Page
      tabs={tabs}
      activeTab="tasks"
      {...(data.rows.tasks.size > 0
        ? {
            tools: <Tools data={data} tasks={tasks} chosen={chosen} place={place} onChoose={choose} />,
            hint: words.text("team.task.hint"),
          }
        : {})}
    >
      <TaskQuickAdd key={`${place.duty}|${place.target}`} data={data} under={under} onAdded={added} />
      {asked && isPending(asked) && asked.ownerId === undefined && (
        <TaskCandidates
          key={asked.id}
          data={data}
          task={asked}
          title={words.text("team.task.candidates", { title: asked.title })}
          takesFocus
          onDone={() => {
            ask(null);
            document.querySelector<HTMLElement>(".task-line [data-field=title] input")?.focus();
          }}
        />
      )}
      <TaskFindings data={data} onShow={(state, owner) => choose({ ...ALL, state, owner })} />
      {data.rows.tasks.size === 0 ? (
        <EmptyState title={words.text("team.task.empty.title")} text={words.text("team.task.empty.text")} />
      ) : tasks.length === 0 ? (
        <p className="quiet">
          {words.text("team.task.no-match")}{" "}
          <Button
            kind="link"
            onClick={() => {
              choose({ ...ALL, state: "all" });
              goToTasks({});
            }}
          >
            {words.text("team.task.no-match.clear")}
          </Button>
        </p>
      ) : (
        <TaskGrid
          data={data}
          tasks={tasks}
          height={`max(320px, calc(100dvh - ${300 + Math.min(3, data.findings.length) * 44}px))`}
          onOpen={(id) => goToTasks({ ...place, id })}
          onPropose={ask}
        />
      )}
      {open && (
        <TaskDrawer
          key={open.id}
          data={data}
          task={open}
          onClose={() => leave(taskHref(place), taskHref({ ...place, id: null }))}
        />
      )}
    </Page>
  );
}

interface ToolsProps {
  readonly data: TaskData;
  readonly tasks: readonly Task[];
  readonly chosen: Chosen;
  readonly place: TaskPlace;
  onChoose(chosen: Chosen): void;
}

function Tools({ data, tasks, chosen, place, onChoose }: ToolsProps) {
  const words = useWords();
  const owners = inOrder(data.rows.members).filter((member) =>
    [...data.rows.tasks.values()].some((task) => task.ownerId === member.id),
  );
  const waiting = tasks.filter(isPending);
  const hours = waiting.reduce((sum, task) => sum + hoursOf(task), 0);
  return (
    <>
      <Choice<StateChoice>
        label={words.text("team.task.filter.state")}
        quiet
        value={chosen.state}
        options={[
          { value: "pending", label: words.text("team.task.filter.pending") },
          { value: "all", label: words.text("team.task.filter.all") },
          ...TASK_STATES.map((value) => ({ value, label: words.text(`team.task.state.${value}`) })),
        ]}
        onChange={(state) => onChoose({ ...chosen, state })}
      />
      <Choice
        label={words.text("team.task.filter.owner")}
        quiet
        value={chosen.owner}
        options={[
          { value: "all", label: words.text("team.task.all-owners") },
          { value: "", label: words.text("team.task.nobody") },
          ...owners.map((member) => ({ value: member.id as string, label: member.name })),
        ]}
        onChange={(owner) => onChoose({ ...chosen, owner })}
      />
      <Choice
        label={words.text("team.task.filter.under")}
        quiet
        value={underKey(place)}
        options={underOptions(data, place, {
          all: words.text("team.task.filter.under-all"),
          nameOf: (of) => underText(words, data.rows, of),
        })}
        onChange={(key) => goToTasks(placeOfKey(key))}
      />
      {hours > 0 && (
        <span className="quiet">
          {words.text("team.member.tasks.hours")}{" "}
          <Figure
            quantity={{ unit: "hours", value: hours }}
            text={words.text("team.task.hours", { hours })}
            explain={() => explainEffort(waiting)}
          />
        </span>
      )}
    </>
  );
}

function filterOf(chosen: Chosen, place: TaskPlace): TaskFilter {
  return {
    ...(chosen.owner === "all" ? {} : { ownerId: chosen.owner === "" ? null : (chosen.owner as MemberId) }),
    ...(chosen.state === "all" ? {} : { state: chosen.state }),
    ...(place.duty === null ? {} : { dutyId: place.duty as DutyId }),
    ...(place.target === null ? {} : { targetId: place.target }),
  };
}

/** What new tasks go under: the duty or target that is looked at, while it is there. */
function underOf(data: TaskData, { duty, target }: TaskPlace): Pick<Task, "dutyId" | "targetId"> {
  if (target !== null && data.rows.targets.has(target)) return { targetId: target };
  return duty !== null && data.rows.duties.has(duty) ? { dutyId: duty as DutyId } : {};
}

function underKey({ duty, target }: TaskPlace): string {
  return duty !== null ? `duty:${duty}` : target !== null ? `target:${target}` : "all";
}

function placeOfKey(key: string): Partial<TaskPlace> {
  if (key === "all") return {};
  const [kind = "", id = ""] = [key.slice(0, key.indexOf(":")), key.slice(key.indexOf(":") + 1)];
  return { [kind]: id };
}

function underOptions(
  data: TaskData,
  place: TaskPlace,
  say: { readonly all: string; nameOf(of: Pick<Task, "dutyId" | "targetId">): string },
) {
  const wanted: Pick<Task, "dutyId" | "targetId">[] = [underOf(data, place), ...data.rows.tasks.values()];
  const byKey = new Map<string, string>([["all", say.all]]);
  for (const { dutyId, targetId } of wanted) {
    if (dutyId !== undefined) byKey.set(`duty:${dutyId}`, say.nameOf({ dutyId }));
    else if (targetId !== undefined) byKey.set(`target:${targetId}`, say.nameOf({ targetId }));
  }
  return [...byKey].map(([value, label]) => ({ value, label: label || value }));
}
