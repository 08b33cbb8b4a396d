import type { Change } from "../base/change.ts";
import { setFields } from "../base/change.ts";
import type { MemberId } from "../base/id.ts";
import { WHOLE_PPM } from "../base/money.ts";
import type { Ppm } from "../base/money.ts";
import type { Member } from "../team/records.ts";
import { ownerFields } from "./assign-owner.ts";
import type { OwnerFields } from "./assign-owner.ts";
import { creditsOf, ownerIndexOf } from "./owner.ts";
import type { Credit } from "./owner.ts";
import type { Case, Customer, Deal } from "./records.ts";
import type { TypedRecord } from "./typed-fields.ts";

/** Tables whose records go from one owner to another. */
export type HandedTable = "customers" | "deals" | "cases";
export type HandedFact = Customer | Deal | Case;

/** Gives a member's part of a record to another: the whole where the member owns it alone, else the share, added to what the
 * other has. What was unassigned stays so, and nobody else's share changes. No changes where the member has no part.
 * @example handOverFact(new Map(), { table: "deals", record: { id: "d1" }, fromId: "a", toId: "b" }) // => []
 */
export function handOverFact(
  members: ReadonlyMap<string, Member>,
  of: {
    readonly table: HandedTable;
    readonly record: HandedFact;
    readonly fromId: MemberId;
    readonly toId: MemberId;
  },
): readonly Change[] {
  const { record } = of;
  const { shares, unassigned } = creditsOf(record, ownerIndexOf(members));
  const own = shares.find((one) => one.memberId === of.fromId);
  if (!own) return [];
  const isAlone = shares.length === 1 && unassigned === 0;
  const fields: OwnerFields = isAlone
    ? ownerFields(members, of.toId)
    : { ownerName: record.ownerName, credits: moved(shares, own, of.toId) };
  const by = { ...record.by, ownerName: "typed", credits: "typed" };
  const written = { ...fields, ...(record.source === "typed" && record.by === undefined ? {} : { by }) };
  return [setFields<TypedRecord>(of.table, record.id, written as Partial<TypedRecord>)];
}

function moved(shares: readonly Credit[], own: Credit, toId: MemberId): readonly Credit[] {
  const taken = shares.find((one) => one.memberId === toId);
  return shares
    .filter((one) => one !== own || !taken)
    .map((one) => {
      if (one === own) return { memberId: toId, share: own.share };
      if (one !== taken) return one;
      return { memberId: toId, share: Math.min(WHOLE_PPM, one.share + own.share) as Ppm };
    });
}
