import type { GroupId, MemberId } from "../../../core/base/id.ts";
import { message } from "../../../core/base/message.ts";
import { dutyBook } from "../../../core/team/duty-book.ts";
import { archiveDuty, editDuty, reorderDuties } from "../../../core/team/edit-duties.ts";
import type { DutyFields } from "../../../core/team/edit-duties.ts";
import { membersOn } from "../../../core/team/memberships.ts";
import { nameMessage } from "../../../core/team/name-key.ts";
import type { Duty } from "../../../core/team/records.ts";
import { living } from "../../../core/team/team-rows.ts";
import { runCommand } from "../../storage/run-command.ts";
import { runFromField } from "../../storage/run-in-place.ts";
import { Button } from "../../ui/button.tsx";
import { Drawer } from "../../ui/drawer.tsx";
import { CheckField, SelectField, TextField } from "../../ui/fields.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { DutyTasks } from "./duty-tasks.tsx";
import { memberOptions } from "./options.ts";
import type { TeamData } from "./team-data.ts";

interface DutyProps {
  readonly data: TeamData;
  readonly duty: Duty;
}

/** Everything about one duty. */
export function DutyDrawer({ data, duty, onClose }: DutyProps & { onClose(): void }) {
  const words = useWords();
  const record = message("team.record.duty-edit", { duty: nameMessage(duty.name) });
  const write = (fields: DutyFields) =>
    runFromField(words, record, ({ rows }) => editDuty(rows, duty.id, fields));
  const archive = async () => {
    const label = message("team.record.duty-archive", { duty: nameMessage(duty.name) });
    await runCommand(label, ({ rows }) => archiveDuty(rows, duty.id));
    onClose();
  };
  const people = membersOn(data.rows, data.today);
  return (
    <Drawer
      open
      title={words.name(duty.name)}
      onClose={onClose}
      footer={
        <>
          <Button onClick={() => void moveDuty(data, duty, -1)}>{words.text("team.duty.up")}</Button>
          <Button onClick={() => void moveDuty(data, duty, 1)}>{words.text("team.duty.down")}</Button>
          <Button onClick={() => void archive()}>{words.text("team.duty.archive")}</Button>
        </>
      }
    >
      <div className="field-pairs">
        {(["zh", "en"] as const).map((language) => (
          <TextField
            key={language}
            label={words.text(`team.field.name-${language}`)}
            value={duty.name[language]}
            onCommit={(value) => write({ name: { ...duty.name, [language]: value } })}
          />
        ))}
        <SelectField
          label={words.text("team.field.group")}
          value={duty.groupId as string}
          options={data.groups.map((group) => ({ value: group.id as string, label: words.name(group.name) }))}
          onCommit={(groupId) => write({ groupId: groupId as GroupId })}
        />
        <SelectField
          label={words.text("team.field.stand-in")}
          value={(duty.standInId ?? "") as string}
          options={memberOptions(people, words.text("team.field.stand-in-none"))}
          onCommit={(id) => write({ standInId: id === "" ? undefined : (id as MemberId) })}
        />
      </div>
      <TextField
        multiline
        label={words.text("team.field.description")}
        value={duty.description}
        onCommit={(description) => write({ description })}
      />
      <DutyPeople data={data} duty={duty} />
      <DutyTasks duty={duty} />
      <SkillsNeeded data={data} duty={duty} onWrite={write} />
    </Drawer>
  );
}

function DutyPeople({ data, duty }: DutyProps) {
  const words = useWords();
  const assignments = dutyBook(data.rows).assignmentsByDuty.get(duty.id) ?? [];
  return (
    <section className="drawer-section">
      <h3>{words.text("team.duty.people")}</h3>
      {assignments.length === 0 && <p className="quiet">{words.text("team.duty.people-none")}</p>}
      <ul className="drawer-list">
        {assignments.map((one) => (
          <li key={one.id}>
            <span className="letters-of">{one.letters}</span>
            <span className="wide">{data.rows.members.get(one.memberId)?.name}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function SkillsNeeded(props: DutyProps & { onWrite(fields: DutyFields): Promise<string | null> }) {
  const words = useWords();
  const needed = props.duty.skillIds ?? [];
  return (
    <section className="drawer-section">
      <h3>{words.text("team.field.skills-needed")}</h3>
      <div className="field-pairs">
        {living(props.data.rows.skills).map((skill) => (
          <CheckField
            key={skill.id}
            label={words.name(skill.name)}
            value={needed.includes(skill.id)}
            onCommit={(isNeeded) =>
              props.onWrite({
                skillIds: isNeeded ? [...needed, skill.id] : needed.filter((id) => id !== skill.id),
              })
            }
          />
        ))}
      </div>
    </section>
  );
}

/** Moves a duty one place up or down among those of its group. */
async function moveDuty(data: TeamData, duty: Duty, by: 1 | -1): Promise<void> {
  const all = living(data.rows.duties);
  const mine = all.filter((one) => one.groupId === duty.groupId);
  const other = mine[mine.findIndex((one) => one.id === duty.id) + by];
  if (!other) return;
  const ids = all.map((one) => (one.id === duty.id ? other.id : one.id === other.id ? duty.id : one.id));
  await runCommand(message("team.record.duty-order"), ({ rows }) => reorderDuties(rows, ids));
}
