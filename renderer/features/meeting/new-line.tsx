import { useRef, useState } from "react";
import type { ActionId } from "../../../core/base/id.ts";
import { message } from "../../../core/base/message.ts";
import { addAction } from "../../../core/meeting/actions/edit-actions.ts";
import { putDecision } from "../../../core/meeting/decisions/edit-decisions.ts";
import { readLine } from "../../../core/meeting/run/read-line.ts";
import type { ReadLine } from "../../../core/meeting/run/read-line.ts";
import { currentPlatform } from "../../platform/current-platform.ts";
import { runFromField } from "../../storage/run-in-place.ts";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { NameList, useNameList } from "./name-list.tsx";
import { usePeople } from "./meeting-data.ts";
import type { MeetingData } from "./meeting-data.ts";
import { readText } from "./run-line.tsx";

/** A line in which an action or a decision is written as in a meeting: who, by when, what; Enter adds it. */
export function NewLine({
  data,
  kind,
}: {
  readonly data: MeetingData;
  readonly kind: "action" | "decision";
}) {
  const words = useWords();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const people = usePeople(data);
  const line = { ...readLine(text, { people, today: data.today, kind }), kind };
  const names = useNameList(kind === "action" ? people : [], text, (next) => {
    setText(next);
    input.current?.focus();
  });
  const add = async () => {
    const label = message(`meeting.record.${kind}`, { text: line.text });
    const found = await runFromField(words, label, ({ rows }) => commandOf({ ...data, rows }, line));
    setProblem(found);
    if (found === null) setText("");
    input.current?.focus();
  };
  return (
    <form
      className="new-line"
      aria-label={words.text(`meeting.${kind}.new`)}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <div className="run-field">
        <input
          ref={input}
          className="text-input"
          autoComplete="off"
          role="combobox"
          aria-expanded={names.found.length > 0}
          aria-controls="run-names"
          aria-activedescendant={names.found.length > 0 ? `run-name-${names.at}` : undefined}
          aria-autocomplete="list"
          aria-label={words.text(`meeting.${kind}.new`)}
          placeholder={words.text(`meeting.${kind}.new.place`)}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setProblem(null);
          }}
          onKeyDown={(event) => void names.press(event)}
        />
        <NameList list={names} />
      </div>
      <Button onClick={() => void add()}>{words.text(`meeting.${kind}.add`)}</Button>
      {text.trim() !== "" && (
        <p className="run-read" role="status">
          {readText(words, data, line)}
        </p>
      )}
      {problem !== null && (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      )}
    </form>
  );
}

function commandOf({ rows, today }: MeetingData, line: ReadLine) {
  const id = currentPlatform().newId();
  const text = line.text.trim();
  if (line.kind === "decision") {
    const decision = { id, text, on: today, outcome: "" };
    return putDecision(rows, decision, line.day === null ? {} : { reviewOn: line.day });
  }
  const fields = { text, ownerId: line.ownerId ?? undefined, dueOn: line.day ?? undefined };
  return addAction(rows, { id: id as ActionId, fields, today });
}
