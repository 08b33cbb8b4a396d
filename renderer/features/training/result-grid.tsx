import { useMemo } from "react";
import type { MemberId } from "../../../core/base/id.ts";
import { inOrder } from "../../../core/team/team-rows.ts";
import type { Course, Enrolment, TrainingSession } from "../../../core/training/records.ts";
import { outcomeOf } from "../../../core/training/results/outcome.ts";
import type { OutcomeKind } from "../../../core/training/results/outcome.ts";
import { writeResults } from "../../../core/training/sessions/result-cells.ts";
import type { ResultCell } from "../../../core/training/sessions/result-cells.ts";
import { usefulness } from "../../../core/training/sessions/usefulness.ts";
import { enrolmentsOf } from "../../../core/training/training-rows.ts";
import type { Words } from "../../../core/words/words.ts";
import { runFromGrid } from "../../storage/run-in-place.ts";
import { ExplainedFigure } from "../../ui/explained-figure.tsx";
import type { Tone } from "../../ui/figure.tsx";
import { Grid } from "../../ui/grid.tsx";
import type { GridColumn, GridEdit } from "../../ui/grid.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { courseLabel } from "./training-data.ts";
import type { TrainingData } from "./training-data.ts";

const TONE_BY_OUTCOME: Readonly<Partial<Record<OutcomeKind, Tone>>> = {
  passed: "ahead",
  failed: "at-risk",
  unscored: "behind",
  missed: "behind",
};

interface Row {
  readonly enrolment: Enrolment;
  readonly name: string;
  readonly outcome: OutcomeKind;
}

/** Who came, with what score and what they thought of it: typed or pasted like a sheet. */
export function ResultGrid(props: {
  readonly data: TrainingData;
  readonly session: TrainingSession;
  readonly course: Course;
}) {
  const { data, session, course } = props;
  const words = useWords();
  const rows = useMemo(() => resultRows(data, session, course), [data, session, course]);
  const columns = useMemo(() => resultColumns(words), [words]);
  const onEdit = (edits: readonly GridEdit[]) =>
    runFromGrid(courseLabel("training.record.results", course), ({ rows }) =>
      writeResults(rows, {
        sessionId: session.id,
        edits: edits.map((edit) => ({
          memberId: edit.rowKey as MemberId,
          cell: edit.columnKey as ResultCell,
          text: edit.text,
        })),
        today: data.today,
      }),
    );
  const useful = usefulness(rows.map(({ enrolment, name }) => ({ enrolment, name })));
  if (rows.length === 0) return <p className="quiet">{words.text("training.result.none")}</p>;
  return (
    <section className="session-results" aria-label={words.text("training.result.title")}>
      <header>
        <h3>{words.text("training.result.title")}</h3>
        <span className="quiet">
          {words.text("training.result.useful", { count: useful.n })} <ExplainedFigure of={useful} />
        </span>
      </header>
      <Grid
        label={words.text("training.result.table")}
        rows={rows}
        rowKey={({ enrolment }) => enrolment.memberId}
        columns={columns}
        onEdit={onEdit}
        exportName={words.text("training.result.table")}
        height={Math.min(400, 44 + 36 * rows.length)}
      />
      <p className="quiet">{words.text("training.result.hint")}</p>
    </section>
  );
}

function resultRows(data: TrainingData, session: TrainingSession, course: Course): readonly Row[] {
  const places = new Map(inOrder(data.rows.members).map((member, at) => [member.id, at]));
  return enrolmentsOf(data.rows.enrolments, session.id)
    .toSorted((a, b) => (places.get(a.memberId) ?? 0) - (places.get(b.memberId) ?? 0))
    .map((enrolment) => ({
      enrolment,
      name: data.rows.members.get(enrolment.memberId)?.name ?? enrolment.memberId,
      outcome: outcomeOf(course, session, enrolment),
    }));
}

function resultColumns(words: Words): readonly GridColumn<Row>[] {
  const said = (key: string, value: string | undefined) =>
    value === undefined ? "" : words.text(`training.${key}.${value}`);
  const column = (
    key: ResultCell,
    width: number,
    text: (enrolment: Enrolment) => string,
  ): GridColumn<Row> => ({
    key,
    title: words.text(`training.field.${key}`),
    width,
    text: ({ enrolment }) => text(enrolment),
    editText: ({ enrolment }) => text(enrolment),
  });
  return [
    { key: "member", title: words.text("training.field.member"), width: 104, text: ({ name }) => name },
    column("kind", 80, ({ kind }) => said("kind", kind)),
    {
      ...column("attendance", 88, ({ attendance }) => said("attendance", attendance)),
      quickKey: ({ enrolment }, key) => {
        if (key !== " ") return null;
        return said("attendance", enrolment.attendance === "attended" ? "missed" : "attended");
      },
    },
    {
      ...column("score", 72, ({ score }) => (score === undefined ? "" : String(score))),
      align: "end",
      exportValue: ({ enrolment }) => enrolment.score ?? null,
    },
    {
      key: "outcome",
      title: words.text("training.field.outcome"),
      width: words.locale === "en" ? 116 : 92,
      text: ({ outcome }) => words.text(`training.outcome.${outcome}`),
      tone: ({ outcome }) => TONE_BY_OUTCOME[outcome],
    },
    {
      ...column("rating", 84, ({ rating }) => (rating === undefined ? "" : String(rating))),
      align: "end",
      exportValue: ({ enrolment }) => enrolment.rating ?? null,
    },
    column("feedback", 220, ({ feedback }) => feedback),
  ];
}
