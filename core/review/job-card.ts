import type { Day } from "../base/day.ts";
import type { MemberId } from "../base/id.ts";
import { message } from "../base/message.ts";
import type { Message } from "../base/message.ts";
import type { Paper, PaperBlock, PaperListItem, PaperRow, PaperSection, PaperTable } from "../base/paper.ts";
import { summaryTable } from "../target/letter/letter-tables.ts";
import { letterDay } from "../target/letter/letter-book.ts";
import type { LetterBook } from "../target/letter/letter-book.ts";
import { lettersOf } from "../team/duty-book.ts";
import { LETTERS } from "../team/letters.ts";
import { membershipOn } from "../team/memberships.ts";
import { nameMessage } from "../team/name-key.ts";
import type { Duty } from "../team/records.ts";
import { skillCells } from "../team/skill-gaps.ts";
import { living } from "../team/team-rows.ts";
import type { TeamRows } from "../team/team-rows.ts";

/** Writes a member's job card for a period: the place in the team, the duties with their letters and stand-ins, the KPIs with
 * weights and targets, the skills that are expected beside those that are there, and a place to sign. Told as of today, kept
 * inside the period. The same book gives the same document.
 * @example jobCard(cardBook(), emptyTeamRows(), "a").sections.map((one) => one.id) // => ["place", "duties", "kpis", "skills", "signatures"]
 */
export function jobCard(book: LetterBook, team: TeamRows, memberId: MemberId): Paper {
  const on = letterDay(book, memberId);
  const name = book.rows.members.get(memberId)?.name ?? "";
  const teamName = book.context.settings.name;
  return {
    title: message("review.job-card.title", { name }),
    subtitle: message("review.job-card.subtitle", { team: teamName, day: { day: book.today } }),
    runningHead: message("review.job-card.head", { name, team: teamName }),
    hasContents: false,
    sections: [
      section("place", [
        { kind: "list", items: placeItems(book, memberId, on), empty: message("review.job-card.none") },
      ]),
      section("duties", dutyBlocks(team, memberId)),
      section("kpis", kpiBlocks(book, memberId)),
      section("skills", skillBlocks(team, memberId, on)),
      section("signatures", [
        {
          kind: "signatures",
          lines: [message("review.job-card.signature.member"), message("review.job-card.signature.manager")],
        },
      ]),
    ],
  };
}

function section(id: string, blocks: readonly PaperBlock[]): PaperSection {
  return { id, title: message(`review.job-card.section.${id}`), newPage: false, blocks };
}

function text(said: Message): PaperBlock {
  return { kind: "text", message: said };
}

function placeItems(book: LetterBook, memberId: MemberId, on: Day): readonly PaperListItem[] {
  const { rows } = book;
  const member = rows.members.get(memberId);
  const membership = membershipOn(rows, memberId, on);
  const group = membership && rows.groups.get(membership.groupId);
  const leader = group?.leaderId === undefined ? undefined : rows.members.get(group.leaderId);
  const facts: readonly (Message | null)[] = [
    group ? message("review.job-card.group", { group: nameMessage(group.name) }) : null,
    membership?.title ? message("review.job-card.role", { title: membership.title }) : null,
    membership ? message(`review.job-card.grade.${membership.grade}`) : null,
    leader && leader.id !== memberId ? message("review.job-card.leader", { name: leader.name }) : null,
    leader && leader.id === memberId ? message("review.job-card.leads") : null,
    member?.employeeNumber ? message("review.job-card.number", { number: member.employeeNumber }) : null,
    member?.hiredOn ? message("review.job-card.hired", { day: { day: member.hiredOn } }) : null,
    member && member.ftePercent < 100 ? message("review.job-card.fte", { percent: member.ftePercent }) : null,
  ];
  return facts.flatMap((said) => (said ? [{ message: said }] : []));
}

function dutyBlocks(team: TeamRows, memberId: MemberId): readonly PaperBlock[] {
  const duties = living(team.duties).filter(
    (duty) => lettersOf(team.assignments, duty.id, memberId) !== "" || duty.standInId === memberId,
  );
  if (duties.length === 0) return [text(message("review.job-card.no-duty"))];
  const table: PaperTable = {
    kind: "table",
    id: "duties",
    title: message("review.job-card.table.duties", { count: duties.length }),
    columns: ["duty", "part", "group", "stand-in"].map((key) => ({
      key,
      title: message(`review.job-card.column.${key}`),
      unit: "text" as const,
    })),
    rows: duties.map((duty) => dutyRow(team, duty, memberId)),
    notes: [],
  };
  return [table];
}

function dutyRow(team: TeamRows, duty: Duty, memberId: MemberId): PaperRow {
  const letters = lettersOf(team.assignments, duty.id, memberId);
  const parts = LETTERS.filter((letter) => letters.includes(letter)).map((letter) =>
    message(`review.job-card.letter.${letter}`),
  );
  if (duty.standInId === memberId) parts.push(message("review.job-card.letter.stand-in"));
  const [first, ...rest] = parts;
  const said = rest.reduce((names, next) => message("review.handover.and", { names, next }), first!);
  const group = team.groups.get(duty.groupId);
  const standIn = duty.standInId === undefined ? undefined : team.members.get(duty.standInId);
  return {
    key: duty.id,
    depth: 0,
    emphasis: "none",
    cells: [
      { message: nameMessage(duty.name) },
      { message: said },
      group ? { message: nameMessage(group.name) } : { text: "" },
      { text: standIn && standIn.id !== memberId ? standIn.name : "" },
    ],
  };
}

function kpiBlocks(book: LetterBook, memberId: MemberId): readonly PaperBlock[] {
  const table = summaryTable(book, memberId);
  if (table.rows.length === 0) {
    return [text(message("review.job-card.no-kpi", { period: { period: book.period.id } }))];
  }
  return [table];
}

function skillBlocks(team: TeamRows, memberId: MemberId, on: Day): readonly PaperBlock[] {
  const cells = skillCells(team, on).filter(
    (cell) => cell.member.id === memberId && (cell.expected !== null || (cell.present ?? 0) > 0),
  );
  if (cells.length === 0) return [text(message("review.job-card.no-skill"))];
  const level = (value: number | null) => ({ quantity: { unit: "count" as const, value } });
  return [
    {
      kind: "table",
      id: "skills",
      title: message("review.job-card.table.skills"),
      columns: [
        { key: "skill", title: message("review.job-card.column.skill"), unit: "text" },
        { key: "expected", title: message("review.job-card.column.expected"), unit: "count" },
        { key: "present", title: message("review.job-card.column.present"), unit: "count" },
        { key: "state", title: message("review.job-card.column.state"), unit: "text" },
      ],
      rows: cells.map(({ skill, expected, present, gap }) => ({
        key: skill.id,
        depth: 0,
        emphasis: "none",
        cells: [
          { message: nameMessage(skill.name) },
          level(expected),
          level(present),
          skillState(expected, present, gap),
        ],
      })),
      notes: [message("review.job-card.note.levels")],
    },
  ];
}

function skillState(expected: number | null, present: number | null, gap: number | null) {
  if (expected === null) return { message: message("review.job-card.skill.more") };
  if (present === null) return { message: message("review.job-card.skill.unrated"), tone: "muted" as const };
  if ((gap ?? 0) > 0) {
    return { message: message("review.job-card.skill.gap", { count: gap ?? 0 }), tone: "behind" as const };
  }
  return { message: message("review.job-card.skill.met"), tone: "ahead" as const };
}
