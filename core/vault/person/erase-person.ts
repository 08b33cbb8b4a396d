import type { AnyRecord, Change } from "../../base/change.ts";
import { putRecords, removeRecords, setFields } from "../../base/change.ts";
import type { Day } from "../../base/day.ts";
import { FACT_TABLES, ROW_TABLES } from "../../base/id.ts";
import type { FactTable, MemberId, TableName } from "../../base/id.ts";
import { recordHash } from "../../base/record-hash.ts";
import { isSame } from "../../base/same.ts";
import type { ErasedMember, Settings } from "../../base/settings.ts";
import type { Stamp } from "../../base/stamp.ts";
import { ownerIndexOf } from "../../customer/owner.ts";
import type { Statement } from "../../incentive/records.ts";
import type { Meeting } from "../../meeting/records.ts";
import type { ReviewSnapshot } from "../../review/records.ts";
import type { Member } from "../../team/records.ts";
import { applyChanges, isFactTable } from "../apply-changes.ts";
import type { JournalLine } from "../journal.ts";
import { SHARE_RULES } from "../share/share-rules.ts";
import { factsOf, rowsOf, settingsOf } from "../workspace.ts";
import type { Workspace } from "../workspace.ts";
import { eraseShape, wordsWithout } from "./erase-value.ts";
import type { ErasedPerson } from "./erase-value.ts";
import { personMarks, withoutMarks } from "./person-marks.ts";
import type { PersonMarks } from "./person-marks.ts";

/** What becomes of what was sealed: figures under a neutral name, or nothing. */
export type Sealed = "neutral" | "remove";

export interface EraseChoice {
  readonly memberId: MemberId;
  /** Who stands in the person's place in what stays. */
  readonly neutral: { readonly id: MemberId; readonly name: string };
  readonly statements: Sealed;
  readonly reviews: Sealed;
  /** The day of the request; who is still on the team leaves it that day. */
  readonly on: Day;
}

/** Ids have at most 200 characters; the rest is for what tells two apart. */
const LONGEST_BARE_ID = 190;

/** What erasing does to a table. */
export interface EraseCount {
  readonly table: TableName;
  readonly removed: number;
  /** Records that stay and no longer say who it was. */
  readonly rewritten: number;
}

export interface Erasure {
  readonly changes: readonly Change[];
  readonly counts: readonly EraseCount[];
  /** Names that another member bears too: they stay where nobody can say whom they mean. */
  readonly shared: readonly string[];
  /** Names of colleagues and contacts that are, or hold, a name of theirs: they stay whole. */
  readonly others: readonly string[];
}

/** Tables whose records are about one member and say nothing without them. */
const THEIR_OWN = [
  "absences",
  "assignments",
  "skillRatings",
  "enrolments",
  "scorePoints",
  "evidence",
  "improvementPlans",
  "oneToOneNotes",
  "promotions",
  "recognitions",
  "reviews",
  "weeklyCommits",
] as const satisfies readonly TableName[];

/** What must change so that a person is no longer in the workspace. Deals, orders and their sums stay, owned by a neutral
 * name, and so do targets and values, without which the sums of groups would change; what was sealed is as chosen; all that
 * is about the person alone goes. Wherever words name them, they name the neutral one.
 * @example erasePerson(aSample(), anEraseChoice()).shared // => []
 */
export function erasePerson(workspace: Workspace, choice: EraseChoice): Erasure {
  const of = erasedPerson(workspace, choice);
  const goes = goingRecords(workspace, choice);
  const reviews = theirReviews(workspace, choice.memberId);
  const changes: Change[] = [];
  const counts: EraseCount[] = [];
  for (const table of [...ROW_TABLES, ...FACT_TABLES]) {
    const gone: string[] = [];
    const put: AnyRecord[] = [];
    let removed = 0;
    for (const record of recordsOf(workspace, table)) {
      if (goes(table, record)) {
        gone.push(record.id);
        removed += 1;
        continue;
      }
      const after = erased(table, record, { of, choice, reviews });
      if (isSame(record, after)) continue;
      put.push(after);
      if (after.id !== record.id) gone.push(record.id);
    }
    if (gone.length > 0) changes.push(removeRecords(table, gone));
    if (put.length > 0) changes.push(putRecords(table, put));
    if (removed + put.length > 0) counts.push({ table, removed, rewritten: put.length });
  }
  const { shared } = personMarks(workspace, choice.memberId);
  return { changes, counts, shared, others: othersLike(workspace, of) };
}

/** Names of other people that are, or hold, a name of theirs. */
function othersLike(workspace: Workspace, { marks }: ErasedPerson): readonly string[] {
  const same = factsOf(workspace, "contacts").flatMap(({ name }) => (marks.own.includes(name) ? [name] : []));
  return [...new Set([...same, ...marks.longer])];
}

