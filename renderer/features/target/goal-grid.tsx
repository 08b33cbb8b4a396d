import { message } from "../../../core/base/message.ts";
import { quantityOf } from "../../../core/kpi/kpi-value.ts";
import { setGoalValues } from "../../../core/target/goals/edit-goals.ts";
import type { GoalState, GoalYear } from "../../../core/target/goals/goal-outlook.ts";
import { growthKind } from "../../../core/target/goals/growth.ts";
import type { TargetFigure } from "../../../core/target/standing.ts";
import { printTargetText } from "../../../core/target/target-text.ts";
import { nameMessage } from "../../../core/team/name-key.ts";
import type { Words } from "../../../core/words/words.ts";
import { runCommand } from "../../storage/run-command.ts";
import { currentWorkspace } from "../../storage/workspace-store.ts";
import { Figure } from "../../ui/figure.tsx";
import type { Tone } from "../../ui/figure.tsx";
import { Grid } from "../../ui/grid.tsx";
import type { GridColumn, GridEdit, GridProblem } from "../../ui/grid.tsx";
import { plainNumber } from "../../ui/plain-number.ts";
import { useWords } from "../../ui/words-context.tsx";
import type { GoalView } from "./use-goals.ts";

const TONE_BY_STATE: Readonly<Record<GoalState, Tone>> = {
  reached: "ahead",
  already: "ahead",
  "on-course": "on-pace",
  steeper: "behind",
  missed: "at-risk",
  "no-history": "muted",
  "no-base": "muted",
};

/** The years of a KPI: goals are typed, the rest is computed. */
export function GoalGrid({ view }: { readonly view: GoalView }) {
  const words = useWords();
  const label = words.text("target.goal.table", { kpi: words.name(view.kpi.name) });
  return (
    <Grid<GoalYear>
      label={label}
      rows={view.outlook.years}
      rowKey={(one) => String(one.year)}
      columns={goalColumns(view, words)}
      onEdit={(edits) => writeGoals(view, edits)}
      exportName={label}
    />
  );
}

function goalColumns(view: GoalView, words: Words): readonly GridColumn<GoalYear>[] {
  const { kpi, shape } = view;
  const goalText = (one: GoalYear) =>
    one.goal === null ? "" : words.quantity(quantityOf(kpi.unit, one.goal));
  const isPoints = growthKind(kpi) === "points";
  return [
    {
      key: "year",
      title: words.text("target.goal.column.year"),
      width: 76,
      text: (one) => String(one.year),
      exportValue: (one) => one.year,
    },
    {
      key: "goal",
      title: words.text("target.goal.column.goal"),
      width: 104,
      align: "end",
      text: goalText,
      editText: (one) => (one.goal === null ? "" : printTargetText(one.goal, shape)),
      exportValue: (one) => plainNumber(words, quantityOf(kpi.unit, one.goal)),
    },
    figureColumn(words, { key: "actual", width: 104, of: (one) => one.actual }),
    figureColumn(words, {
      key: "attainment",
      width: words.locale === "en" ? 104 : 88,
      of: (one) => one.attainment,
    }),
    {
      ...figureColumn(words, {
        key: "required",
        width: words.locale === "en" ? 116 : 100,
        of: (one) => one.required,
      }),
      title: words.text(`target.goal.column.required${isPoints ? "-points" : ""}`),
    },
    {
      key: "state",
      title: words.text("target.goal.column.state"),
      width: words.locale === "en" ? 196 : 176,
      text: (one) => (one.state === null ? "" : words.text(`target.goal.state.${one.state}`)),
      tone: (one) => (one.state === null ? undefined : TONE_BY_STATE[one.state]),
    },
  ];
}

function figureColumn(
  words: Words,
  { key, width, of }: { readonly key: string; readonly width: number; of(one: GoalYear): TargetFigure },
): GridColumn<GoalYear> {
  return {
    key,
    title: words.text(`target.goal.column.${key}`),
    width,
    align: "end",
    text: (one) => words.quantity(of(one).quantity),
    exportValue: (one) => plainNumber(words, of(one).quantity),
    render: (one) => {
      const { quantity, note, explain } = of(one);
      return (
        <Figure
          quantity={quantity}
          explain={() => explain()}
          {...(note ? { reason: words.say(note) } : {})}
        />
      );
    },
  };
}

async function writeGoals(view: GoalView, edits: readonly GridEdit[]): Promise<readonly GridProblem[]> {
  const { kpi, shape } = view;
  const seen = currentWorkspace();
  const command = setGoalValues(seen.rows, {
    kpiId: kpi.id,
    edits: edits.map((edit) => ({ year: Number(edit.rowKey), text: edit.text })),
    shape,
  });
  if (command.ok) {
    await runCommand(message("target.goal.record", { kpi: nameMessage(kpi.name) }), { command, seen });
    return [];
  }
  return command.error.map((problem) => ({
    rowKey: problem.field ?? edits[0]?.rowKey ?? "",
    columnKey: "goal",
    message: problem.message,
  }));
}
