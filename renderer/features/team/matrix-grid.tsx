import { useMemo } from "react";
import type { DutyId, GroupId, MemberId } from "../../../core/base/id.ts";
import { message } from "../../../core/base/message.ts";
import { dutyBook, lettersOf } from "../../../core/team/duty-book.ts";
import type { TeamFinding } from "../../../core/team/findings/finding.ts";
import { isOwner, LETTERS, toggleLetter } from "../../../core/team/letters.ts";
import { isOnTeam } from "../../../core/team/memberships.ts";
import type { Duty, Group, Member } from "../../../core/team/records.ts";
import { setLetters } from "../../../core/team/set-letters.ts";
import { inOrder } from "../../../core/team/team-rows.ts";
import type { Words } from "../../../core/words/words.ts";
import { goTo, placeHref } from "../../platform/place.ts";
import { runFromGrid } from "../../storage/run-in-place.ts";
import { Grid } from "../../ui/grid.tsx";
import type { GridColumn, GridEdit } from "../../ui/grid.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { TONE_BY_SEVERITY } from "./findings-panel.tsx";
import { GroupMark } from "./group-mark.tsx";
import type { TeamData } from "./team-data.ts";

type Row =
  | { readonly key: string; readonly group: Group; readonly count: number }
  | { readonly key: string; readonly duty: Duty };

/** The responsibility matrix: duties × members. */
export function MatrixGrid(props: {
  readonly data: TeamData;
  readonly groupId: GroupId | null;
  readonly height: string;
}) {
  const { data, groupId } = props;
  const words = useWords();
  const rows = useMemo(() => matrixRows(data, groupId), [data, groupId]);
  const columns = useMemo(() => matrixColumns(words, data), [words, data]);
  const onEdit = (edits: readonly GridEdit[]) =>
    runFromGrid(message("team.record.letters"), ({ rows }) =>
      setLetters(
        rows,
        edits.map((edit) => ({
          dutyId: edit.rowKey as DutyId,
          memberId: edit.columnKey as MemberId,
          text: edit.text,
        })),
      ),
    );
  return (
    <Grid
      label={words.text("team.matrix.grid")}
      rows={rows}
      rowKey={(row) => row.key}
      columns={columns}
      stickyColumns={2}
      height={props.height}
      rowKind={(row) => ("group" in row ? "group" : undefined)}
      rowDepth={(row) => ("group" in row ? 0 : 1)}
      onEdit={onEdit}
      onOpen={(row) => {
        if ("duty" in row) goTo(placeHref("team", `matrix/${encodeURIComponent(row.duty.id)}`));
      }}
      exportName={words.text("team.matrix.grid")}
    />
  );
}

function matrixRows(data: TeamData, groupId: GroupId | null): readonly Row[] {
  const book = dutyBook(data.rows);
  const dutiesOf = (id: GroupId) => book.duties.filter((duty) => duty.groupId === id);
  return inOrder(data.rows.groups)
    .filter((group) => groupId === null || group.id === groupId)
    .flatMap((group): readonly Row[] => {
      const duties = dutiesOf(group.id);
      if (duties.length === 0) return [];
      return [
        { key: `group:${group.id}`, group, count: duties.length },
        ...duties.map((duty) => ({ key: duty.id, duty })),
      ];
    });
}

function matrixColumns(words: Words, data: TeamData): readonly GridColumn<Row>[] {
  const marks = findingsByCell(data.findings);
  const note = (key: string) => {
    const found = marks.get(key);
    return found?.map((finding) => words.say(finding.message)).join(" ");
  };
  const tone = (key: string) => {
    const worst = marks.get(key)?.[0];
    return worst && TONE_BY_SEVERITY[worst.severity];
  };
  const name: GridColumn<Row> = {
    key: "duty",
    title: words.text("team.field.duty"),
    width: words.locale === "en" ? 236 : 200,
    text: (row) => words.name("group" in row ? row.group.name : row.duty.name),
    render: (row) =>
      "group" in row ? (
        <GroupMark group={row.group} />
      ) : (
        <DutyName name={words.name(row.duty.name)} sign={SIGN[tone(row.duty.id) ?? "muted"] ?? ""} />
      ),
    note: (row) => ("duty" in row ? note(row.duty.id) : undefined),
  };
  const standIn: GridColumn<Row> = {
    key: "stand-in",
    title: words.text("team.field.stand-in"),
    width: 88,
    text: (row) =>
      "group" in row
        ? words.text("team.matrix.group-total", { count: row.count })
        : (data.rows.members.get(row.duty.standInId ?? "")?.name ?? ""),
    note: (row) => ("duty" in row ? note(`${row.duty.id}:stand-in`) : undefined),
  };
  return [
    name,
    standIn,
    ...peopleOf(data).map((member) => memberColumn(words, data, { member, note, tone })),
  ];
}