/** The workspace and its journal after erasing. Memories of deleted records whose ids tell who it was go too.
 * @example workspaceWithout(aSample(), [], { ...anEraseChoice(), stamp: "0000000rs-0000-d1" }).workspace.rows.members.has("m-wang-fang") // => false
 */
export function workspaceWithout(
  workspace: Workspace,
  journal: readonly JournalLine[],
  choice: EraseChoice & { readonly stamp: Stamp },
): { readonly workspace: Workspace; readonly journal: readonly JournalLine[] } {
  const of = erasedPerson(workspace, choice);
  const remember = setFields<Settings>("settings", "workspace", {
    erased: [...(settingsOf(workspace).erased ?? []), erasedMember(choice, choice.stamp)],
  });
  const changes = [...erasePerson(workspace, choice).changes, remember];
  const after = applyChanges(workspace, changes, choice.stamp);
  const tombstones = new Map([...after.tombstones].filter(([key]) => !tellsWho(key, of)));
  return {
    workspace: { ...after, tombstones },
    journal: journal.map((line) => ({
      ...line,
      label: wordsWithout(line.label, of) as JournalLine["label"],
    })),
  };
}

/** What is remembered of an erasure: not who it was, but enough to know them again and to erase them in the same way.
 * @example erasedMember({ memberId: "m1", neutral: { id: "e1", name: "X" } }, "0000000rs-0000-d1").as // => "e1"
 */
export function erasedMember(choice: EraseChoice, at: Stamp): ErasedMember {
  const { memberId, neutral, statements, reviews, on } = choice;
  return { who: erasedMark(memberId), as: neutral.id, name: neutral.name, statements, reviews, on, at };
}

/** By what somebody who was erased is known again: it does not say who it was.
 * @example erasedMark("m1").length // => 64
 */
export function erasedMark(id: MemberId): string {
  return recordHash({ id });
}

function erasedPerson(workspace: Workspace, { memberId, neutral }: EraseChoice): ErasedPerson {
  const marks = personMarks(workspace, memberId);
  const newIds = new Map<string, string>([
    ...tellingIds(workspace, marks, neutral.name),
    [memberId, neutral.id],
  ]);
  return { id: memberId, marks, neutral, owners: ownerIndexOf(workspace.rows.members), newIds };
}

/** Facts of files without ids are known by what they say, their owner among it; they get ids that do not. */
function tellingIds(workspace: Workspace, marks: PersonMarks, name: string): ReadonlyMap<string, string> {
  const newIds = new Map<string, string>();
  for (const table of FACT_TABLES) {
    if (table === "measurements") continue;
    for (const { id } of factsOf(workspace, table)) {
      // The name of a contact stands first in an id that is made of what it says, and stays.
      const own = table === "contacts" ? id.indexOf("|") : 0;
      const bare = `${id.slice(0, own)}${withoutMarks(id.slice(own), marks, name)}`;
      if (bare !== id) newIds.set(id, freeId(workspace, table, bare.slice(0, LONGEST_BARE_ID)));
    }
  }
  return newIds;
}

/** An id that nothing has yet; two records that only the person told apart stay two. */
function freeId(workspace: Workspace, table: FactTable, id: string): string {
  const taken = workspace.facts[table].pageIndexById;
  for (let number = 1; ; number += 1) {
    const free = number === 1 ? id : `${id}~${number}`;
    if (!taken.has(free)) return free;
  }
}

/** What a member is called and reached by. */
const CALLED = [
  "name",
  "aliases",
  "email",
  "phone",
  "employeeNumber",
] as const satisfies readonly (keyof Member)[];

type Goes = (table: TableName, record: AnyRecord) => boolean;

function goingRecords(workspace: Workspace, choice: EraseChoice): Goes {
  const { memberId } = choice;
  const own = new Set<TableName>(THEIR_OWN);
  if (choice.statements === "remove") own.add("statements").add("payAdjustments");
  const talks = new Set(
    rowsOf(workspace, "meetings").flatMap((one) => (isTalkWith(one, memberId) ? [one.id] : [])),
  );
  const series = new Set(
    rowsOf(workspace, "meetingSeries").flatMap(({ id, kind, memberIds }) =>
      kind === "one-to-one" && memberIds.includes(memberId) ? [id] : [],
    ),
  );
  return (table, record) => {
    const about = record as { memberId?: string; meetingId?: string; subject?: string; recordId?: string };
    if (own.has(table)) return about.memberId === memberId;
    if (table === "meetings") return talks.has(record.id as Meeting["id"]);
    if (table === "meetingSeries") return series.has(record.id as never);
    if (table === "actions" || table === "decisions") return talks.has(about.meetingId as Meeting["id"]);
    if (table === "commentaries") return about.subject === `member:${memberId}`;
    return table === "batchChanges" && about.recordId === memberId;
  };
}

