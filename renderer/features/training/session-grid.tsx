import { useMemo } from "react";
import type { SessionId } from "../../../core/base/id.ts";
import { message } from "../../../core/base/message.ts";
import { moneyToDecimal } from "../../../core/base/money.ts";
import { outcomeOf } from "../../../core/training/results/outcome.ts";
import type { PlannedSession } from "../../../core/training/plan/plan-totals.ts";
import { writeSessionCells } from "../../../core/training/sessions/session-cells.ts";
import type { SessionCell } from "../../../core/training/sessions/session-cells.ts";
import type { Words } from "../../../core/words/words.ts";
import { runFromGrid } from "../../storage/run-in-place.ts";
import { Button } from "../../ui/button.tsx";
import { Grid } from "../../ui/grid.tsx";
import type { GridColumn, GridEdit } from "../../ui/grid.tsx";
import { plainNumber } from "../../ui/plain-number.ts";
import { useWords } from "../../ui/words-context.tsx";
import type { TrainingData } from "./training-data.ts";

/** The sessions of a period: date, time, hours, who teaches, where and what it costs are typed in place. */
export function SessionGrid(props: {
  readonly data: TrainingData;
  readonly sessions: readonly PlannedSession[];
  onOpen(id: string): void;
}) {
  const { data, sessions, onOpen } = props;
  const words = useWords();
  const columns = useMemo(() => sessionColumns(words, data, onOpen), [words, data, onOpen]);
  const onEdit = (edits: readonly GridEdit[]) =>
    runFromGrid(message("training.record.sessions"), ({ rows }) =>
      writeSessionCells(rows, {
        edits: edits.map((edit) => ({
          sessionId: edit.rowKey as SessionId,
          cell: edit.columnKey as SessionCell,
          text: edit.text,
        })),
        today: data.today,
        currency: data.currency,
      }),
    );
  return (
    <Grid
      label={words.text("training.plan.table")}
      rows={sessions}
      rowKey={({ session }) => session.id}
      columns={columns}
      stickyColumns={2}
      onEdit={onEdit}
      onOpen={({ session }) => onOpen(session.id)}
      exportName={words.text("training.plan.table")}
      height="max(260px, calc(100dvh - 420px))"
    />
  );
}

function sessionColumns(
  words: Words,
  data: TrainingData,
  onOpen: (id: string) => void,
): readonly GridColumn<PlannedSession>[] {
  const typed = typedColumn(words);
  const isEn = words.locale === "en";
  return [
    { ...typed("on", 112, ({ session }) => session.on) },
    {
      key: "course",
      title: words.text("training.field.course"),
      width: isEn ? 210 : 180,
      text: ({ course }) => words.name(course.name),
      render: ({ session, course }) => (
        <Button kind="link" onClick={() => onOpen(session.id)}>
          {words.name(course.name)}
        </Button>
      ),
    },
    typed("startsAt", 72, ({ session }) => session.startsAt ?? ""),
    {
      ...typed("hours", 64, ({ session }) => String(session.hours)),
      align: "end",
      exportValue: ({ session }) => session.hours,
    },
    typed("trainer", 104, ({ session }) => session.trainer),
    typed("place", 116, ({ session }) => session.place),
    {
      ...typed("cost", 104, ({ session }) => words.quantity({ unit: "money", value: session.cost })),
      align: "end",
      editText: ({ session }) => moneyToDecimal(session.cost, data.currency),
      exportValue: ({ session }) => plainNumber(words, { unit: "money", value: session.cost }),
    },
    {
      key: "people",
      title: words.text("training.field.people"),
      width: 72,
      align: "end",
      text: peopleText,
    },
    {
      key: "passed",
      title: words.text("training.field.passed"),
      width: 84,
      align: "end",
      text: (of) => passedText(words, of),
    },
    {
      ...typed("status", 88, ({ session }) => words.text(`training.status.${session.status}`)),
      tone: ({ session }) => (isForgotten(session, data.today) ? "behind" : undefined),
      note: ({ session }) =>
        isForgotten(session, data.today) ? words.text("training.session.forgotten") : undefined,
    },
  ];
}

function typedColumn(words: Words) {
  return (
    key: SessionCell,
    width: number,
    text: (of: PlannedSession) => string,
  ): GridColumn<PlannedSession> => ({
    key,
    title: words.text(`training.field.${key}`),
    width,
    text,
    editText: text,
  });
}

/** The day has passed and nobody has said who came. */
function isForgotten({ status, on }: PlannedSession["session"], today: string): boolean {
  return status === "planned" && on < today;
}

function peopleText({ session, enrolments }: PlannedSession): string {
  return session.seats === undefined ? String(enrolments.length) : `${enrolments.length} / ${session.seats}`;
}

function passedText(words: Words, { session, course, enrolments }: PlannedSession): string {
  if (session.status !== "held") return "";
  const outcomes = enrolments.map((one) => outcomeOf(course, session, one));
  const passed = outcomes.filter((one) => one === "passed").length;
  const there = enrolments.filter((one) => one.attendance === "attended").length;
  return there === 0 ? words.text("base.none") : `${passed} / ${there}`;
}
