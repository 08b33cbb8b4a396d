import { useMemo } from "react";
import type { CourseId, MemberId } from "../../../core/base/id.ts";
import type { Member } from "../../../core/team/records.ts";
import { completion } from "../../../core/training/matrix/completion.ts";
import type { CourseCell, CourseState } from "../../../core/training/matrix/course-matrix.ts";
import type { Words } from "../../../core/words/words.ts";
import { goTo, placeHref } from "../../platform/place.ts";
import { ExplainedFigure } from "../../ui/explained-figure.tsx";
import type { Tone } from "../../ui/figure.tsx";
import { Grid } from "../../ui/grid.tsx";
import type { GridColumn } from "../../ui/grid.tsx";
import { useWords } from "../../ui/words-context.tsx";
import type { TrainingData } from "./training-data.ts";

const TONE_BY_STATE: Readonly<Partial<Record<CourseState, Tone>>> = {
  overdue: "at-risk",
  expired: "at-risk",
  failed: "behind",
  expiring: "behind",
  unscored: "behind",
  passed: "ahead",
};
const TOTAL = "completion";

interface Row {
  readonly key: string;
  readonly member: Member | null;
  readonly cellByCourse: ReadonlyMap<CourseId, CourseCell>;
}

/** Members × courses; a cell opens the session that it rests on, else the course. */
export function CourseGrid({
  data,
  cells,
}: {
  readonly data: TrainingData;
  readonly cells: readonly CourseCell[];
}) {
  const words = useWords();
  const rows = useMemo(() => matrixRows(cells), [cells]);
  const columns = useMemo(() => matrixColumns(words, data, cells), [words, data, cells]);
  return (
    <Grid
      label={words.text("training.matrix.table")}
      rows={rows}
      rowKey={(row) => row.key}
      columns={columns}
      rowKind={(row) => (row.member ? undefined : "total")}
      onOpen={(row, columnKey) => {
        const cell = row.cellByCourse.get(columnKey as CourseId);
        if (cell) goTo(hrefOf(cell));
        else if (row.member) goTo(placeHref("team", `members/${encodeURIComponent(row.member.id)}`));
      }}
      exportName={words.text("training.matrix.table")}
    />
  );
}

/** Where a cell leads: the next session, else the one passed last, else the course. */
function hrefOf({ next, passed, course }: CourseCell): string {
  const session = next?.session ?? passed?.session;
  return session
    ? placeHref("training", "plan", { id: session.id })
    : placeHref("training", "courses", { id: course.id });
}

function matrixRows(cells: readonly CourseCell[]): readonly Row[] {
  const byMember = new Map<MemberId, { member: Member; cellByCourse: Map<CourseId, CourseCell> }>();
  for (const cell of cells) {
    const row = byMember.get(cell.member.id) ?? { member: cell.member, cellByCourse: new Map() };
    row.cellByCourse.set(cell.course.id, cell);
    byMember.set(cell.member.id, row);
  }
  const members = [...byMember.values()].map((row): Row => ({ key: row.member.id, ...row }));
  return [...members, { key: TOTAL, member: null, cellByCourse: new Map() }];
}

function matrixColumns(
  words: Words,
  data: TrainingData,
  cells: readonly CourseCell[],
): readonly GridColumn<Row>[] {
  const of = { today: data.today, nameOf: words.name };
  const courses = [...new Map(cells.map((cell) => [cell.course.id, cell.course])).values()];
  const share = (list: readonly CourseCell[]) => completion(list, of);
  return [
    {
      key: "member",
      title: words.text("training.field.member"),
      width: words.locale === "en" ? 132 : 112,
      text: (row) => row.member?.name ?? words.text("training.matrix.completion"),
    },
    {
      key: TOTAL,
      title: words.text("training.matrix.mandatory"),
      width: 84,
      align: "end",
      text: (row) => words.quantity(share(ofRow(cells, row)).value),
      render: (row) => <ExplainedFigure of={share(ofRow(cells, row))} />,
      exportValue: (row) => share(ofRow(cells, row)).value.value,
    },
    ...courses.map((course): GridColumn<Row> => {
      const cellOf = (row: Row) => row.cellByCourse.get(course.id);
      const own = cells.filter((cell) => cell.course.id === course.id);
      return {
        key: course.id,
        title: words.name(course.name),
        width: words.locale === "en" ? 128 : 112,
        align: "center",
        text: (row) => {
          const cell = cellOf(row);
          return cell ? cellText(words, cell) : words.quantity(share(own).value);
        },
        render: (row) => {
          const cell = cellOf(row);
          if (!cell) return <ExplainedFigure of={share(own)} />;
          return (
            <span className={`course-state tone-${TONE_BY_STATE[cell.state] ?? "muted"}`}>
              {cell.state !== "none" && <i aria-hidden>{SIGN_BY_STATE[cell.state]}</i>}
              {cellText(words, cell)}
            </span>
          );
        },
        note: (row) => {
          const cell = cellOf(row);
          return cell && NOTED.includes(cell.state) ? cellNote(words, cell) : undefined;
        },
      };
    }),
  ];
}

/** States whose day somebody must know. */
const NOTED: readonly CourseState[] = ["overdue", "expired", "expiring", "due", "failed", "unscored"];

const SIGN_BY_STATE: Readonly<Record<CourseState, string>> = {
  overdue: "●",
  expired: "●",
  expiring: "▼",
  unscored: "?",
  failed: "✕",
  passed: "✓",
  enrolled: "→",
  due: "○",
  none: "",
};

function ofRow(cells: readonly CourseCell[], row: Row): readonly CourseCell[] {
  return row.member ? [...row.cellByCourse.values()] : cells;
}

/** The day that matters beside the state: when it was passed, when it is due or held. */
function cellText(words: Words, cell: CourseCell): string {
  return cell.state === "none" ? "" : words.text(`training.state.${cell.state}`);
}

function cellNote(words: Words, cell: CourseCell): string | undefined {
  const { passed, expiresOn, dueOn, next } = cell;
  const parts = [
    ...(passed ? [words.text("training.note.passed", { day: { day: passed.session.on } })] : []),
    ...(expiresOn ? [words.text("training.note.expires", { day: { day: expiresOn } })] : []),
    ...(dueOn && !passed ? [words.text("training.note.due", { day: { day: dueOn } })] : []),
    ...(next ? [words.text("training.note.next", { day: { day: next.session.on } })] : []),
  ];
  return parts.length === 0 ? undefined : parts.join(" · ");
}
