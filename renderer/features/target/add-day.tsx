import { useState } from "react";
import { message } from "../../../core/base/message.ts";
import { setCalendarDay } from "../../../core/target/calendar-days.ts";
import type { CalendarDay } from "../../../core/target/records.ts";
import { runCommand } from "../../storage/run-command.ts";
import { Button } from "../../ui/button.tsx";
import { DayField, SelectField, TextField } from "../../ui/fields.tsx";
import { useWords } from "../../ui/words-context.tsx";

/** Adds a day of the manager's own, with a name: a company holiday, a Saturday of stocktaking. */
export function AddDay() {
  const words = useWords();
  const empty = { day: "", kind: "holiday" as CalendarDay["kind"], name: "" };
  const [draft, setDraft] = useState(empty);
  const change = (part: Partial<typeof draft>) => {
    setDraft((now) => ({ ...now, ...part }));
    return null;
  };
  const add = () => {
    void runCommand(message("target.command.day"), () => setCalendarDay(draft)).then(
      (done) => done.ok && setDraft({ ...empty, day: "" }),
    );
  };
  return (
    <section className="calendar-add" aria-label={words.text("target.calendar.add")}>
      <h2>{words.text("target.calendar.add")}</h2>
      <DayField
        label={words.text("target.calendar.add.day")}
        value={draft.day}
        onCommit={(day) => change({ day })}
      />
      <SelectField
        label={words.text("target.calendar.add.kind")}
        value={draft.kind}
        options={(["holiday", "workday"] as const).map((value) => ({
          value,
          label: words.text(`target.calendar.kind.${value}`),
        }))}
        onCommit={(kind) => change({ kind })}
      />
      <TextField
        label={words.text("target.calendar.add.name")}
        value={draft.name}
        onCommit={(name) => change({ name })}
      />
      <Button kind="chip" onClick={add}>
        {words.text("target.calendar.add.do")}
      </Button>
    </section>
  );
}
