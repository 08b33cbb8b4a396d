import { addDays } from "../../../core/base/day.ts";
import { message } from "../../../core/base/message.ts";
import type { TrainingSession } from "../../../core/training/records.ts";
import { certificateEnd } from "../../../core/training/results/outcome.ts";
import { editSession, removeSession } from "../../../core/training/sessions/edit-sessions.ts";
import type { SessionFields } from "../../../core/training/sessions/edit-sessions.ts";
import { readSessionCell } from "../../../core/training/sessions/session-cells.ts";
import type { SessionCell } from "../../../core/training/sessions/session-cells.ts";
import { readWhole } from "../../../core/training/read-training-text.ts";
import { moneyToDecimal } from "../../../core/base/money.ts";
import { runCommand } from "../../storage/run-command.ts";
import { runFromField } from "../../storage/run-in-place.ts";
import { Button } from "../../ui/button.tsx";
import { Drawer } from "../../ui/drawer.tsx";
import { DayField, SelectField, TextField } from "../../ui/fields.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { EnrolPart } from "./enrol-part.tsx";
import { ResultsImport } from "./results-import.tsx";
import { ResultGrid } from "./result-grid.tsx";
import { courseLabel } from "./training-data.ts";
import type { TrainingData } from "./training-data.ts";

const STATUSES = ["planned", "held", "cancelled"] as const;
const MOST_SEATS = 1000;

/** Everything about one session: its facts, who is enrolled, and what came of it. */
export function SessionDrawer(props: {
  readonly data: TrainingData;
  readonly session: TrainingSession;
  onClose(): void;
}) {
  const { data, session, onClose } = props;
  const words = useWords();
  const course = data.rows.courses.get(session.courseId);
  if (!course) return null;
  const remove = async () => {
    onClose();
    await runCommand(courseLabel("training.record.session-remove", course), ({ rows }) =>
      removeSession(rows, session.id),
    );
  };
  const end = certificateEnd(course, session.on);
  const skill = course.skillId === undefined ? undefined : data.rows.skills.get(course.skillId);
  return (
    <Drawer
      open
      title={words.text("training.session.title", {
        course: words.name(course.name),
        day: { day: session.on },
      })}
      width={820}
      onClose={onClose}
      footer={<Button onClick={() => void remove()}>{words.text("training.session.remove")}</Button>}
    >
      <p className="quiet">
        {[
          course.passMark === undefined
            ? words.text("training.session.no-mark")
            : words.text("training.session.mark", { mark: course.passMark }),
          ...(skill && course.level !== undefined
            ? [words.text("training.session.gives", { skill: words.name(skill.name), level: course.level })]
            : []),
          ...(end === null ? [] : [words.text("training.session.until", { day: { day: addDays(end, -1) } })]),
        ].join(" ")}
      </p>
      <SessionFacts data={data} session={session} />
      <ResultGrid data={data} session={session} course={course} />
      <EnrolPart data={data} session={session} course={course} />
      {session.on <= data.today && session.status !== "cancelled" && (
        <ResultsImport data={data} session={session} />
      )}
    </Drawer>
  );
}

function SessionFacts({ data, session }: { readonly data: TrainingData; readonly session: TrainingSession }) {
  const words = useWords();
  const write = (fields: SessionFields) =>
    runFromField(words, message("training.record.session", { day: { day: session.on } }), ({ rows }) =>
      editSession(rows, { id: session.id, fields, today: data.today }),
    );
  const cell = (key: SessionCell, value: string, props: { readonly placeholder?: string } = {}) => (
    <TextField
      label={words.text(`training.field.${key}`)}
      value={value}
      onCommit={(text) => {
        const read = readSessionCell({ cell: key, text }, data);
        return read.ok ? write(read.value) : words.say(read.error);
      }}
      {...props}
    />
  );
  return (
    <div className="session-facts">
      <DayField
        label={words.text("training.field.on")}
        value={session.on}
        onCommit={(text) => {
          const read = readSessionCell({ cell: "on", text }, data);
          return read.ok ? write(read.value) : words.say(read.error);
        }}
      />
      {cell("startsAt", session.startsAt ?? "", { placeholder: words.text("training.place.startsAt") })}
      {cell("hours", String(session.hours))}
      {cell("trainer", session.trainer)}
      {cell("place", session.place)}
      {cell("cost", moneyToDecimal(session.cost, data.currency))}
      <TextField
        label={words.text("training.field.seats")}
        value={session.seats === undefined ? "" : String(session.seats)}
        placeholder={words.text("training.place.seats")}
        onCommit={(text) => {
          const read = readWhole(text, { least: 1, most: MOST_SEATS });
          return read.ok ? write({ seats: read.value }) : words.say(read.error);
        }}
      />
      <SelectField
        label={words.text("training.field.status")}
        value={session.status}
        options={STATUSES.map((value) => ({ value, label: words.text(`training.status.${value}`) }))}
        onCommit={(status) => write({ status })}
      />
      <TextField
        label={words.text("training.field.note")}
        value={session.note}
        onCommit={(note) => write({ note })}
      />
    </div>
  );
}
