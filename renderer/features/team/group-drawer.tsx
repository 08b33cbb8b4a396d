import type { MemberId } from "../../../core/base/id.ts";
import { message } from "../../../core/base/message.ts";
import { editGroup } from "../../../core/team/edit-groups.ts";
import type { GroupFields } from "../../../core/team/edit-groups.ts";
import { membersOn } from "../../../core/team/memberships.ts";
import { nameMessage } from "../../../core/team/name-key.ts";
import type { Group } from "../../../core/team/records.ts";
import { runFromField } from "../../storage/run-in-place.ts";
import { Drawer } from "../../ui/drawer.tsx";
import { SelectField, TextField } from "../../ui/fields.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { colorOptions, memberOptions } from "./options.ts";
import type { TeamData } from "./team-data.ts";

/** A group's names, purpose, leader and colour. */
export function GroupDrawer(props: { readonly data: TeamData; readonly group: Group; onClose(): void }) {
  const { data, group } = props;
  const words = useWords();
  const record = message("team.record.group-edit", { group: nameMessage(group.name) });
  const write = (fields: GroupFields) =>
    runFromField(words, record, ({ rows }) => editGroup(rows, group.id, fields));
  return (
    <Drawer open title={words.name(group.name)} onClose={props.onClose}>
      {(["zh", "en"] as const).map((language) => (
        <TextField
          key={language}
          label={words.text(`team.field.name-${language}`)}
          value={group.name[language]}
          onCommit={(value) => write({ name: { ...group.name, [language]: value } })}
        />
      ))}
      <TextField
        multiline
        label={words.text("team.field.purpose")}
        value={group.purpose}
        onCommit={(purpose) => write({ purpose })}
      />
      <SelectField
        label={words.text("team.field.leader")}
        value={(group.leaderId ?? "") as string}
        options={memberOptions(membersOn(data.rows, data.today), words.text("team.field.leader-none"))}
        onCommit={(id) => write({ leaderId: id === "" ? undefined : (id as MemberId) })}
      />
      <SelectField
        label={words.text("team.field.color")}
        value={group.color}
        options={colorOptions(words)}
        onCommit={(color) => write({ color })}
      />
    </Drawer>
  );
}
