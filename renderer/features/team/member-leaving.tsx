import { useState } from "react";
import type { Day } from "../../../core/base/day.ts";
import { message } from "../../../core/base/message.ts";
import { leaveTeam, returnToTeam } from "../../../core/team/move-member.ts";
import { placeHref } from "../../platform/place.ts";
import { runCommand } from "../../storage/run-command.ts";
import { runFromField } from "../../storage/run-in-place.ts";
import { Button } from "../../ui/button.tsx";
import { DayField } from "../../ui/fields.tsx";
import { useWords } from "../../ui/words-context.tsx";
import type { MemberSectionProps } from "./member-drawer.tsx";

/** Leaving the team and coming back, each from a day on. */
export function MemberLeaving({ data, member }: MemberSectionProps) {
  const words = useWords();
  const { leftOn } = member;
  const [on, setOn] = useState<string>(data.today);
  const [problem, setProblem] = useState<string | null>(null);
  const isGone = leftOn !== undefined && leftOn <= data.today;
  const returned = message("team.record.return", { member: member.name });
  const run = async () => {
    if (on === "") return setProblem(words.text("team.problem.day-needed"));
    const input = { memberId: member.id, on: on as Day };
    const outcome = isGone
      ? runFromField(words, returned, ({ rows }) => returnToTeam(rows, input))
      : runFromField(words, message("team.record.leave", { member: member.name }), ({ rows }) =>
          leaveTeam(rows, input),
        );
    setProblem(await outcome);
  };
  return (
    <section className="drawer-section">
      <h3>{words.text("team.member.leave-title")}</h3>
      {!isGone && <p className="quiet">{words.text("team.member.leave-text")}</p>}
      <div className="field-and-action">
        <DayField
          label={words.text(isGone ? "team.member.return-day" : "team.member.leave-day")}
          value={on}
          onCommit={(value) => {
            setOn(value);
            return null;
          }}
        />
        <Button onClick={() => void run()}>
          {words.text(isGone ? "team.member.return-do" : "team.member.leave-do")}
        </Button>
        {leftOn !== undefined && !isGone && (
          <Button
            onClick={() =>
              void runCommand(returned, ({ rows }) => returnToTeam(rows, { memberId: member.id, on: leftOn }))
            }
          >
            {words.text("team.member.leave-undo")}
          </Button>
        )}
      </div>
      {problem !== null && <p className="tone-at-risk">{problem}</p>}
      <p>
        <a href={placeHref("team", `handover/${encodeURIComponent(member.id)}`)}>
          {words.text("review.handover.open")}
        </a>
      </p>
    </section>
  );
}
