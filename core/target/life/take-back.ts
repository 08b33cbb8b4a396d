import type { Change } from "../../base/change.ts";
import { message } from "../../base/message.ts";
import { fail, ok } from "../../base/result.ts";
import type { Result } from "../../base/result.ts";
import { allocateShares } from "../allocation/allocate-shares.ts";
import { FIRST_MONTH } from "../fiscal-year.ts";
import type { TargetTree } from "../target-tree.ts";
import type { LongerFinding, LongerMonth } from "./longer-findings.ts";
import { memberMonths } from "./member-months.ts";
import { RecordDraft } from "./record-draft.ts";
import { typedGap } from "./typed-gap.ts";

/** Raises the months of somebody who is in the role for longer than their targets know, the way back of `handOn`: month by
 * month first out of what nobody of the group has, then from the others of the group by their present shares, none of whom
 * falls below 0; what they do not have comes on top and is seen in the sum above. Groups and the team keep their targets,
 * the members' own quarters and years follow.
 * Refused: nothing to take back.
 * @example takeBack(stayingTree(), longerFindings(stayingTree(), "2026-08-01")[0]).value[0].records.map((target) => target.value) // => [16, 47]
 */
export function takeBack(tree: TargetTree, finding: LongerFinding): Result<readonly Change[]> {
  if (finding.months.length === 0) return fail([{ message: message("target.life.problem.nothing") }]);
  const draft = new RecordDraft(tree);
  const subject = { kind: "member", id: finding.member.id } as const;
  for (const month of finding.months) {
    draft.add(subject, month.month, month.lack);
    draft.mean(subject, month.month, month.days);
    for (const { row, amount } of giversOf(tree, finding, month)) {
      draft.add(tree.rows[row]!.subject, month.month, -amount);
    }
  }
  return ok(draft.changes());
}

/** Who gives how much of a month, beyond what nobody has. */
function giversOf(
  tree: TargetTree,
  { member }: LongerFinding,
  { month, lack, parent }: LongerMonth,
): readonly { readonly row: number; readonly amount: number }[] {
  const open = Math.max(0, typedGap(tree, parent, FIRST_MONTH + month) ?? 0);
  const givers = tree.rows[parent]!.children.map((child) => tree.rows[child]!)
    .filter(({ seat }) => seat?.months[month] && seat.member.id !== member.id)
    .map(({ index, seat }) => ({
      row: index,
      present: Math.max(0, memberMonths(tree, seat!.member.id)[month]?.value ?? 0),
    }));
  const most = givers.reduce((sum, { present }) => sum + present, 0);
  const parts = allocateShares(
    Math.min(most, Math.max(0, lack - open)),
    givers.map(({ present }) => ({ weight: BigInt(present), floor: 0, ceiling: present })),
    1,
  );
  return parts.ok ? givers.map(({ row }, at) => ({ row, amount: parts.value[at]! })) : [];
}
