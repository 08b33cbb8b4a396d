import { message } from "../../../core/base/message.ts";
import type { Meeting } from "../../../core/meeting/records.ts";
import { setAttendance } from "../../../core/meeting/schedule/edit-meeting.ts";
import { runCommand } from "../../storage/run-command.ts";
import { Choice } from "../../ui/choice.tsx";
import { useWords } from "../../ui/words-context.tsx";
import type { MeetingData } from "./meeting-data.ts";

const STATES = ["expected", "present", "late", "excused", "absent"] as const;

/** Who takes part, and whether they were there. */
export function AttendanceList({ data, meeting }: { readonly data: MeetingData; readonly meeting: Meeting }) {
  const words = useWords();
  const title = words.text("meeting.one.people");
  const states = meeting.state === "planned" ? STATES : STATES.slice(1);
  return (
    <section className="attendance" aria-label={title}>
      <h3>
        {title} <small>{words.text("meeting.series.people", { count: meeting.attendance.length })}</small>
      </h3>
      <ul>
        {meeting.attendance.map(({ memberId, state }) => {
          const name = data.rows.members.get(memberId)?.name ?? memberId;
          return (
            <li key={memberId}>
              <span>{name}</span>
              <Choice
                quiet
                label={words.text("meeting.attendance.of", { name })}
                value={state}
                options={(states.includes(state) ? states : [state, ...states]).map((value) => ({
                  value,
                  label: words.text(`meeting.attendance.${value}`),
                }))}
                onChange={(next) =>
                  void runCommand(message("meeting.record.meeting", { name: meeting.name }), ({ rows }) =>
                    setAttendance(rows, meeting, { memberId, state: next }),
                  )
                }
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
