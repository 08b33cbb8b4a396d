import { useState } from "react";
import type { Day } from "../../../core/base/day.ts";
import type { GroupId } from "../../../core/base/id.ts";
import { message } from "../../../core/base/message.ts";
import { mergeGroups } from "../../../core/team/merge-groups.ts";
import { nameMessage } from "../../../core/team/name-key.ts";
import type { Group } from "../../../core/team/records.ts";
import { runFromField } from "../../storage/run-in-place.ts";
import { Button } from "../../ui/button.tsx";
import { Drawer } from "../../ui/drawer.tsx";
import { DayField, SelectField } from "../../ui/fields.tsx";
import { useWords } from "../../ui/words-context.tsx";
import type { TeamData } from "./team-data.ts";

/** Asks into which group and from which day. */
export function MergeDrawer(props: { readonly data: TeamData; readonly group: Group; onClose(): void }) {
  const { data, group, onClose } = props;
  const words = useWords();
  const others = data.groups.filter((one) => one.id !== group.id);
  const [intoId, setIntoId] = useState<string>(others[0]?.id ?? "");
  const [on, setOn] = useState<string>(data.today);
  const [problem, setProblem] = useState<string | null>(null);
  const merge = async () => {
    if (on === "") return setProblem(words.text("team.problem.day-needed"));
    const into = data.rows.groups.get(intoId);
    const label = message("team.record.group-merge", {
      from: nameMessage(group.name),
      into: into ? nameMessage(into.name) : "",
    });
    const wrong = await runFromField(words, label, ({ rows }) =>
      mergeGroups(rows, { fromId: group.id, intoId: intoId as GroupId, on: on as Day }),
    );
    setProblem(wrong);
    if (wrong === null) onClose();
  };
  return (
    <Drawer
      open
      title={words.text("team.groups.merge-title", { group: words.name(group.name) })}
      onClose={onClose}
      footer={
        <>
          <Button kind="primary" onClick={() => void merge()}>
            {words.text("team.groups.merge-do")}
          </Button>
          <Button onClick={onClose}>{words.text("base.cancel")}</Button>
        </>
      }
    >
      <p>{words.text("team.groups.merge-text")}</p>
      <SelectField
        label={words.text("team.groups.merge-into")}
        value={intoId}
        options={others.map((one) => ({ value: one.id as string, label: words.name(one.name) }))}
        onCommit={(id) => {
          setIntoId(id);
          return null;
        }}
      />
      <DayField
        label={words.text("team.groups.merge-on")}
        value={on}
        onCommit={(day) => {
          setOn(day);
          return null;
        }}
      />
      {problem !== null && (
        <p className="tone-at-risk" role="alert">
          {problem}
        </p>
      )}
    </Drawer>
  );
}
