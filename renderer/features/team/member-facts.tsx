import type { Day } from "../../../core/base/day.ts";
import { message } from "../../../core/base/message.ts";
import { fail } from "../../../core/base/result.ts";
import { editMember } from "../../../core/team/edit-members.ts";
import type { MemberFields } from "../../../core/team/edit-members.ts";
import { readTypedFte, readTypedNames } from "../../../core/team/read-typed.ts";
import { runFromField } from "../../storage/run-in-place.ts";
import { DayField, TextField } from "../../ui/fields.tsx";
import { useWords } from "../../ui/words-context.tsx";
import type { MemberSectionProps } from "./member-drawer.tsx";

/** Name, contact, working time, names in files, experience. */
export function MemberFacts({ member }: Pick<MemberSectionProps, "member">) {
  const words = useWords();
  const record = message("team.record.member-edit", { member: member.name });
  const write = (fields: MemberFields) =>
    runFromField(words, record, ({ rows }) => editMember(rows, member.id, fields));
  const refuse = (key: string) => runFromField(words, record, () => fail([{ message: message(key) }]));
  const text = (key: "name" | "employeeNumber" | "email" | "phone", label: string) => (
    <TextField
      label={words.text(`team.field.${label}`)}
      value={member[key] ?? ""}
      onCommit={(value) => write({ [key]: value })}
    />
  );
  const day = (key: "hiredOn" | "probationUntil", label: string) => (
    <DayField
      label={words.text(`team.field.${label}`)}
      value={member[key] ?? ""}
      onCommit={(value) => write({ [key]: value === "" ? undefined : (value as Day) })}
    />
  );
  const years = (key: "experienceYears" | "roleYears", label: string) => (
    <TextField
      label={words.text(`team.field.${label}`)}
      value={member[key] === undefined ? "" : String(member[key])}
      onCommit={(value) => {
        const number = value.trim() === "" ? undefined : Number(value);
        const isWrong = number !== undefined && !(number >= 0 && number <= 80);
        return isWrong ? refuse("team.problem.years") : write({ [key]: number });
      }}
    />
  );
  return (
    <section className="drawer-section">
      <h3>{words.text("team.member.facts")}</h3>
      <div className="field-pairs">
        {text("name", "name")}
        {text("employeeNumber", "employee-number")}
        {text("email", "email")}
        {text("phone", "phone")}
        {day("hiredOn", "hired")}
        {day("probationUntil", "probation")}
        <TextField
          label={words.text("team.field.fte.long")}
          value={String(member.ftePercent)}
          onCommit={(value) => {
            const ftePercent = readTypedFte(value);
            return ftePercent === null ? refuse("team.problem.fte") : write({ ftePercent });
          }}
        />
        <span />
        {years("experienceYears", "experience")}
        {years("roleYears", "role-years")}
      </div>
      <TextField
        label={words.text("team.field.aliases")}
        hint={words.text("team.field.aliases.hint")}
        value={member.aliases.join("; ")}
        onCommit={(value) => write({ aliases: [...readTypedNames(value)] })}
      />
      <TextField
        multiline
        label={words.text("team.field.notes")}
        value={member.notes}
        onCommit={(notes) => write({ notes })}
      />
    </section>
  );
}
