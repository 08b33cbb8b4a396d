import { useRef, useState } from "react";
import type { KeyboardEvent } from "react";
import { message } from "../../../core/base/message.ts";
import type { Meeting } from "../../../core/meeting/records.ts";
import { LINE_KINDS, readLine } from "../../../core/meeting/run/read-line.ts";
import type { LineKind, ReadLine } from "../../../core/meeting/run/read-line.ts";
import { takeLine } from "../../../core/meeting/run/take-line.ts";
import type { Words } from "../../../core/words/words.ts";
import { currentPlatform } from "../../platform/current-platform.ts";
import { runFromField } from "../../storage/run-in-place.ts";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { NameList, useNameList } from "./name-list.tsx";
import { usePeople } from "./meeting-data.ts";
import type { MeetingData } from "./meeting-data.ts";

interface LineProps {
  readonly data: MeetingData;
  readonly meeting: Meeting;
}

/** The line that everything is written in: one Enter, one commit. How it was understood stands below while it is typed. */
export function RunLine({ data, meeting }: LineProps) {
  const words = useWords();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  const [chosen, choose] = useState<LineKind>("note");
  const [problem, setProblem] = useState<string | null>(null);
  const people = usePeople(data);
  const line = readLine(text, { people, today: data.today, kind: chosen });
  const names = useNameList(people, text, (next) => {
    setText(next);
    input.current?.focus();
  });
  const take = async () => {
    const id = currentPlatform().newId();
    // The field is free for the next line at once; what is refused comes back.
    setText("");
    const label = message("meeting.record.line", { name: meeting.name });
    const found = await runFromField(words, label, ({ rows }) =>
      takeLine(rows, rows.meetings.get(meeting.id) ?? meeting, { line, id, today: data.today }),
    );
    setProblem(found);
    if (found !== null) setText((now) => (now === "" ? text : now));
    else choose("note");
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || names.press(event)) return;
    if (event.key !== "Enter" || event.ctrlKey || event.metaKey || text.trim() === "") return;
    event.preventDefault();
    void take();
  };
  return (
    <div className="run-line">
      <KindButtons
        kind={line.kind}
        isPrivate={meeting.kind === "one-to-one"}
        onChoose={(kind) => {
          choose(kind);
          setText((now) => now.replace(/^\s*[@＠+＋!！?？]\s*/, ""));
          input.current?.focus();
        }}
      />
      <div className="run-field">
        <input
          ref={input}
          className="text-input"
          // The one field of the page: people begin to type at once.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          autoComplete="off"
          role="combobox"
          aria-expanded={names.found.length > 0}
          aria-controls="run-names"
          aria-activedescendant={names.found.length > 0 ? `run-name-${names.at}` : undefined}
          aria-autocomplete="list"
          aria-label={words.text("meeting.run.line")}
          placeholder={words.text("meeting.run.line.place")}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setProblem(null);
          }}
          onKeyDown={onKeyDown}
        />
        <NameList list={names} />
      </div>
      <p className="run-read" role="status">
        {text.trim() === "" ? words.text("meeting.run.keys") : readText(words, data, line)}
      </p>
      {problem !== null && (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

function KindButtons(props: {
  readonly kind: LineKind;
  readonly isPrivate: boolean;
  onChoose(kind: LineKind): void;
}) {
  const words = useWords();
  const { kind, isPrivate, onChoose } = props;
  const signs: Readonly<Record<LineKind, string>> = { note: "", action: "@", decision: "!", problem: "?" };
  return (
    <div className="run-kinds" role="group" aria-label={words.text("meeting.run.kind")}>
      {LINE_KINDS.map((one) => (
        <Button key={one} pressed={kind === one} onClick={() => onChoose(one)}>
          {words.text(`meeting.run.kind.${one === "note" && isPrivate ? "private" : one}`)}
          {signs[one] !== "" && <kbd> {signs[one]}</kbd>}
        </Button>
      ))}
    </div>
  );
}

/** "行动 · 王芳 · 11月27日周五 · 把报价发给客户" */
export function readText(words: Words, data: Pick<MeetingData, "rows">, line: ReadLine): string {
  const kind = words.text(`meeting.run.kind.${line.kind}`);
  if (line.kind === "note" || line.kind === "problem") return `${kind} · ${line.text}`;
  if (line.kind === "decision") {
    const again =
      line.day === null ? [] : [words.text("meeting.run.read.review", { day: { day: line.day } })];
    return [kind, line.text, ...again].join(" · ");
  }
  const { unknown } = line;
  const owner =
    line.ownerId === null
      ? words.text("meeting.run.read.nobody")
      : (data.rows.members.get(line.ownerId)?.name ?? "");
  return [
    kind,
    owner,
    line.day === null ? words.text("meeting.run.read.no-day") : words.day(line.day),
    line.text,
    ...(unknown === null
      ? []
      : [words.text(`meeting.run.read.${unknown.isShared ? "shared" : "unknown"}`, { name: unknown.name })]),
  ].join(" · ");
}
