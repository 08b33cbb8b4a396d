import type { Explanation } from "../../../core/base/explain.ts";
import { message } from "../../../core/base/message.ts";
import { membersOn } from "../../../core/team/memberships.ts";
import { skillCells, skillGaps } from "../../../core/team/skill-gaps.ts";
import type { SkillCell } from "../../../core/team/skill-gaps.ts";
import type { FindingCode } from "../../../core/team/findings/finding.ts";
import { nameMessage } from "../../../core/team/name-key.ts";
import { living } from "../../../core/team/team-rows.ts";
import type { HomeSource } from "./home-source.ts";

/** How many findings of one kind there are. */
export interface FindingCount {
  readonly code: FindingCode;
  readonly severity: "risk" | "warning";
  readonly count: number;
}

/** The people of the team today, as a figure that names them. */
export function headcount({ book, workspace }: HomeSource) {
  const members = membersOn(workspace.rows, book.today);
  const value = { unit: "count", value: members.length } as const;
  const explain = (): Explanation => ({
    title: message("app.home.people.title"),
    value,
    formula: message("app.home.people.formula", { day: { day: book.today } }),
    ruleVersion: 1,
    inputs: [],
    rows: members.map((member) => ({
      ref: { table: "members", id: member.id },
      label: member.name,
      ...(member.hiredOn === undefined ? {} : { day: member.hiredOn }),
      amount: { unit: "count", value: 1 },
    })),
    notes: [],
  });
  return {
    value,
    explain,
    groups: living(workspace.rows.groups).length,
    duties: living(workspace.rows.duties).length,
  };
}

/** The findings that are more than hints, counted by kind, in their order. */
export function findingCounts({ book }: HomeSource): readonly FindingCount[] {
  const countByCode = new Map<FindingCode, FindingCount>();
  for (const { code, severity } of book.findings) {
    if (severity === "hint") continue;
    const known = countByCode.get(code);
    countByCode.set(code, { code, severity, count: (known?.count ?? 0) + 1 });
  }
  return [...countByCode.values()];
}

/** What the team cannot do yet as well as its groups expect. */
export function skillFigures({ book, workspace }: HomeSource) {
  const cells = skillCells(workspace.rows, book.today);
  const gaps = skillGaps(cells);
  const expected = cells.filter((cell) => cell.expected !== null);
  const rated = expected.filter((cell) => cell.present !== null);
  const value = { unit: "count", value: gaps.length } as const;
  const explain = (): Explanation => ({
    title: message("app.home.gaps.title"),
    value,
    formula: message("app.home.gaps.formula"),
    ruleVersion: 1,
    inputs: [
      { label: message("app.home.gaps.expected"), value: { unit: "count", value: expected.length } },
      { label: message("app.home.gaps.rated"), value: { unit: "count", value: rated.length } },
    ],
    rows: [],
    notes:
      expected.length === rated.length
        ? []
        : [message("app.home.gaps.unrated", { count: expected.length - rated.length })],
  });
  return {
    value,
    explain,
    expected: expected.length,
    rated: rated.length,
    met: rated.length - gaps.length,
    widest: widestSkill(gaps),
  };
}

/** The skill that most members lack, and by how many. */
function widestSkill(gaps: readonly SkillCell[]) {
  const bySkill = new Map<string, { readonly cell: SkillCell; readonly count: number }>();
  for (const cell of gaps) {
    bySkill.set(cell.skill.id, { cell, count: (bySkill.get(cell.skill.id)?.count ?? 0) + 1 });
  }
  const [first] = [...bySkill.values()].toSorted((a, b) => b.count - a.count);
  return first ? { skill: nameMessage(first.cell.skill.name), count: first.count } : null;
}