function isTalkWith({ kind, attendance }: Meeting, memberId: MemberId): boolean {
  return kind === "one-to-one" && attendance.some((one) => one.memberId === memberId);
}

interface Erasing {
  readonly of: ErasedPerson;
  readonly choice: EraseChoice;
  /** Their reviews, which go. */
  readonly reviews: ReadonlySet<string>;
}

function theirReviews(workspace: Workspace, memberId: MemberId): ReadonlySet<string> {
  return new Set(rowsOf(workspace, "reviews").flatMap((one) => (one.memberId === memberId ? [one.id] : [])));
}

function erased(table: TableName, record: AnyRecord, { of, choice, reviews }: Erasing): AnyRecord {
  if (table === "members" && record.id === of.id) return neutralMember(record as Member, choice);
  const bare = bareSealed(table, record, choice);
  const fields = { ...(bare as unknown as Record<string, unknown>) };
  // Nobody leads, stands in or puts a cause right who is no longer there.
  for (const field of ["leaderId", "standInId", "remedyOwnerId"]) {
    if (fields[field] === of.id) delete fields[field];
  }
  // What was agreed in a review stays, without the review.
  if (reviews.has(String(fields["reviewId"]))) delete fields["reviewId"];
  if (table === "memberships" && fields["memberId"] === of.id) fields["title"] = "";
  if (table === "payAdjustments" && fields["memberId"] === of.id) fields["reason"] = choice.neutral.name;
  const after: Record<string, unknown> = { ...eraseShape(SHARE_RULES[table].fields, fields, of) };
  // What others are called is theirs.
  if (table === "members") for (const field of CALLED) if (field in fields) after[field] = fields[field];
  return resealed(after as unknown as AnyRecord, record);
}

/** Days on the team and the part of a full place stay: past headcounts rest on them. */
function neutralMember(member: Member, { neutral, on }: EraseChoice): Member {
  const leftOn = member.leftOn !== undefined && member.leftOn < on ? member.leftOn : on;
  const isDated = member.hiredOn !== undefined && member.hiredOn <= leftOn;
  return {
    id: neutral.id,
    name: neutral.name,
    ...(isDated && { hiredOn: member.hiredOn }),
    leftOn,
    ftePercent: member.ftePercent,
    aliases: [],
    interests: {},
    notes: "",
    order: member.order,
  };
}

function bareSealed(table: TableName, record: AnyRecord, choice: EraseChoice): AnyRecord {
  if (table === "reviewSnapshots") return bareSnapshot(record as ReviewSnapshot, choice);
  const { memberId, lines } = record as Statement;
  if (table !== "statements" || memberId !== choice.memberId) return record;
  // The label of an adjustment is the reason of it.
  const { name: label } = choice.neutral;
  return {
    ...record,
    lines: lines.map((line) => (line.kind === "adjustment" ? { ...line, label } : line)),
  } as AnyRecord;
}

/** What was said of the person goes; the figures on which others are compared stay, or go as chosen. */
function bareSnapshot(snapshot: ReviewSnapshot, { memberId, neutral, reviews }: EraseChoice): ReviewSnapshot {
  const others = snapshot.members.filter((one) => one.memberId !== memberId);
  const theirs = snapshot.members.find((one) => one.memberId === memberId);
  if (!theirs) return snapshot;
  if (reviews === "remove") return { ...snapshot, members: others };
  const bare = {
    ...theirs,
    name: neutral.name,
    title: "",
    review: null,
    points: theirs.points.map((point) => ({ ...point, reason: "" })),
  };
  return { ...snapshot, members: snapshot.members.map((one) => (one === theirs ? bare : one)) };
}

/** What is sealed with a hash is sealed anew, for it says something else now. */
function resealed(after: AnyRecord, before: AnyRecord): AnyRecord {
  if (!("hash" in after) || isSame(after, before)) return after;
  const { hash: _hash, ...rest } = after;
  return { ...rest, hash: recordHash(rest) } as AnyRecord;
}

function tellsWho(key: string, { marks, neutral }: ErasedPerson): boolean {
  const parts = key.toLowerCase().split(/[:|/~]/);
  return (
    withoutMarks(key, marks, neutral.name) !== key ||
    marks.own.some((mark) => parts.includes(mark.toLowerCase()))
  );
}

function recordsOf(workspace: Workspace, table: TableName): readonly AnyRecord[] {
  return isFactTable(table) ? factsOf(workspace, table) : rowsOf(workspace, table);
}
