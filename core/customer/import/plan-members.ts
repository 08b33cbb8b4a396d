import { setFields } from "../../base/change.ts";
import type { AnyRecord, Change } from "../../base/change.ts";
import type { Day } from "../../base/day.ts";
import type { MemberId } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import type { Message } from "../../base/message.ts";
import { addMember, editMember } from "../../team/edit-members.ts";
import { emptyTeamRows, writeRecords } from "../../team/team-rows.ts";
import type { Group, Member, Membership } from "../../team/records.ts";
import type { TeamRows } from "../../team/team-rows.ts";
import { matchOwner, ownerIndex, ownerKey } from "../owner.ts";
import type { BadRow, Batch, Source } from "../records.ts";
import { plainReason } from "./bad-row-message.ts";
import { keylessId } from "./fact-id.ts";
import type { ImportBook } from "./import-book.ts";
import type { MemberDraft } from "./import-draft.ts";
import { namedGroup } from "./named-group.ts";

/** What an import of members would do to the team. */
export interface MemberPlan {
  readonly changes: readonly Change[];
  readonly bad: readonly BadRow[];
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly skipped: number;
}

export interface MemberPlanInput {
  readonly book: Pick<ImportBook, "rows">;
  readonly source: Source;
  readonly drafts: readonly MemberDraft[];
  readonly mode: Batch["mode"];
  readonly today: Day;
}

/** Compares a members' file with the team: a member is known by employee number, else by name, e-mail address or alias.
 * New members join the group that the row names, which is made where the team has none of that name; a row without a name
 * means the first group. Empty cells keep; nothing is ever cleared.
 * @example planMembers({ book: { rows: { members: new Map(), memberships: new Map(), groups: new Map() } }, source: "generic", drafts: [], mode: "upsert", today: "2026-01-01" }).added // => 0
 */
export function planMembers(input: MemberPlanInput): MemberPlan {
  const planner = new MemberPlanner(input);
  for (const draft of input.drafts) planner.plan(draft);
  return planner.finish();
}

class MemberPlanner {
  readonly #input: MemberPlanInput;
  readonly #members: Map<string, Member>;
  readonly #memberships: Map<string, Membership>;
  readonly #groups: Map<string, Group>;
  /** Members that a row of this file has been. */
  readonly #seen = new Set<MemberId>();
  readonly #changes: Change[] = [];
  readonly #bad: BadRow[] = [];
  readonly #counts = { added: 0, updated: 0, unchanged: 0, skipped: 0 };

  constructor(input: MemberPlanInput) {
    this.#input = input;
    this.#members = new Map(input.book.rows.members);
    this.#memberships = new Map(input.book.rows.memberships);
    this.#groups = new Map(input.book.rows.groups);
  }

  plan(draft: MemberDraft): void {
    const found = this.#findMember(draft);
    if (found === "several") return this.#refuse(draft, message("customer.bad.member-several"));
    const id = found;
    const { mode } = this.#input;
    if (mode === "skip" || (id === null ? mode === "update" : mode === "add")) this.#counts.skipped += 1;
    else if (id === null) this.#add(draft);
    else this.#update(id, draft);
  }

