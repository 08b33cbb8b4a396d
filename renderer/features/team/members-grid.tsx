import { useMemo } from "react";
import type { MemberId } from "../../../core/base/id.ts";
import { message } from "../../../core/base/message.ts";
import { dutyBook } from "../../../core/team/duty-book.ts";
import { addMemberFromCells, editMemberCells } from "../../../core/team/edit-member-cells.ts";
import type { MemberCell } from "../../../core/team/edit-member-cells.ts";
import { explainLoad } from "../../../core/team/explain-load.ts";
import { membershipOn, membershipsOf } from "../../../core/team/memberships.ts";
import type { Member, Membership } from "../../../core/team/records.ts";
import { inOrder } from "../../../core/team/team-rows.ts";
import type { Words } from "../../../core/words/words.ts";
import { currentPlatform } from "../../platform/current-platform.ts";
import { goTo, placeHref } from "../../platform/place.ts";
import { runFromGrid } from "../../storage/run-in-place.ts";
import { Button } from "../../ui/button.tsx";
import { Figure } from "../../ui/figure.tsx";
import { Grid } from "../../ui/grid.tsx";
import type { GridColumn, GridEdit, GridProblem } from "../../ui/grid.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { GroupMark } from "./group-mark.tsx";
import { statusText, statusTone } from "./status-text.ts";
import type { TeamData } from "./team-data.ts";

/** The key of the empty row at the end, which becomes a member when a name is typed into it. */
const BLANK = "new";

const TITLE_BY_CELL: Readonly<Record<MemberCell, string>> = {
  name: "name",
  employeeNumber: "employee-number",
  group: "group",
  title: "title",
  hiredOn: "hired",
  probationUntil: "probation",
  ftePercent: "fte",
  email: "email",
  phone: "phone",
  aliases: "aliases",
};

interface Row {
  readonly key: string;
  readonly member: Member | null;
  readonly place: Membership | undefined;
}

/** The table of members. */
export function MembersGrid({ data, showAll }: { readonly data: TeamData; readonly showAll: boolean }) {
  const words = useWords();
  const rows = useMemo(() => memberRows(data, showAll), [data, showAll]);
  const columns = useMemo(() => memberColumns(words, data), [words, data]);
  return (
    <Grid
      label={words.text("team.members.grid")}
      rows={rows}
      rowKey={(row) => row.key}
      columns={columns}
      stickyColumns={2}
      onEdit={(edits) => writeCells(data, edits)}
      onOpen={(row) => {
        if (row.member) openMember(row.member.id);
      }}
      exportName={words.text("team.members.grid")}
    />
  );
}

function memberRows(data: TeamData, showAll: boolean): readonly Row[] {
  const rows = inOrder(data.rows.members)
    .filter((member) => showAll || member.leftOn === undefined || member.leftOn > data.today)
    .map((member) => ({ key: member.id as string, member, place: placeOf(data, member) }));
  return [...rows, { key: BLANK, member: null, place: undefined }];
}

/** The membership of today; of somebody who is not there yet or has left, the first or the last. */
function placeOf(data: TeamData, member: Member): Membership | undefined {
  const now = membershipOn(data.rows, member.id, data.today);
  if (now) return now;
  const list = membershipsOf(data.rows.memberships, member.id);
  return member.leftOn !== undefined && member.leftOn <= data.today ? list.at(-1) : list[0];
}

async function writeCells(data: TeamData, edits: readonly GridEdit[]): Promise<readonly GridProblem[]> {
  const blank = edits.filter((edit) => edit.rowKey === BLANK && edit.text.trim() !== "");
  const known = edits.filter((edit) => edit.rowKey !== BLANK);
  if (known.length > 0) {
    const changed = known.map((edit) => ({
      memberId: edit.rowKey as MemberId,
      cell: edit.columnKey as MemberCell,
      text: edit.text,
    }));
    const problems = await runFromGrid(message("team.record.member-cells"), ({ rows }) =>
      editMemberCells(rows, { edits: changed, today: data.today }),
    );
    if (problems.length > 0) return problems;
  }
  if (blank.length === 0) return [];
  const id = currentPlatform().newId() as MemberId;
  const cells = blank.map((edit) => ({ cell: edit.columnKey as MemberCell, text: edit.text }));
  const name = cells.find(({ cell }) => cell === "name")?.text.trim() ?? "";
  const problems = await runFromGrid(message("team.record.member-add", { member: name }), ({ rows }) =>
    addMemberFromCells(rows, { id, cells, today: data.today }),
  );
  const columnKeys = new Set(blank.map((edit) => edit.columnKey));
  return problems.map((problem) => ({
    rowKey: BLANK,
    columnKey: columnKeys.has(problem.columnKey) ? problem.columnKey : blank[0]!.columnKey,
    message: problem.message,
  }));
}

