import { useState } from "react";
import type { DutyId, GroupId } from "../../../core/base/id.ts";
import { message } from "../../../core/base/message.ts";
import { addDuty } from "../../../core/team/edit-duties.ts";
import { nameMessage } from "../../../core/team/name-key.ts";
import { currentPlatform } from "../../platform/current-platform.ts";
import { runFromField } from "../../storage/run-in-place.ts";
import { SelectField } from "../../ui/fields.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { NameDrawer } from "./name-drawer.tsx";
import { groupOptions } from "./options.ts";
import type { TeamData } from "./team-data.ts";

/** A new duty of a group. */
export function NewDutyDrawer(props: {
  readonly data: TeamData;
  readonly groupId: GroupId | null;
  onClose(): void;
}) {
  const { data, onClose } = props;
  const words = useWords();
  const [groupId, setGroupId] = useState<string>(props.groupId ?? data.groups[0]?.id ?? "");
  return (
    <NameDrawer
      title={words.text("team.duty.new")}
      onClose={onClose}
      onAdd={(name) =>
        runFromField(words, message("team.record.duty-add", { duty: nameMessage(name) }), ({ rows }) =>
          addDuty(rows, {
            id: currentPlatform().newId() as DutyId,
            groupId: groupId as GroupId,
            name,
          }),
        )
      }
    >
      <SelectField
        label={words.text("team.field.group")}
        value={groupId}
        options={groupOptions(words, data.groups)}
        onCommit={(value) => {
          setGroupId(value);
          return null;
        }}
      />
    </NameDrawer>
  );
}
