import { message } from "../../../core/base/message.ts";
import { archiveSkill, renameSkill } from "../../../core/team/edit-skills.ts";
import { nameMessage } from "../../../core/team/name-key.ts";
import type { Skill } from "../../../core/team/records.ts";
import { runCommand } from "../../storage/run-command.ts";
import { runFromField } from "../../storage/run-in-place.ts";
import { Button } from "../../ui/button.tsx";
import { Drawer } from "../../ui/drawer.tsx";
import { TextField } from "../../ui/fields.tsx";
import { useWords } from "../../ui/words-context.tsx";

/** A skill's names; archiving takes it out of the matrix. */
export function SkillDrawer(props: { readonly skill: Skill; onClose(): void }) {
  const { skill, onClose } = props;
  const words = useWords();
  const params = { skill: nameMessage(skill.name) };
  const archive = async () => {
    await runCommand(message("team.record.skill-archive", params), ({ rows }) =>
      archiveSkill(rows, skill.id),
    );
    onClose();
  };
  return (
    <Drawer
      open
      title={words.name(skill.name)}
      onClose={onClose}
      footer={<Button onClick={() => void archive()}>{words.text("team.skills.archive")}</Button>}
    >
      {(["zh", "en"] as const).map((language) => (
        <TextField
          key={language}
          label={words.text(`team.field.name-${language}`)}
          value={skill.name[language]}
          onCommit={(value) =>
            runFromField(words, message("team.record.skill-edit", params), ({ rows }) =>
              renameSkill(rows, { id: skill.id, name: { ...skill.name, [language]: value } }),
            )
          }
        />
      ))}
    </Drawer>
  );
}
