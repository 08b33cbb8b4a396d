import type { Stamp, Stamps } from "../base/stamp.ts";
import { creditsOf, ownerIndexOf } from "../customer/owner.ts";
import type { Deal, Order } from "../customer/records.ts";
import type { LaterFact } from "../review/pack-sources.ts";
import type { Workspace } from "./workspace.ts";

/** When any field of a record was written last; `null` without a stamp.
 * @example lastStamp({ name: "000000001-0000-d1", amount: "000000002-0000-d1" }) // => "000000002-0000-d1"
 * @example lastStamp(undefined) // => null
 */
export function lastStamp(stamps: Stamps | undefined): Stamp | null {
  if (stamps === undefined) return null;
  if (typeof stamps === "string") return stamps;
  return Object.values(stamps).reduce<Stamp | null>(
    (last, one) => (last === null || one > last ? one : last),
    null,
  );
}

/** The deals and orders of which a field was written after a moment, in the order of the book, with whom they count for.
 * @example writtenAfter(aSample(), "zzzzzzzzz-0000-d1") // => []
 */
export function writtenAfter(workspace: Workspace, moment: Stamp): readonly LaterFact[] {
  const owners = ownerIndexOf(workspace.rows.members);
  const later: LaterFact[] = [];
  for (const table of ["deals", "orders"] as const) {
    for (const { rows, stamps } of workspace.facts[table].pages) {
      for (const [at, fact] of (rows as readonly (Deal | Order)[]).entries()) {
        const stamp = lastStamp(stamps[at]);
        if (stamp === null || stamp <= moment) continue;
        later.push({
          label: labelOf(fact),
          memberIds: creditsOf(fact, owners).shares.map((share) => share.memberId),
        });
      }
    }
  }
  return later;
}

function labelOf(fact: Deal | Order): string {
  const name = "name" in fact ? fact.name : fact.customerName;
  return name === undefined || name === "" ? fact.id : name;
}
