import { useState } from "react";
import { message } from "../../../core/base/message.ts";
import { editItem } from "../../../core/meeting/agenda/edit-agenda.ts";
import { actionsOf, decisionsOf } from "../../../core/meeting/minutes/minutes.ts";
import type { AgendaItem, Meeting } from "../../../core/meeting/records.ts";
import type { MeetingFields } from "../../../core/meeting/schedule/edit-meeting.ts";
import { editMeeting } from "../../../core/meeting/schedule/edit-meeting.ts";
import { placeHref } from "../../platform/place.ts";
import { runFromField } from "../../storage/run-in-place.ts";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/fields.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { AttendanceList } from "./attendance-list.tsx";
import { ItemLinks, titleOf } from "./item-link.tsx";
import type { MeetingData } from "./meeting-data.ts";
import { actionDetail } from "./noted-list.tsx";
import { NotesPanel } from "./notes-panel.tsx";

interface HeldProps {
  readonly data: MeetingData;
  readonly meeting: Meeting;
}

/** The minutes, edited in place: items with notes, progress, problems, decisions, actions. */
export function HeldMeeting({ data, meeting }: HeldProps) {
  const words = useWords();
  const other = meeting.kind === "one-to-one" ? meeting.attendance[0]?.memberId : undefined;
  const label = message("meeting.record.minutes", { name: meeting.name });
  const write = (fields: MeetingFields) =>
    runFromField(words, label, ({ rows }) => editMeeting(rows, meeting, fields));
  const note = (item: AgendaItem, notes: string) =>
    runFromField(words, label, ({ rows }) => editItem(rows, meeting, { item, fields: { notes } }));
  return (
    <div className="meeting-columns">
      <div className="minutes">
        <section aria-label={words.text("meeting.minutes.items")}>
          <h3>{words.text("meeting.minutes.items")}</h3>
          <ol>
            {meeting.items.map((item) => (
              <li key={item.key} className="minutes-item">
                <HeldItem item={item} onNote={(notes) => note(item, notes)} />
              </li>
            ))}
          </ol>
        </section>
        {(["progress", "problems"] as const).map((key) => (
          <TextField
            key={key}
            multiline
            label={words.text(`meeting.minutes.${key}`)}
            placeholder={words.text(`meeting.minutes.place.${key}`)}
            value={meeting[key]}
            onCommit={(text) => write({ [key]: text })}
          />
        ))}
      </div>
      <aside className="meeting-side">
        <HeldDecisions data={data} meeting={meeting} />
        <HeldActions data={data} meeting={meeting} />
        <AttendanceList data={data} meeting={meeting} />
        {other !== undefined && <NotesPanel data={data} memberId={other} meetingId={meeting.id} />}
      </aside>
    </div>
  );
}

function HeldItem(props: { readonly item: AgendaItem; onNote(notes: string): Promise<string | null> }) {
  const words = useWords();
  const { item, onNote } = props;
  const [isWriting, setWriting] = useState(false);
  const isOpen = isWriting || item.notes !== "";
  const title = titleOf(words, item);
  const state = item.state === "dropped" ? "done" : item.state;
  return (
    <>
      <p className="agenda-line">
        <span className={`agenda-kind kind-${item.kind}`}>
          {words.text(`meeting.agenda.kind.${item.kind}`)}
        </span>
        <strong>{title}</strong>
        <small className={item.state === "done" ? "tone-ahead" : "quiet"}>
          {words.text(`meeting.run.item-state.${state}`)}
          {item.seconds !== undefined &&
            item.seconds >= 30 &&
            ` · ${words.text("meeting.ran", { count: Math.round(item.seconds / 60) })}`}
        </small>
        <ItemLinks item={item} />
        {!isOpen && (
          <Button
            kind="link"
            label={words.text("meeting.minutes.add-note.of", { title })}
            onClick={() => setWriting(true)}
          >
            {words.text("meeting.minutes.add-note")}
          </Button>
        )}
      </p>
      {isOpen && (
        <TextField
          multiline
          autoFocus={item.notes === ""}
          label={words.text("meeting.minutes.notes-of", { title })}
          value={item.notes}
          placeholder={words.text("meeting.run.notes")}
          onCommit={onNote}
        />
      )}
    </>
  );
}

function HeldDecisions({ data, meeting }: HeldProps) {
  const words = useWords();
  const decisions = decisionsOf(data.rows, meeting);
  return (
    <section className="side-list" aria-label={words.text("meeting.minutes.decisions")}>
      <h3>{words.text("meeting.minutes.decisions")}</h3>
      {decisions.length === 0 && <p className="quiet">{words.text("meeting.minutes.none")}</p>}
      <ul>
        {decisions.map(({ id, text, reviewOn }) => (
          <li key={id}>
            <a href={placeHref("meeting", "decisions", { id })}>{text}</a>
            {reviewOn !== undefined && (
              <small className="quiet">
                {words.text("meeting.run.read.review", { day: { day: reviewOn } })}
              </small>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function HeldActions({ data, meeting }: HeldProps) {
  const words = useWords();
  const actions = actionsOf(data.rows, meeting);
  return (
    <section className="side-list" aria-label={words.text("meeting.minutes.actions")}>
      <h3>{words.text("meeting.minutes.actions")}</h3>
      {actions.length === 0 && <p className="quiet">{words.text("meeting.minutes.none")}</p>}
      <ul>
        {actions.map((action) => (
          <li key={action.id}>
            <a href={placeHref("meeting", "actions", { id: action.id })}>
              {action.state === "done" && <span className="tone-ahead">✓ </span>}
              {action.text}
            </a>
            <small className="quiet">{actionDetail(words, data, action)}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
