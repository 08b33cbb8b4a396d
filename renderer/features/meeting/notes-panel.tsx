import { useState } from "react";
import type { MemberId, MeetingId } from "../../../core/base/id.ts";
import { message } from "../../../core/base/message.ts";
import { notesAbout, putNote } from "../../../core/meeting/notes/edit-notes.ts";
import type { OneToOneNote } from "../../../core/meeting/records.ts";
import { currentPlatform } from "../../platform/current-platform.ts";
import { runCommand } from "../../storage/run-command.ts";
import { runFromField } from "../../storage/run-in-place.ts";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/fields.tsx";
import { useWords } from "../../ui/words-context.tsx";
import type { MeetingData } from "./meeting-data.ts";

export interface NotesProps {
  readonly data: MeetingData;
  readonly memberId: MemberId;
  readonly meetingId?: MeetingId;
}

/** Private notes about one member: a new one on top, the earlier ones edited in place. */
export function NotesPanel({ data, memberId, meetingId }: NotesProps) {
  const words = useWords();
  const [text, setText] = useState("");
  const [round, setRound] = useState(0);
  const notes = notesAbout(data.rows, memberId);
  const write = (note: OneToOneNote) =>
    runFromField(words, message("meeting.record.note"), ({ rows }) => putNote(rows, note));
  const add = async () => {
    const id = currentPlatform().newId();
    const note = { id, memberId, on: data.today, text, ...(meetingId === undefined ? {} : { meetingId }) };
    await runCommand(message("meeting.record.note"), ({ rows }) => putNote(rows, note));
    setText("");
    setRound((now) => now + 1);
  };
  return (
    <section className="notes-panel" aria-label={words.text("meeting.note.title")}>
      <p className="quiet">{words.text("meeting.note.private")}</p>
      <TextField
        key={round}
        multiline
        label={words.text("meeting.note.new")}
        placeholder={words.text("meeting.note.new.place")}
        value={text}
        onType={setText}
        onCommit={() => null}
      />
      <Button onClick={() => void add()}>{words.text("meeting.note.add")}</Button>
      {notes.length === 0 && (
        <p className="quiet">
          {words.text("meeting.note.none", { name: data.rows.members.get(memberId)?.name ?? "" })}
        </p>
      )}
      {notes.map((note) => (
        <TextField
          key={note.id}
          multiline
          label={words.text("meeting.note.of", { day: { day: note.on } })}
          value={note.text}
          onCommit={(typed) => write({ ...note, text: typed })}
        />
      ))}
    </section>
  );
}
