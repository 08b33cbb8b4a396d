import { useMemo } from "react";
import type { MemberId, SkillId } from "../../../core/base/id.ts";
import { message } from "../../../core/base/message.ts";
import { rateSkills } from "../../../core/team/edit-skills.ts";
import { membershipOn } from "../../../core/team/memberships.ts";
import type { Member, Skill } from "../../../core/team/records.ts";
import { explainCoverage, skillCoverage } from "../../../core/team/skill-gaps.ts";
import type { SkillCell } from "../../../core/team/skill-gaps.ts";
import type { Words } from "../../../core/words/words.ts";
import { goTo, placeHref } from "../../platform/place.ts";
import { runFromGrid } from "../../storage/run-in-place.ts";
import { Figure } from "../../ui/figure.tsx";
import type { Tone } from "../../ui/figure.tsx";
import { Grid } from "../../ui/grid.tsx";
import type { GridColumn, GridEdit } from "../../ui/grid.tsx";
import { useWords } from "../../ui/words-context.tsx";
import type { TeamData } from "./team-data.ts";

/** The key of the row that says how many reach each level. */
const COVERAGE = "coverage";

interface Row {
  readonly key: string;
  readonly member: Member | null;
  readonly cellBySkill: ReadonlyMap<SkillId, SkillCell>;
}

/** Members × skills: what is there beside what is expected. */
export function SkillGrid({
  data,
  cells,
}: {
  readonly data: TeamData;
  readonly cells: readonly SkillCell[];
}) {
  const words = useWords();
  const rows = useMemo(() => skillRows(cells), [cells]);
  const columns = useMemo(() => skillColumns(words, data, cells), [words, data, cells]);
  const onEdit = (edits: readonly GridEdit[]) =>
    runFromGrid(message("team.record.ratings"), ({ rows }) =>
      rateSkills(rows, {
        edits: edits.map((edit) => ({
          memberId: edit.rowKey as MemberId,
          skillId: edit.columnKey as SkillId,
          text: edit.text,
        })),
        on: data.today,
      }),
    );
  return (
    <Grid
      label={words.text("team.skills.grid")}
      rows={rows}
      rowKey={(row) => row.key}
      columns={columns}
      stickyColumns={1}
      rowKind={(row) => (row.member ? undefined : "total")}
      onEdit={onEdit}
      onOpen={(row) => {
        if (row.member) goTo(placeHref("team", `members/${encodeURIComponent(row.member.id)}`));
      }}
      exportName={words.text("team.skills.grid")}
    />
  );
}

function skillRows(cells: readonly SkillCell[]): readonly Row[] {
  const byMember = new Map<MemberId, Map<SkillId, SkillCell>>();
  for (const cell of cells) {
    const row = byMember.get(cell.member.id) ?? new Map<SkillId, SkillCell>();
    row.set(cell.skill.id, cell);
    byMember.set(cell.member.id, row);
  }
  const members = [...byMember.values()].map((cellBySkill) => {
    const { member } = [...cellBySkill.values()][0]!;
    return { key: member.id as string, member, cellBySkill };
  });
  return [...members, { key: COVERAGE, member: null, cellBySkill: new Map() }];
}

function skillColumns(words: Words, data: TeamData, cells: readonly SkillCell[]): readonly GridColumn<Row>[] {
  const coverage = skillCoverage(cells);
  const name: GridColumn<Row> = {
    key: "member",
    title: words.text("team.field.name"),
    width: words.locale === "en" ? 132 : 112,
    text: (row) => row.member?.name ?? words.text("team.skills.coverage"),
    render: (row) => {
      if (!row.member) return words.text("team.skills.coverage");
      const place = membershipOn(data.rows, row.member.id, data.today);
      return (
        <>
          {row.member.name}{" "}
          {place && <span className="quiet">{words.text(`team.grade.${place.grade}`)}</span>}
        </>
      );
    },
  };
  const skills = coverage.map((one): GridColumn<Row> => {
    const cellOf = (row: Row) => row.cellBySkill.get(one.skill.id);
    const text = (row: Row) => {
      if (!row.member) return one.expected === 0 ? "" : `${one.met} / ${one.rated}`;
      return String(cellOf(row)?.present ?? "");
    };
    return {
      key: one.skill.id,
      title: words.name(one.skill.name),
      width: words.locale === "en" ? 92 : 79,
      align: "center",
      text,
      editText: (row) => (row.member ? text(row) : null),
      exportValue: (row) => (row.member ? (cellOf(row)?.present ?? null) : one.share),
      render: (row) => {
        const cell = cellOf(row);
        if (cell) return <Level cell={cell} />;
        if (one.expected === 0) return null;
        return (
          <>
            <Figure
              quantity={{ unit: "count", value: one.met }}
              explain={() => explainCoverage(one, { cells, nameOf: words.name })}
              toneLabel={coverageNote(words, one.skill, one)}
            />
            <span className="quiet-letter"> / {one.rated}</span>
          </>
        );
      },
      note: (row) => {
        const cell = cellOf(row);
        if (cell) return cellNote(words, data, cell);
        return one.met < one.expected ? coverageNote(words, one.skill, one) : undefined;
      },
      tone: (row) => gapTone(cellOf(row)?.gap ?? null),
    };
  });
  return [name, ...skills];
}

/** The level, what is expected, and by how much it is missed. */
function Level({ cell }: { readonly cell: SkillCell }) {
  if (cell.present === null && cell.expected === null) return null;
  const gap = cell.gap ?? 0;
  return (
    <span className="level">
      <span className={cell.present === null ? "quiet-letter" : "own"}>{cell.present ?? "–"}</span>
      {cell.expected !== null && <span className="expected"> / {cell.expected}</span>}
      {gap > 0 && <span className="missing"> ▼{gap}</span>}
    </span>
  );
}

function gapTone(gap: number | null): Tone | undefined {
  if (gap === null || gap <= 0) return undefined;
  return gap >= 2 ? "at-risk" : "behind";
}

function cellNote(words: Words, data: TeamData, cell: SkillCell): string | undefined {
  if (cell.expected === null) return undefined;
  const params = { member: cell.member.name, skill: words.name(cell.skill.name), expected: cell.expected };
  if (cell.present === null) return words.text("team.skills.note-unrated", params);
  if ((cell.gap ?? 0) <= 0) return undefined;
  const place = membershipOn(data.rows, cell.member.id, data.today);
  const group = data.groupOf(place?.groupId);
  return words.text("team.skills.note-gap", {
    ...params,
    present: cell.present,
    gap: cell.gap ?? 0,
    group: group ? words.name(group.name) : "",
    grade: place ? words.text(`team.grade.${place.grade}`) : "",
  });
}

function coverageNote(
  words: Words,
  skill: Skill,
  of: { readonly expected: number; readonly rated: number; readonly met: number },
): string {
  const name = words.name(skill.name);
  if (of.expected === 0) return words.text("team.skills.coverage-none", { skill: name });
  return words.text("team.skills.coverage-note", {
    skill: name,
    expected: of.expected,
    rated: of.rated,
    met: of.met,
  });
}
