import { useState } from "react";
import { editPractice, removePractice } from "../../../core/meeting/practices/edit-practices.ts";
import { practiceTexts } from "../../../core/meeting/practices/read-practice.ts";
import type { Practice } from "../../../core/meeting/records.ts";
import { runCommand } from "../../storage/run-command.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { Button } from "../../ui/button.tsx";
import { Drawer } from "../../ui/drawer.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { practiceLabel, writePractice } from "./practice-commands.ts";
import { PracticeFields } from "./practice-fields.tsx";
import { PracticeUses } from "./practice-uses.tsx";
import { SavePractice } from "./save-practice.tsx";

/** Everything about one practice. Each field is taken when it is left. */
export function PracticeDrawer({ practice, onClose }: { readonly practice: Practice; onClose(): void }) {
  const words = useWords();
  const { facts } = useWorkspace();
  const [isBusy, setBusy] = useState(false);
  const comma = words.text("meeting.practice.comma");
  const remove = async () => {
    if (isBusy) return;
    setBusy(true);
    const label = practiceLabel("remove", practice.title);
    await runCommand(label, ({ rows }) => removePractice(rows.practices, practice.id));
    onClose();
  };
  const putAway = () => {
    const fields = { archived: !practice.archived };
    const label = practiceLabel(practice.archived ? "restore" : "archive", practice.title);
    void runCommand(label, ({ rows }) => editPractice(rows.practices, { id: practice.id, fields }));
  };
  return (
    <Drawer
      open
      width={640}
      title={practice.title}
      onClose={onClose}
      footer={
        <>
          <SavePractice practice={practice} />
          <Button onClick={putAway}>
            {words.text(practice.archived ? "meeting.practice.restore" : "meeting.practice.archive")}
          </Button>
          <Button onClick={() => void remove()}>{words.text("meeting.practice.remove")}</Button>
        </>
      }
    >
      <PracticeFields
        isNew={false}
        texts={practiceTexts(facts.deals, practice, comma)}
        onCommit={(field, text) => writePractice(words, practice, { [field]: text })}
      />
      <PracticeUses practice={practice} />
    </Drawer>
  );
}