  finish(): MemberPlan {
    return { changes: this.#changes, bad: this.#bad, ...this.#counts };
  }

  /** The team as it stands after the rows so far. A new map each time: the team's indexes go by identity. */
  #rows(): TeamRows {
    return {
      ...emptyTeamRows(),
      groups: new Map(this.#groups),
      members: new Map(this.#members),
      memberships: new Map(this.#memberships),
    };
  }

  /** The member that a row means. Two people may bear one name: a name is taken for a known member only when no employee
   * number speaks against it and no other row of the file has been that member. */
  #findMember(draft: MemberDraft): MemberId | "several" | null {
    const index = ownerIndex([...this.#members.values()]);
    for (const mark of [draft.employeeNumber, draft.email]) {
      const match = mark === undefined ? null : matchOwner(mark, index);
      if (match?.kind === "member" && !this.#isOther(match.memberId, draft)) return match.memberId;
    }
    const match = matchOwner(draft.name, index);
    if (match.kind === "none" || match.kind === "several") return null;
    const ids = match.kind === "member" ? [match.memberId] : match.memberIds;
    const free = ids.filter((id) => !this.#seen.has(id) && !this.#isOther(id, draft));
    const isMarked = draft.employeeNumber !== undefined || draft.email !== undefined;
    if (free.length > 1 || (free.length === 0 && !isMarked)) return "several";
    return free[0] ?? null;
  }

  #isOther(id: MemberId, draft: MemberDraft): boolean {
    const known = this.#members.get(id)?.employeeNumber;
    return (
      known !== undefined &&
      draft.employeeNumber !== undefined &&
      ownerKey(known) !== ownerKey(draft.employeeNumber)
    );
  }

  #add(draft: MemberDraft): void {
    const rows = this.#rows();
    const group = namedGroup(rows, this.#input.source, draft.group);
    const made = group === undefined || rows.groups.has(group.id) ? [] : [group];
    const groups = new Map([...rows.groups, ...made.map((one) => [one.id, one] as const)]);
    const id = this.#freeId(draft);
    const result = addMember(
      { ...rows, groups },
      {
        id,
        ...knownFields(draft),
        name: draft.name,
        aliases: [...draft.aliases],
        ...(group === undefined ? {} : { groupId: group.id }),
        ...(draft.title === undefined ? {} : { title: draft.title }),
        today: this.#input.today,
      },
    );
    if (!result.ok) return this.#refuse(draft, result.error[0]!.message);
    if (isLeftTooEarly(draft)) return this.#refuse(draft, message("customer.bad.left-before-hired"));
    this.#take([...writeRecords("groups", made), ...result.value]);
    if (draft.leftOn !== undefined) this.#take([setFields<Member>("members", id, { leftOn: draft.leftOn })]);
    this.#seen.add(id);
    this.#counts.added += 1;
  }

  /** An id of its own for a second member of one name. */
  #freeId(draft: MemberDraft): MemberId {
    const id = memberIdOf(this.#input.source, draft);
    if (!this.#members.has(id)) return id;
    return keylessId(this.#input.source, "members", [
      draft.name,
      draft.email ?? String(draft.line),
    ]) as MemberId;
  }

  #update(id: MemberId, draft: MemberDraft): void {
    const rows = this.#rows();
    const before = rows.members.get(id)!;
    const aliases = [...before.aliases, ...draft.aliases];
    const result = editMember(rows, id, { ...knownFields(draft), aliases });
    if (!result.ok) return this.#refuse(draft, result.error[0]!.message);
    const { leftOn } = draft;
    if (isLeftTooEarly({ hiredOn: draft.hiredOn ?? before.hiredOn, leftOn }))
      return this.#refuse(draft, message("customer.bad.left-before-hired"));
    const hasLeft = leftOn !== undefined && leftOn !== before.leftOn;
    const left = hasLeft ? [setFields<Member>("members", id, { leftOn })] : [];
    this.#take([...result.value, ...left]);
    this.#seen.add(id);
    this.#counts[result.value.length + left.length === 0 ? "unchanged" : "updated"] += 1;
  }

  #take(changes: readonly Change[]): void {
    for (const change of changes) {
      this.#changes.push(change);
      const table = this.#tableOf(change.table);
      if (change.op === "put") for (const record of change.records) table.set(record.id, record);
      else if (change.op === "set") table.set(change.id, mergedRecord(table.get(change.id)!, change.fields));
    }
  }

  #tableOf(table: Change["table"]): Map<string, AnyRecord> {
    const known = table === "members" ? this.#members : table === "groups" ? this.#groups : this.#memberships;
    return known as Map<string, AnyRecord>;
  }

  #refuse(draft: MemberDraft, reason: Message): void {
    this.#bad.push({
      line: draft.line,
      column: "",
      value: draft.name,
      reason: plainReason(reason),
    });
  }
}

function isLeftTooEarly({
  hiredOn,
  leftOn,
}: {
  readonly hiredOn?: Day | undefined;
  readonly leftOn?: Day | undefined;
}): boolean {
  return hiredOn !== undefined && leftOn !== undefined && leftOn <= hiredOn;
}

/** The id of an imported member: two laptops that read the same file agree on it.
 * @example memberIdOf("generic", { name: "王芳", employeeNumber: "7" }) // => "generic:members:7"
 */
export function memberIdOf(source: Source, draft: Pick<MemberDraft, "name" | "employeeNumber">): MemberId {
  const id =
    draft.employeeNumber === undefined
      ? keylessId(source, "members", [draft.name])
      : `${source}:members:${draft.employeeNumber}`;
  return id as MemberId;
}

function knownFields(draft: MemberDraft) {
  const { employeeNumber, email, phone, hiredOn } = draft;
  return {
    ...(employeeNumber === undefined ? {} : { employeeNumber }),
    ...(email === undefined ? {} : { email }),
    ...(phone === undefined ? {} : { phone }),
    ...(hiredOn === undefined ? {} : { hiredOn }),
  };
}

function mergedRecord(record: AnyRecord, fields: Readonly<Record<string, unknown>>): AnyRecord {
  const kept = Object.entries({ ...record, ...fields }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as unknown as AnyRecord;
}