function memberColumns(words: Words, data: TeamData): readonly GridColumn<Row>[] {
  const typed = (key: MemberCell, text: (row: Row) => string, width: number): GridColumn<Row> => ({
    key,
    title: words.text(`team.field.${TITLE_BY_CELL[key]}`),
    width,
    text,
    editText: text,
  });
  const field = (key: "employeeNumber" | "email" | "phone" | "hiredOn" | "probationUntil") => (row: Row) =>
    row.member?.[key] ?? "";
  return [
    nameColumn(words, data),
    openColumn(words),
    groupColumn(words, data),
    typed("title", (row) => row.place?.title ?? "", 120),
    statusColumn(words, data),
    loadColumn(words, data),
    typed("hiredOn", field("hiredOn"), 104),
    {
      ...typed("ftePercent", (row) => (row.member ? String(row.member.ftePercent) : ""), 64),
      align: "end",
      exportValue: (row) => row.member?.ftePercent ?? null,
    },
    typed("employeeNumber", field("employeeNumber"), 88),
    typed("aliases", (row) => row.member?.aliases.join("; ") ?? "", 200),
    typed("email", field("email"), 200),
    typed("phone", field("phone"), 128),
    typed("probationUntil", field("probationUntil"), 112),
  ];
}

function nameColumn(words: Words, data: TeamData): GridColumn<Row> {
  const text = (row: Row) => row.member?.name ?? "";
  return {
    key: "name",
    title: words.text("team.field.name"),
    width: 120,
    text,
    editText: text,
    render: (row) =>
      row.member ? row.member.name : <span className="quiet">{words.text("team.members.blank")}</span>,
    note: (row) => {
      const found = data.findings.filter(
        (finding) => finding.subjects[0]?.table === "members" && finding.subjects[0].id === row.member?.id,
      );
      return found.length === 0 ? undefined : found.map((finding) => words.say(finding.message)).join(" ");
    },
  };
}

function openColumn(words: Words): GridColumn<Row> {
  return {
    key: "open",
    title: "",
    width: 40,
    align: "center",
    text: () => "",
    render: (row) =>
      row.member && (
        <Button
          kind="link"
          label={`${words.text("team.members.open")} ${row.member.name}`}
          title={words.text("team.members.open")}
          onClick={() => row.member && openMember(row.member.id)}
        >
          ›
        </Button>
      ),
  };
}

function groupColumn(words: Words, data: TeamData): GridColumn<Row> {
  const group = (row: Row) => data.groupOf(row.place?.groupId);
  const text = (row: Row) => {
    const found = group(row);
    return found ? words.name(found.name) : "";
  };
  return {
    key: "group",
    title: words.text("team.field.group"),
    width: words.locale === "en" ? 204 : 128,
    text,
    editText: text,
    render: (row) => {
      const found = group(row);
      if (found) return <GroupMark group={found} />;
      return row.member && <span className="quiet">{words.text("team.no-group")}</span>;
    },
  };
}

function statusColumn(words: Words, data: TeamData): GridColumn<Row> {
  return {
    key: "status",
    title: words.text("team.field.status"),
    width: 176,
    text: (row) =>
      row.member ? statusText(words, { rows: data.rows, member: row.member, today: data.today }) : "",
    tone: (row) =>
      row.member ? statusTone({ rows: data.rows, member: row.member, today: data.today }) : undefined,
  };
}

function loadColumn(words: Words, data: TeamData): GridColumn<Row> {
  const book = dutyBook(data.rows);
  const load = (row: Row) => (row.member ? (book.loadByMember.get(row.member.id) ?? 0) : null);
  return {
    key: "load",
    title: words.text("team.field.load"),
    width: 64,
    align: "end",
    text: (row) => String(load(row) ?? ""),
    exportValue: load,
    render: (row) => {
      const { member } = row;
      const value = load(row);
      if (!member || value === null) return null;
      const over = value > data.settings.dutyLimit;
      return (
        <Figure
          quantity={{ unit: "count", value }}
          explain={() =>
            explainLoad(data.rows, { member, limit: data.settings.dutyLimit, nameOf: words.name })
          }
          {...(over ? { tone: "behind" as const, toneLabel: words.text("team.kind.member-overloaded") } : {})}
        />
      );
    },
  };
}

function openMember(id: MemberId): void {
  goTo(placeHref("team", `members/${encodeURIComponent(id)}`));
}