const SIGN: Readonly<Record<string, string>> = { "at-risk": "●", behind: "▼" };

function DutyName({ name, sign }: { readonly name: string; readonly sign: string }) {
  return (
    <>
      {name}
      {sign !== "" && (
        <span className="tone-at-risk" aria-hidden>
          {" "}
          {sign}
        </span>
      )}
    </>
  );
}

function memberColumn(
  words: Words,
  data: TeamData,
  of: {
    readonly member: Member;
    note(key: string): string | undefined;
    tone(key: string): ReturnType<NonNullable<GridColumn<Row>["tone"]>>;
  },
): GridColumn<Row> {
  const { member } = of;
  const load = dutyBook(data.rows).loadByMember.get(member.id) ?? 0;
  const letters = (row: Row) =>
    "duty" in row ? lettersOf(data.rows.assignments, row.duty.id, member.id) : "";
  const over = load > data.settings.dutyLimit ? " ▼" : "";
  return {
    key: member.id,
    title: member.name,
    subtitle: words.text("team.matrix.load", { count: load }) + over,
    width: words.locale === "en" ? 88 : 76,
    align: "center",
    text: letters,
    render: (row) => (
      <Letters
        letters={letters(row)}
        sign={"duty" in row ? (SIGN[of.tone(`${row.duty.id}:${member.id}`) ?? "muted"] ?? "") : ""}
      />
    ),
    editText: (row) => ("duty" in row ? letters(row) : null),
    quickKey: (row, key) => {
      const letter = LETTERS.find((one) => one === key.toUpperCase());
      return "duty" in row && letter ? toggleLetter(letters(row), letter) : null;
    },
    note: (row) => ("duty" in row ? of.note(`${row.duty.id}:${member.id}`) : undefined),
    tone: (row) => ("duty" in row ? of.tone(`${row.duty.id}:${member.id}`) : undefined),
  };
}

/** R and A stand out; C and I stay quiet. */
function Letters({ letters, sign }: { readonly letters: string; readonly sign: string }) {
  return (
    <span className="letters">
      {[...letters].map((letter) => (
        <span key={letter} className={isOwner(letter) ? "own" : "quiet-letter"}>
          {letter}
        </span>
      ))}
      {sign !== "" && <span aria-hidden> {sign}</span>}
    </span>
  );
}

/** The members on the team, and those who are gone but still hold letters. */
function peopleOf(data: TeamData): readonly Member[] {
  const held = new Set<MemberId>();
  for (const list of dutyBook(data.rows).assignmentsByDuty.values()) {
    for (const assignment of list) held.add(assignment.memberId);
  }
  return inOrder(data.rows.members).filter((member) => isOnTeam(member, data.today) || held.has(member.id));
}

/** Where each finding shows: on the cell of its duty and member, else on the duty; stand-ins have their own column. */
function findingsByCell(findings: readonly TeamFinding[]): ReadonlyMap<string, readonly TeamFinding[]> {
  const marks = new Map<string, TeamFinding[]>();
  const add = (key: string, finding: TeamFinding) => marks.set(key, [...(marks.get(key) ?? []), finding]);
  for (const finding of findings) {
    const members = finding.subjects.filter((ref) => ref.table === "members");
    for (const duty of finding.subjects.filter((ref) => ref.table === "duties")) {
      if (finding.code === "duty-no-stand-in") add(`${duty.id}:stand-in`, finding);
      else if (members.length === 0) add(duty.id, finding);
      else for (const member of members) add(`${duty.id}:${member.id}`, finding);
    }
  }
  return marks;
}
