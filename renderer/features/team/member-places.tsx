import { useState } from "react";
import type { Day } from "../../../core/base/day.ts";
import type { GroupId } from "../../../core/base/id.ts";
import { message } from "../../../core/base/message.ts";
import { membershipOn, membershipsOf } from "../../../core/team/memberships.ts";
import { moveMember, removeMembership } from "../../../core/team/move-member.ts";
import type { Membership } from "../../../core/team/records.ts";
import { runCommand } from "../../storage/run-command.ts";
import { runFromField } from "../../storage/run-in-place.ts";
import { currentWorkspace } from "../../storage/workspace-store.ts";
import { Button } from "../../ui/button.tsx";
import { DayField, SelectField, TextField } from "../../ui/fields.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { GroupMark } from "./group-mark.tsx";
import type { MemberSectionProps } from "./member-drawer.tsx";
import { gradeOptions, groupOptions } from "./options.ts";

/** Where the member has been, and the move to somewhere else. */
export function MemberPlaces(props: MemberSectionProps) {
  const { data, member } = props;
  const words = useWords();
  const [moving, setMoving] = useState(false);
  const list = [...membershipsOf(data.rows.memberships, member.id)].toReversed();
  return (
    <section className="drawer-section">
      <h3>{words.text("team.member.places")}</h3>
      <p className="quiet">{words.text("team.member.places.hint")}</p>
      <ul className="drawer-list">
        {list.map((membership) => (
          <PlaceLine key={membership.id} {...props} membership={membership} />
        ))}
      </ul>
      {moving ? (
        <MoveForm {...props} onDone={() => setMoving(false)} />
      ) : (
        <div>
          <Button onClick={() => setMoving(true)}>{words.text("team.member.move")}</Button>
        </div>
      )}
    </section>
  );
}

function PlaceLine({ data, member, membership }: MemberSectionProps & { readonly membership: Membership }) {
  const words = useWords();
  const group = data.groupOf(membership.groupId);
  const isNow = membershipOn(data.rows, member.id, data.today)?.id === membership.id;
  const parts = [membership.title, words.text(`team.grade.${membership.grade}`)].filter(
    (part) => part !== "",
  );
  return (
    <li className={isNow ? "now" : undefined}>
      <span className="when">{words.text("team.member.place-from", { day: { day: membership.from } })}</span>
      <span>
        {group ? <GroupMark group={group} /> : words.text("team.no-group")} · {parts.join(" · ")}
        {isNow && <span className="quiet"> · {words.text("team.member.place-now")}</span>}
      </span>
      <Button
        kind="link"
        title={words.text("team.member.place-remove")}
        onClick={() =>
          void runCommand(message("team.record.place", { member: member.name }), ({ rows }) =>
            removeMembership(rows, membership.id),
          )
        }
      >
        {words.text("base.remove")}
      </Button>
    </li>
  );
}

function MoveForm({ data, member, onDone }: MemberSectionProps & { onDone(): void }) {
  const words = useWords();
  const [seen] = useState(currentWorkspace);
  const now = membershipOn(data.rows, member.id, data.today);
  const [draft, setDraft] = useState({
    from: data.today as string,
    groupId: (now?.groupId ?? data.groups[0]?.id ?? "") as string,
    title: now?.title ?? "",
    grade: now?.grade ?? ("regular" as const),
  });
  const [problem, setProblem] = useState<string | null>(null);
  const take = (fields: Partial<typeof draft>) => {
    setDraft((before) => ({ ...before, ...fields }));
    return null;
  };
  const move = async () => {
    if (draft.from === "") return setProblem(words.text("team.problem.day-needed"));
    if (draft.groupId === "") return setProblem(words.text("team.problem.group-needed"));
    const command = moveMember(seen.rows, {
      memberId: member.id,
      groupId: draft.groupId as GroupId,
      title: draft.title,
      grade: draft.grade,
      from: draft.from as Day,
    });
    const label = message("team.record.move", { member: member.name });
    const wrong = await runFromField(words, label, { command, seen });
    setProblem(wrong);
    if (wrong === null) onDone();
  };
  return (
    <div className="inline-form">
      <div className="field-pairs">
        <DayField
          label={words.text("team.member.move-from")}
          value={draft.from}
          onCommit={(from) => take({ from })}
        />
        <SelectField
          label={words.text("team.field.group")}
          value={draft.groupId}
          options={groupOptions(words, data.groups)}
          onCommit={(groupId) => take({ groupId })}
        />
        <TextField
          label={words.text("team.field.title")}
          value={draft.title}
          onCommit={(title) => take({ title })}
        />
        <SelectField
          label={words.text("team.field.grade")}
          value={draft.grade as Membership["grade"]}
          options={gradeOptions(words)}
          onCommit={(grade) => take({ grade: grade as typeof draft.grade })}
        />
      </div>
      {problem !== null && <p className="tone-at-risk">{problem}</p>}
      <div className="form-actions">
        <Button kind="primary" onClick={() => void move()}>
          {words.text("team.member.move-do")}
        </Button>
        <Button onClick={onDone}>{words.text("base.cancel")}</Button>
      </div>
    </div>
  );
}
