import type { Change } from "../../base/change.ts";
import type { Day } from "../../base/day.ts";
import type { MemberId } from "../../base/id.ts";
import { addMember, editMember } from "../../team/edit-members.ts";
import type { Member } from "../../team/records.ts";
import { emptyTeamRows, living } from "../../team/team-rows.ts";
import { ownerIndex } from "../owner.ts";
import type { Source } from "../records.ts";
import { fileOwners } from "./file-owners.ts";
import { keylessId } from "./fact-id.ts";
import type { ImportBook } from "./import-book.ts";
import type { ReadRows } from "./import-draft.ts";

/** What is to be done about owners who are nobody on the team. The rest stays unassigned, in sight. */
export interface OwnerChoices {
  /** Owners who become members; "all": everyone whom no member matches. */
  readonly create: "all" | readonly string[];
  /** Owner → the member they are: kept as an alias. */
  readonly aliases: Readonly<Record<string, MemberId>>;
}

export interface OwnerChanges {
  readonly changes: readonly Change[];
  readonly createdIds: readonly MemberId[];
  /** Owners of the file and the members they now are. */
  readonly idByName: ReadonlyMap<string, MemberId>;
}

/** The changes that owners' choices come to: new members in the first group, from the first day that the file's rows
 * speak of (what they sold before counts for the group too), and aliases. What the team refuses is left unassigned.
 * @example ownerChanges({ book: { rows: { members: new Map(), groups: new Map() } }, rows: { drafts: [], rowsByOwner: new Map() }, source: "generic", choices: { create: "all", aliases: {} }, today: "2026-01-01" }).createdIds // => []
 */
export function ownerChanges(input: {
  readonly book: Pick<ImportBook, "rows">;
  readonly rows: ReadRows;
  readonly source: Source;
  readonly choices: OwnerChoices;
  readonly today: Day;
}): OwnerChanges {
  const { book, rows, choices, today } = input;
  const index = ownerIndex([...book.rows.members.values()]);
  const members = new Map<string, Member>(book.rows.members);
  const group = living(book.rows.groups)[0];
  const first = firstDayOf(rows) ?? today;
  const from = first < today ? first : today;
  const changes: Change[] = [];
  const createdIds: MemberId[] = [];
  const idByName = new Map<string, MemberId>();
  for (const { name, match } of fileOwners(rows.rowsByOwner, index)) {
    if (match.kind === "member") continue;
    const team = { ...emptyTeamRows(), groups: book.rows.groups, members: new Map(members) };
    const aliasOf = choices.aliases[name];
    const isNew = choices.create === "all" ? match.kind === "none" : choices.create.includes(name);
    if (aliasOf === undefined && !isNew) continue;
    const id = aliasOf ?? (keylessId(input.source, "members", [name]) as MemberId);
    const result =
      aliasOf === undefined
        ? addMember(team, { id, name, today, ...(group === undefined ? {} : { groupId: group.id, from }) })
        : editMember(team, id, { aliases: [...(members.get(id)?.aliases ?? []), name] });
    if (!result.ok) continue;
    changes.push(...result.value);
    for (const change of result.value) takeMember(members, change);
    if (aliasOf === undefined) createdIds.push(id);
    idByName.set(name, id);
  }
  return { changes, createdIds, idByName };
}

function takeMember(members: Map<string, Member>, change: Change): void {
  if (change.table !== "members") return;
  if (change.op === "put") for (const record of change.records) members.set(record.id, record as Member);
  if (change.op === "set") members.set(change.id, { ...members.get(change.id)!, ...change.fields });
}

function firstDayOf(rows: ReadRows): Day | undefined {
  let first: Day | undefined;
  for (const { fields } of rows.drafts) {
    for (const field of ["on", "createdOn", "closedOn", "openedOn"]) {
      const found = fields[field] as Day | undefined;
      if (found !== undefined && (first === undefined || found < first)) first = found;
    }
  }
  return first;
}
