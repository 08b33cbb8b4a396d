import { useState } from "react";
import type { Day } from "../../../core/base/day.ts";
import type { GroupId, MemberId } from "../../../core/base/id.ts";
import { message } from "../../../core/base/message.ts";
import { addMember } from "../../../core/team/edit-members.ts";
import type { Membership } from "../../../core/team/records.ts";
import { currentPlatform } from "../../platform/current-platform.ts";
import { runFromField } from "../../storage/run-in-place.ts";
import { Button } from "../../ui/button.tsx";
import { Drawer } from "../../ui/drawer.tsx";
import { DayField, SelectField, TextField } from "../../ui/fields.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { gradeOptions, groupOptions } from "./options.ts";
import type { TeamData } from "./team-data.ts";

interface Draft {
  readonly name: string;
  readonly groupId: GroupId | "";
  readonly title: string;
  readonly grade: Membership["grade"];
  readonly hiredOn: Day | "";
}

/** A new member: a name is enough. */
export function NewMemberDrawer({ data, onClose }: { readonly data: TeamData; onClose(): void }) {
  const words = useWords();
  const [draft, setDraft] = useState<Draft>({
    name: "",
    groupId: data.groups[0]?.id ?? "",
    title: "",
    grade: "regular",
    hiredOn: "",
  });
  const [problem, setProblem] = useState<string | null>(null);
  const take = (fields: Partial<Draft>) => {
    setDraft((now) => ({ ...now, ...fields }));
    return null;
  };
  const add = async () => {
    const { groupId, hiredOn, ...rest } = draft;
    const of = {
      ...rest,
      id: currentPlatform().newId() as MemberId,
      today: data.today,
      ...(groupId === "" ? {} : { groupId }),
      ...(hiredOn === "" ? {} : { hiredOn }),
    };
    const wrong = await runFromField(
      words,
      message("team.record.member-add", { member: draft.name }),
      ({ rows }) => addMember(rows, of),
    );
    setProblem(wrong);
    if (wrong === null) onClose();
  };
  return (
    <Drawer
      open
      title={words.text("team.member.new")}
      onClose={onClose}
      footer={
        <>
          <Button kind="primary" onClick={() => void add()}>
            {words.text("team.member.create")}
          </Button>
          <Button onClick={onClose}>{words.text("team.member.cancel")}</Button>
        </>
      }
    >
      <TextField
        autoFocus
        label={words.text("team.field.name")}
        value={draft.name}
        onCommit={(name) => take({ name })}
      />
      <SelectField
        label={words.text("team.field.group")}
        value={draft.groupId as string}
        options={groupOptions(words, data.groups)}
        onCommit={(groupId) => take({ groupId: groupId as GroupId | "" })}
      />
      <TextField
        label={words.text("team.field.title")}
        value={draft.title}
        onCommit={(title) => take({ title })}
      />
      <SelectField
        label={words.text("team.field.grade")}
        value={draft.grade}
        options={gradeOptions(words)}
        onCommit={(grade) => take({ grade })}
      />
      <DayField
        label={words.text("team.field.hired")}
        hint={words.text("team.member.hired-hint")}
        value={draft.hiredOn}
        onCommit={(hiredOn) => take({ hiredOn: hiredOn as Day | "" })}
      />
      {problem !== null && (
        <p className="tone-at-risk" role="alert">
          {problem}
        </p>
      )}
    </Drawer>
  );
}
