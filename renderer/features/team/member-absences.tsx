import { useState } from "react";
import { addDays } from "../../../core/base/day.ts";
import type { Day } from "../../../core/base/day.ts";
import { message } from "../../../core/base/message.ts";
import { addAbsence, editAbsence, removeAbsence } from "../../../core/team/edit-absences.ts";
import { absencesOf } from "../../../core/team/member-status.ts";
import type { Absence } from "../../../core/team/records.ts";
import { runCommand } from "../../storage/run-command.ts";
import { runFromField } from "../../storage/run-in-place.ts";
import { Button } from "../../ui/button.tsx";
import { DayField, SelectField } from "../../ui/fields.tsx";
import { useWords } from "../../ui/words-context.tsx";
import type { MemberSectionProps } from "./member-drawer.tsx";
import { absenceOptions } from "./options.ts";

/** Leave, sickness and other days away. */
export function MemberAbsences(props: MemberSectionProps) {
  const { data, member } = props;
  const words = useWords();
  const [adding, setAdding] = useState(false);
  const list = [...absencesOf(data.rows.absences, member.id)].toReversed();
  return (
    <section className="drawer-section">
      <h3>{words.text("team.member.absences")}</h3>
      {list.length === 0 && <p className="quiet">{words.text("team.member.absence-none")}</p>}
      <ul className="drawer-list">
        {list.map((absence) => (
          <AbsenceLine key={absence.id} {...props} absence={absence} />
        ))}
      </ul>
      {adding ? (
        <AbsenceForm {...props} onDone={() => setAdding(false)} />
      ) : (
        <div>
          <Button onClick={() => setAdding(true)}>{words.text("team.member.absence-add")}</Button>
        </div>
      )}
    </section>
  );
}

function AbsenceLine({ data, member, absence }: MemberSectionProps & { readonly absence: Absence }) {
  const words = useWords();
  const record = message("team.record.absence", { member: member.name });
  const isNow = absence.from <= data.today && data.today < absence.until;
  return (
    <li className={isNow ? "now" : undefined}>
      <span className="wide">
        {words.text("team.member.absence-line", {
          kind: words.text(`team.absence.${absence.kind}`),
          from: { day: absence.from },
          until: { day: absence.until },
        })}
      </span>
      {isNow && absence.from < data.today && (
        <Button
          kind="link"
          onClick={() =>
            void runCommand(record, ({ rows }) => editAbsence(rows, absence.id, { until: data.today }))
          }
        >
          {words.text("team.member.absence-end")}
        </Button>
      )}
      <Button
        kind="link"
        onClick={() => void runCommand(record, ({ rows }) => removeAbsence(rows, absence.id))}
      >
        {words.text("base.remove")}
      </Button>
    </li>
  );
}

function AbsenceForm({ data, member, onDone }: MemberSectionProps & { onDone(): void }) {
  const words = useWords();
  const [draft, setDraft] = useState({
    kind: "leave" as Absence["kind"],
    from: data.today as string,
    until: addDays(data.today, 1) as string,
  });
  const [problem, setProblem] = useState<string | null>(null);
  const take = (fields: Partial<typeof draft>) => {
    setDraft((before) => ({ ...before, ...fields }));
    return null;
  };
  const add = async () => {
    if (draft.from === "" || draft.until === "") return setProblem(words.text("team.problem.day-needed"));
    const of = {
      memberId: member.id,
      kind: draft.kind,
      from: draft.from as Day,
      until: draft.until as Day,
    };
    const label = message("team.record.absence", { member: member.name });
    const wrong = await runFromField(words, label, ({ rows }) => addAbsence(rows, of));
    setProblem(wrong);
    if (wrong === null) onDone();
  };
  return (
    <div className="inline-form">
      <SelectField
        label={words.text("team.field.kind")}
        value={draft.kind}
        options={absenceOptions(words)}
        onCommit={(kind) => take({ kind })}
      />
      <div className="field-pairs">
        <DayField
          label={words.text("team.field.from")}
          value={draft.from}
          onCommit={(from) => take({ from })}
        />
        <DayField
          label={words.text("team.field.until")}
          value={draft.until}
          onCommit={(until) => take({ until })}
        />
      </div>
      {problem !== null && <p className="tone-at-risk">{problem}</p>}
      <div className="form-actions">
        <Button kind="primary" onClick={() => void add()}>
          {words.text("team.member.absence-add")}
        </Button>
        <Button onClick={onDone}>{words.text("base.cancel")}</Button>
      </div>
    </div>
  );
}
