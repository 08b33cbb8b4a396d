import type { MemberId } from "../../../core/base/id.ts";
import type { Member } from "../../../core/team/records.ts";
import { Button } from "../../ui/button.tsx";
import { CheckField, SelectField } from "../../ui/fields.tsx";
import { useWords } from "../../ui/words-context.tsx";

export interface MemberChoiceProps {
  readonly members: readonly Member[];
  readonly chosen: readonly MemberId[];
  /** A one-to-one is with one. */
  readonly isSingle: boolean;
  readonly problem: string | undefined;
  onChange(chosen: readonly MemberId[]): null;
}

/** Who takes part. */
export function MemberChoice({ members, chosen, isSingle, problem, onChange }: MemberChoiceProps) {
  const words = useWords();
  if (isSingle) {
    return (
      <SelectField
        label={words.text("meeting.note.with")}
        value={(chosen[0] ?? "") as string}
        problem={problem}
        options={[
          { value: "", label: words.text("meeting.note.choose") },
          ...members.map(({ id, name }) => ({ value: id as string, label: name })),
        ]}
        onCommit={(id) => onChange(id === "" ? [] : [id as MemberId])}
      />
    );
  }
  return (
    <fieldset className="member-choice">
      <legend>
        {words.text("meeting.series.field.members")}{" "}
        <Button kind="link" onClick={() => onChange(members.map(({ id }) => id))}>
          {words.text("meeting.series.members.all")}
        </Button>{" "}
        <Button kind="link" onClick={() => onChange([])}>
          {words.text("meeting.series.members.none")}
        </Button>
      </legend>
      <div className="member-checks">
        {members.map(({ id, name }) => (
          <CheckField
            key={id}
            label={name}
            value={chosen.includes(id)}
            onCommit={(isIn) => onChange(isIn ? [...chosen, id] : chosen.filter((one) => one !== id))}
          />
        ))}
      </div>
      {problem !== undefined && (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      )}
    </fieldset>
  );
}
