import { putRecords } from "../../base/change.ts";
import type { Change } from "../../base/change.ts";
import type { MemberId } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import { fail, ok } from "../../base/result.ts";
import type { Result } from "../../base/result.ts";
import { allocateShares } from "../allocation/allocate-shares.ts";
import { FIRST_MONTH } from "../fiscal-year.ts";
import type { Target } from "../records.ts";
import { seatCapacity } from "../seats.ts";
import type { TargetTree, TreeRow } from "../target-tree.ts";
import { daysInRole } from "./days-in-role.ts";
import type { LifeFinding, LifeMonth } from "./life-findings.ts";
import { memberMonths } from "./member-months.ts";
import { RecordDraft } from "./record-draft.ts";

/** Who brings what a member no longer brings. `weights` are those of the assistant, by row key. */
export type HandOnTo =
  | { readonly kind: "nobody" | "shares" }
  | { readonly kind: "weights"; readonly weightByKey: ReadonlyMap<string, bigint> }
  | { readonly kind: "successor"; readonly memberId: MemberId };

/** What a hand-on comes to. */
export interface HandOn {
  readonly changes: readonly Change[];
  /** What each taker gets, in the tree's order; only those who get something. */
  readonly gains: readonly { readonly row: number; readonly amount: number }[];
  /** What stays with nobody. */
  readonly left: number;
}

/** Takes out of a member's months what no longer is theirs and hands it on: to nobody yet (the rest is seen in the sum
 * above), to the others of the group by their present shares, by the assistant's weights, or to one successor. Month by
 * month and exact: what is taken is what the takers get and what is left. The member's own quarters and years, and the
 * takers', change by the same amounts; groups and the team keep theirs. A month in which no taker is there stays with
 * nobody. Months that are over are never touched, for a finding names none of them.
 * Refused: nothing to hand on, nobody who could take it.
 * @example handOn(leavingTree(), lifeFindings(leavingTree(), "2026-08-01")[0], { kind: "shares" }).value.gains // => [{ row: 3, amount: 11 }]
 */
export function handOn(tree: TargetTree, finding: LifeFinding, to: HandOnTo): Result<HandOn> {
  if (finding.months.length === 0) return fail([{ message: message("target.life.problem.nothing") }]);
  const draft = new RecordDraft(tree);
  takeOut(draft, finding);
  const gains = new Map<number, number>();
  let left = 0;
  for (const month of finding.months) {
    const parts = to.kind === "nobody" ? null : sharesOf(tree, { finding, month, to });
    if (!parts) {
      left += month.rest;
      draft.pin(finding.member.id, month);
      continue;
    }
    for (const { row, amount } of parts) {
      draft.add(tree.rows[row]!.subject, month.month, amount);
      gains.set(row, (gains.get(row) ?? 0) + amount);
    }
  }
  if (to.kind !== "nobody" && gains.size === 0) {
    return fail([{ message: message("target.life.problem.nobody", { member: finding.member.name }) }]);
  }
  const inOrder = [...gains].toSorted(([a], [b]) => a - b).filter(([, amount]) => amount > 0);
  return ok({ changes: draft.changes(), gains: inOrder.map(([row, amount]) => ({ row, amount })), left });
}

/** Leaves the targets as they are: they were typed with these days in mind. The finding is gone until the days change.
 * @example keepMeant(leavingTree(), lifeFindings(leavingTree(), "2026-08-01")[0]).value[0].records[0].meantDays // => 10
 */
export function keepMeant(
  tree: TargetTree,
  finding: {
    readonly member: LifeFinding["member"];
    readonly months: readonly Pick<LifeMonth, "month">[];
  },
): Result<readonly Change[]> {
  const { member } = finding;
  const months = memberMonths(tree, member.id);
  const records = new Map<string, Target>();
  for (const { month } of finding.months) {
    const typed = months[month];
    if (!typed) continue;
    const period = tree.periods[typed.period]!;
    const meantDays = daysInRole(tree.book, { member, period, calendar: tree.calendar });
    records.set(typed.record.id, { ...typed.record, meantDays });
  }
  return ok([putRecords("targets", [...records.values()])]);
}

/** The members who could take a month of a finding: of the same group, there in that month, the member not among them.
 * @example takersOf(leavingTree(), lifeFindings(leavingTree(), "2026-08-01")[0], 7).map((row) => row.key) // => ["member:b@g1"]
 */
export function takersOf(tree: TargetTree, finding: LifeFinding, month: number): readonly TreeRow[] {
  const parent = finding.months.find((one) => one.month === month)?.parent;
  if (parent === undefined) return [];
  const period = tree.periods[FIRST_MONTH + month]!;
  return tree.rows[parent]!.children.map((child) => tree.rows[child]!).filter(({ seat }) => {
    if (!seat?.months[month] || seat.member.id === finding.member.id) return false;
    return daysInRole(tree.book, { member: seat.member, period, calendar: tree.calendar }) > 0;
  });
}

function sharesOf(
  tree: TargetTree,
  of: { readonly finding: LifeFinding; readonly month: LifeMonth; readonly to: HandOnTo },
): readonly { readonly row: number; readonly amount: number }[] | null {
  const { month, to } = of;
  const takers = takersOf(tree, of.finding, month.month).filter(
    (row) => to.kind !== "successor" || row.seat!.member.id === to.memberId,
  );
  if (takers.length === 0) return null;
  const weights = weightsOf(tree, { takers, month: month.month, to });
  const parts = allocateShares(
    month.rest,
    weights.map((weight) => ({ weight, floor: 0, ceiling: null })),
    tree.unit,
  );
  return parts.ok ? takers.map(({ index }, at) => ({ row: index, amount: parts.value[at]! })) : null;
}

/** Present shares, the assistant's weights, and where these are all 0 what each could give in the month. */
function weightsOf(
  tree: TargetTree,
  of: { readonly takers: readonly TreeRow[]; readonly month: number; readonly to: HandOnTo },
): readonly bigint[] {
  const { takers, month, to } = of;
  const weights = takers.map((row) =>
    to.kind === "weights"
      ? (to.weightByKey.get(row.key) ?? 0n)
      : BigInt(memberMonths(tree, row.seat!.member.id)[month]?.value ?? 0),
  );
  if (weights.some((weight) => weight > 0n)) return weights;
  const capacities = takers.map((row) =>
    BigInt(
      seatCapacity(tree.book, {
        seat: row.seat!,
        month: tree.periods[FIRST_MONTH + month]!,
        calendar: tree.calendar,
      }),
    ),
  );
  return capacities.some((capacity) => capacity > 0n) ? capacities : takers.map(() => 1n);
}

/** The member's months as kept, with the days they are meant for from now on. */
function takeOut(draft: RecordDraft, finding: LifeFinding): void {
  const subject = { kind: "member", id: finding.member.id } as const;
  const months = memberMonths(draft.tree, finding.member.id);
  for (const { month } of finding.months) {
    const typed = months[month]!;
    if (typed.period < FIRST_MONTH) draft.unfold(subject, { months, period: typed.period });
  }
  for (const { month, rest, days, kept } of finding.months) {
    draft.add(subject, month, -rest);
    if (finding.cause.kind !== "moved") draft.mean(subject, month, days);
    if (kept === 0) draft.clear(subject, month);
  }
}
