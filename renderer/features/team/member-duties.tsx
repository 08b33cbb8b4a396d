import { message } from "../../../core/base/message.ts";
import { dutyBook, lettersOf } from "../../../core/team/duty-book.ts";
import { setInterest } from "../../../core/team/edit-members.ts";
import { groupIdOn } from "../../../core/team/memberships.ts";
import { runCommand } from "../../storage/run-command.ts";
import { Choice } from "../../ui/choice.tsx";
import { useWords } from "../../ui/words-context.tsx";
import type { MemberSectionProps } from "./member-drawer.tsx";

const LEVELS = ["", "1", "2", "3", "4", "5"] as const;

/** The duties of the member's group and those they hold elsewhere, with letters and interest. */
export function MemberDuties({ data, member }: MemberSectionProps) {
  const words = useWords();
  const groupId = groupIdOn(data.rows, member.id, data.today);
  const duties = dutyBook(data.rows).duties.filter(
    (duty) => duty.groupId === groupId || lettersOf(data.rows.assignments, duty.id, member.id) !== "",
  );
  return (
    <section className="drawer-section">
      <h3>{words.text("team.member.duties")}</h3>
      <p className="quiet">
        {words.text(duties.length === 0 ? "team.member.duties-none" : "team.member.duties.hint")}
      </p>
      <ul className="drawer-list">
        {duties.map((duty) => (
          <li key={duty.id}>
            <span className="letters-of">{lettersOf(data.rows.assignments, duty.id, member.id)}</span>
            <span className="wide">{words.name(duty.name)}</span>
            <Choice
              quiet
              label={words.text("team.member.interest", { duty: words.name(duty.name) })}
              value={String(member.interests[duty.id] ?? "") as (typeof LEVELS)[number]}
              options={LEVELS.map((value) => ({
                value,
                label: value === "" ? words.text("team.member.interest-none") : value,
              }))}
              onChange={(value) =>
                void runCommand(message("team.record.interest", { member: member.name }), ({ rows }) =>
                  setInterest(rows, {
                    memberId: member.id,
                    dutyId: duty.id,
                    level: value === "" ? null : Number(value),
                  }),
                )
              }
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
