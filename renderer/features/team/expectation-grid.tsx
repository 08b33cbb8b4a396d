import { useMemo } from "react";
import type { GroupId, SkillId } from "../../../core/base/id.ts";
import { message } from "../../../core/base/message.ts";
import { setExpectations } from "../../../core/team/edit-skills.ts";
import type { Membership, Skill } from "../../../core/team/records.ts";
import { expectedLevel } from "../../../core/team/skill-gaps.ts";
import { living } from "../../../core/team/team-rows.ts";
import type { Words } from "../../../core/words/words.ts";
import { runFromGrid } from "../../storage/run-in-place.ts";
import { Button } from "../../ui/button.tsx";
import { Grid } from "../../ui/grid.tsx";
import type { GridColumn, GridEdit, GridProblem } from "../../ui/grid.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { gradeOptions } from "./options.ts";
import type { TeamData } from "./team-data.ts";

/** Skills × groups and grades: the level each group expects. */
export function ExpectationGrid(props: { readonly data: TeamData; onOpen(id: SkillId): void }) {
  const { data, onOpen } = props;
  const words = useWords();
  const skills = living(data.rows.skills);
  const columns = useMemo(() => expectationColumns(words, data, onOpen), [words, data, onOpen]);
  return (
    <Grid
      label={words.text("team.skills.expected-grid")}
      rows={skills}
      rowKey={(skill) => skill.id}
      columns={columns}
      onEdit={(edits) => writeExpectations(edits)}
      onOpen={(skill) => onOpen(skill.id)}
      exportName={words.text("team.skills.expected-grid")}
    />
  );
}

function expectationColumns(
  words: Words,
  data: TeamData,
  onOpen: (id: SkillId) => void,
): readonly GridColumn<Skill>[] {
  const name: GridColumn<Skill> = {
    key: "skill",
    title: words.text("team.skills.edit"),
    width: 208,
    text: (skill) => words.name(skill.name),
    render: (skill) => (
      <Button kind="link" onClick={() => onOpen(skill.id)}>
        {words.name(skill.name)}
      </Button>
    ),
  };
  const levels = data.groups.flatMap((group) =>
    gradeOptions(words).map((grade): GridColumn<Skill> => {
      const level = (skill: Skill) =>
        expectedLevel(data.rows, { groupId: group.id, grade: grade.value }, skill.id);
      const text = (skill: Skill) => String(level(skill) ?? "");
      return {
        key: `${group.id}:${grade.value}`,
        title: words.name(group.name),
        subtitle: grade.label,
        width: words.locale === "en" ? 92 : 84,
        align: "center",
        text,
        editText: text,
        exportValue: level,
      };
    }),
  );
  return [name, ...levels];
}

async function writeExpectations(edits: readonly GridEdit[]): Promise<readonly GridProblem[]> {
  const problems = await runFromGrid(message("team.record.expectations"), ({ rows }) =>
    setExpectations(
      rows,
      edits.map((edit) => {
        const colon = edit.columnKey.lastIndexOf(":");
        return {
          groupId: edit.columnKey.slice(0, colon) as GroupId,
          grade: edit.columnKey.slice(colon + 1) as Membership["grade"],
          skillId: edit.rowKey as SkillId,
          text: edit.text,
        };
      }),
    ),
  );
  return problems.map((problem) => ({ ...problem, rowKey: problem.columnKey, columnKey: problem.rowKey }));
}
