import { setFields } from "../base/change.ts";
import type { Change } from "../base/change.ts";
import type { MemberId } from "../base/id.ts";
import { message } from "../base/message.ts";
import { WHOLE_PPM } from "../base/money.ts";
import type { Ppm } from "../base/money.ts";
import { fail, ok } from "../base/result.ts";
import type { Problem, Result } from "../base/result.ts";
import { isSame } from "../base/same.ts";
import type { Member } from "../team/records.ts";
import { readPercent } from "./edit-fields.ts";
import type { TypedRecord, TypedTable } from "./typed-fields.ts";
import type { ImportBook } from "./import/import-book.ts";
import { factsById } from "./import/import-book.ts";
import { matchOwner, ownerIndexOf } from "./owner.ts";
import type { Credit } from "./owner.ts";

/** What ownership is read and written by. A workspace is one. */
export interface OwnerBook {
  readonly rows: { readonly members: ReadonlyMap<string, Member> };
  readonly facts: ImportBook["facts"];
}

/** What a record says when a member owns it. */
export interface OwnerFields {
  readonly ownerName: string | undefined;
  readonly credits: readonly Credit[] | undefined;
}

/** What makes a member the owner: their name, as a file would have it. Where that name does not lead to them alone, because
 * another bears it or has it as alias, the whole is credited to them by id. `null`: nobody owns it.
 * @example ownerFields(new Map(), null) // => { ownerName: undefined, credits: undefined }
 */
export function ownerFields(members: ReadonlyMap<string, Member>, memberId: MemberId | null): OwnerFields {
  const member = memberId === null ? undefined : members.get(memberId);
  if (member === undefined) return { ownerName: undefined, credits: undefined };
  const match = matchOwner(member.name, ownerIndexOf(members));
  const isPlain = match.kind === "member" && match.memberId === member.id;
  return {
    ownerName: member.name,
    credits: isPlain ? undefined : [{ memberId: member.id, share: WHOLE_PPM }],
  };
}

/** Makes a member the owner of a record, or nobody with `null`; shares that were credited go.
 * @example assignOwner({ rows: { members: new Map() }, facts: { orders: { pages: [] } } }, { table: "orders", id: "o1", memberId: null }).ok // => false
 */
export function assignOwner(
  book: OwnerBook,
  input: { readonly table: TypedTable; readonly id: string; readonly memberId: MemberId | null },
): Result<readonly Change[]> {
  const before = recordOf(book, input);
  if (!before) return fail([{ message: message("customer.problem.gone") }]);
  if (input.memberId !== null && !book.rows.members.has(input.memberId)) {
    return fail([{ field: "owner", message: message("customer.problem.owner-gone") }]);
  }
  return ok(ownerChanges(input.table, before, ownerFields(book.rows.members, input.memberId)));
}

/** One line of shares as it is typed. */
export interface TypedShare {
  readonly memberId: MemberId;
  /** "50", "50 %". */
  readonly percent: string;
}

/** Credits a record to several members by shares; what they leave of 100 % is unassigned, more is refused. No shares: the
 * owner has it alone again.
 * @example creditShares({ rows: { members: new Map() }, facts: { orders: { pages: [] } } }, { table: "orders", id: "o1", shares: [] }).ok // => false
 */
export function creditShares(
  book: OwnerBook,
  input: { readonly table: TypedTable; readonly id: string; readonly shares: readonly TypedShare[] },
): Result<readonly Change[]> {
  const before = recordOf(book, input);
  if (!before) return fail([{ message: message("customer.problem.gone") }]);
  const { members } = book.rows;
  const problems: Problem[] = [];
  const credits: Credit[] = [];
  for (const { memberId, percent } of input.shares) {
    const name = members.get(memberId)?.name;
    const share = readPercent(percent);
    if (name === undefined) {
      problems.push({ field: "owner", message: message("customer.problem.owner-gone") });
    } else if (share === null || share === 0) {
      problems.push({ field: memberId, message: message("customer.problem.share", { member: name }) });
    } else if (credits.some((credit) => credit.memberId === memberId)) {
      problems.push({ field: memberId, message: message("customer.problem.share-twice", { member: name }) });
    } else credits.push({ memberId, share: share as Ppm });
  }
  const total = credits.reduce((sum, credit) => sum + credit.share, 0);
  if (total > WHOLE_PPM) {
    const value = { unit: "percent" as const, value: total / WHOLE_PPM };
    problems.push({ field: "owner", message: message("customer.problem.share-total", { total: value }) });
  }
  if (problems.length > 0) return fail(problems);
  const { ownerName } = before;
  return ok(
    ownerChanges(input.table, before, { ownerName, credits: credits.length === 0 ? undefined : credits }),
  );
}

function recordOf(
  book: OwnerBook,
  { table, id }: { readonly table: TypedTable; readonly id: string },
): TypedRecord | undefined {
  return factsById(book, table).get(id) as TypedRecord | undefined;
}

/** Name and shares belong together, so both are marked as typed. */
function ownerChanges(table: TypedTable, before: TypedRecord, fields: OwnerFields): readonly Change[] {
  const isUnchanged = isSame(before.ownerName, fields.ownerName) && isSame(before.credits, fields.credits);
  if (isUnchanged) return [];
  const by = { ...before.by, ownerName: "typed", credits: "typed" };
  const written = { ...fields, ...(before.source === "typed" && before.by === undefined ? {} : { by }) };
  return [setFields<TypedRecord>(table, before.id, written as Partial<TypedRecord>)];
}
