import { useMemo, useState } from "react";
import type { GroupId } from "../../../core/base/id.ts";
import { living } from "../../../core/team/team-rows.ts";
import { completion, openCells } from "../../../core/training/matrix/completion.ts";
import { courseMatrix } from "../../../core/training/matrix/course-matrix.ts";
import { goTo, placeHref } from "../../platform/place.ts";
import { Choice } from "../../ui/choice.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ExplainedFigure } from "../../ui/explained-figure.tsx";
import { Page } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { CourseGrid } from "./course-grid.tsx";
import { OpenCells } from "./open-cells.tsx";
import { useTrainingData } from "./training-data.ts";
import { trainingTabs } from "./training-tabs.ts";

/** 矩阵: who has taken what, what has run out, and what is overdue. */
export function MatrixPage() {
  const words = useWords();
  const data = useTrainingData();
  const [filter, setFilter] = useState<string>("all");
  const groups = living(data.rows.groups);
  const groupId = groups.find((group) => group.id === filter)?.id as GroupId | undefined;
  const cells = useMemo(() => courseMatrix(data.rows, data.today, groupId), [data.rows, data.today, groupId]);
  const done = useMemo(
    () => completion(cells, { today: data.today, nameOf: words.name }),
    [cells, data.today, words],
  );
  const open = openCells(cells);
  return (
    <Page
      tabs={trainingTabs(words)}
      activeTab="matrix"
      tools={
        <>
          <Choice
            quiet
            label={words.text("training.matrix.group")}
            value={(groupId ?? "all") as string}
            options={[
              { value: "all", label: words.text("training.matrix.all") },
              ...groups.map((group) => ({ value: group.id as string, label: words.name(group.name) })),
            ]}
            onChange={setFilter}
          />
          {cells.length > 0 && (
            <span>
              {words.text("training.matrix.completion")} <ExplainedFigure of={done} />{" "}
              <span className="quiet">
                {words.text("training.matrix.completion-n", { done: done.done, count: done.n })}
              </span>
            </span>
          )}
        </>
      }
      {...(cells.length > 0 ? { hint: words.text("training.matrix.hint") } : {})}
    >
      {cells.length === 0 ? (
        <EmptyState
          title={words.text("training.matrix.empty.title")}
          text={words.text("training.matrix.empty.text")}
          actions={[
            {
              label: words.text("training.plan.empty.go"),
              onClick: () => goTo(placeHref("training", "courses")),
            },
          ]}
        />
      ) : (
        <>
          <CourseGrid data={data} cells={cells} />
          <OpenCells cells={open} />
        </>
      )}
    </Page>
  );
}
