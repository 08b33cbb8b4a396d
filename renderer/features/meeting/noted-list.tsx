import { message } from "../../../core/base/message.ts";
import { removeActions } from "../../../core/meeting/actions/edit-actions.ts";
import { removeDecision } from "../../../core/meeting/decisions/edit-decisions.ts";
import { actionsOf, decisionsOf } from "../../../core/meeting/minutes/minutes.ts";
import type { Action, Meeting } from "../../../core/meeting/records.ts";
import type { Words } from "../../../core/words/words.ts";
import { runCommand } from "../../storage/run-command.ts";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words-context.tsx";
import type { MeetingData } from "./meeting-data.ts";

interface NotedProps {
  readonly data: MeetingData;
  readonly meeting: Meeting;
}

interface Noted {
  readonly key: string;
  readonly kind: "action" | "decision" | "problem" | "note";
  readonly text: string;
  readonly detail: string;
  remove?(): void;
}

/** What was written down in this meeting: notes of the item that is spoken about, and all actions, decisions and problems. */
export function NotedList({ data, meeting }: NotedProps) {
  const words = useWords();
  const title = words.text("meeting.run.noted");
  const noted = notedOf(words, { data, meeting });
  return (
    <section className="noted" aria-label={title}>
      <h3>{title}</h3>
      {noted.length === 0 ? (
        <p className="quiet">{words.text("meeting.run.noted.none")}</p>
      ) : (
        <ul>
          {noted.map(({ key, kind, text, detail, remove }) => (
            <li key={key}>
              <span className="noted-kind">{words.text(`meeting.run.kind.${kind}`)}</span>
              <span>
                {text} {detail !== "" && <small className="quiet">{detail}</small>}
              </span>
              {remove && (
                <Button kind="link" label={words.text("meeting.run.remove", { text })} onClick={remove}>
                  ✕
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function notedOf(words: Words, { data, meeting }: NotedProps): readonly Noted[] {
  const { rows } = data;
  const current = meeting.items.find(({ key }) => key === meeting.current?.key);
  const linesOf = (text: string) => text.split("\n").filter((line) => line !== "");
  return [
    ...actionsOf(rows, meeting).map((action) => ({
      key: action.id,
      kind: "action" as const,
      text: action.text,
      detail: actionDetail(words, data, action),
      remove: () =>
        void runCommand(message("meeting.record.action-remove", { text: action.text }), ({ rows }) =>
          removeActions(rows, [action.id]),
        ),
    })),
    ...decisionsOf(rows, meeting).map(({ id, text, reviewOn }) => ({
      key: id,
      kind: "decision" as const,
      text,
      detail: reviewOn === undefined ? "" : words.text("meeting.run.read.review", { day: { day: reviewOn } }),
      remove: () =>
        void runCommand(message("meeting.record.decision-remove"), ({ rows }) => removeDecision(rows, id)),
    })),
    ...linesOf(meeting.problems).map((text, at) => ({
      key: `problem-${at}`,
      kind: "problem" as const,
      text,
      detail: "",
    })),
    ...linesOf(current?.notes ?? meeting.progress).map((text, at) => ({
      key: `note-${at}`,
      kind: "note" as const,
      text,
      detail: "",
    })),
  ];
}

/** Owner and day, or that they are missing. */
export function actionDetail(words: Words, { rows }: Pick<MeetingData, "rows">, action: Action): string {
  const owner =
    action.ownerId === undefined
      ? words.text("meeting.run.read.nobody")
      : (rows.members.get(action.ownerId)?.name ?? "");
  const due = action.dueOn === undefined ? words.text("meeting.run.read.no-day") : words.day(action.dueOn);
  return `${owner} · ${due}`;
}
