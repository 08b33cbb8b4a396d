import { setFields } from "../../base/change.ts";
import type { Change } from "../../base/change.ts";
import type { DutyId, MemberId } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import { fail, ok } from "../../base/result.ts";
import type { Problem, Result } from "../../base/result.ts";
import { handOverFact } from "../../customer/hand-over-fact.ts";
import type { Action } from "../../meeting/records.ts";
import { handOn } from "../../target/life/hand-on.ts";
import { withVersion } from "../../target/with-version.ts";
import type { Duty, Group, Task } from "../../team/records.ts";
import { leaveTeam } from "../../team/move-member.ts";
import { handOverDuty } from "../../team/set-letters.ts";
import { takersFor, withLeaving } from "./handover-book.ts";
import type { HandoverBook, HandoverOf } from "./handover-book.ts";
import { handoverItems } from "./handover-items.ts";
import type { FactItem, HandoverItem, HandoverKind, TargetItem } from "./handover-items.ts";

/** Who takes something: a member, the others of the group by their present shares (targets only), or nobody: it stays. */
export type Taker = MemberId | "shares" | null;

/** What was chosen: a taker for each kind, and for single things another one. */
export interface HandoverChoice {
  readonly takerByKind: { readonly [K in HandoverKind]?: Taker };
  readonly takerByKey: Readonly<Record<string, Taker>>;
  /** Why locked targets change, and what stands in the versions. */
  readonly reason: string;
}

/** A thing with its taker. */
export interface HandedItem {
  readonly item: HandoverItem;
  readonly taker: Taker;
}

/** What a handover comes to. */
export interface HandoverPlan {
  readonly changes: readonly Change[];
  /** Everything the member holds, with who takes it. */
  readonly items: readonly HandedItem[];
}

/** Who takes a thing: what was chosen for it, else for its kind.
 * @example takerOf({ takerByKind: { tasks: "b" }, takerByKey: { "tasks/t2": null }, reason: "" }, { key: "tasks/t2", kind: "tasks" }) // => null
 */
export function takerOf(choice: HandoverChoice, { key, kind }: Pick<HandoverItem, "key" | "kind">): Taker {
  const own = choice.takerByKey[key];
  return own === undefined ? (choice.takerByKind[kind] ?? null) : own;
}

/** Hands a member's work over in one list of changes, and notes the leaving where one is planned: groups led, R and A of
 * duties, stand-ins, open tasks and actions, customers, open deals and cases (of a shared one the member's share), and the
 * targets of the months after. What has no taker stays. All or nothing.
 * Refused, each with its field: a member who is not there (`member`), a taker who is not on the team by then (the item's key),
 * a leaving before the hiring (`leavesOn`), targets that nobody of the group can take (the item's key), locked targets without
 * a reason (`reason`).
 * @example planHandover(handoverBook(), { memberId: "a", today: "2026-06-15", leavesOn: null }, { takerByKind: { tasks: "b" }, takerByKey: {}, reason: "" }).value.changes // => [{ op: "set", table: "tasks", id: "t1", fields: { ownerId: "b" } }]
 */
export function planHandover(
  book: HandoverBook,
  of: HandoverOf,
  choice: HandoverChoice,
): Result<HandoverPlan> {
  const member = book.rows.members.get(of.memberId);
  if (!member) return fail([{ field: "member", message: message("team.problem.member-gone") }]);
  const leaving = leavingChanges(book, of);
  if (!leaving.ok) return leaving;
  const items = handoverItems(book, of).map((item) => ({ item, taker: takerOf(choice, item) }));
  const present = new Set<Taker>(takersFor(book, of).map((one) => one.id));
  const problems: Problem[] = [];
  const changes: Change[] = [...leaving.value];
  for (const { item, taker } of items) {
    if (taker === null) continue;
    if (taker !== "shares" && !present.has(taker)) {
      problems.push({ field: item.key, message: message("review.handover.problem.taker") });
      continue;
    }
    const done = itemChanges(book, of, { item, taker });
    if (done.ok) changes.push(...done.value);
    else problems.push(...done.error.map((problem) => ({ field: item.key, message: problem.message })));
  }
  if (problems.length > 0) return fail(problems);
  const versioned = withVersion(book.rows, changes, { on: of.today, reason: choice.reason });
  return versioned.ok ? ok({ changes: versioned.value, items }) : versioned;
}

function leavingChanges(book: HandoverBook, of: HandoverOf): Result<readonly Change[]> {
  if (of.leavesOn === null || withLeaving(book, of) === book) return ok([]);
  const left = leaveTeam(book.rows, { memberId: of.memberId, on: of.leavesOn });
  return left.ok ? left : fail(left.error.map((problem) => ({ ...problem, field: "leavesOn" })));
}

function itemChanges(
  book: HandoverBook,
  { memberId }: HandoverOf,
  { item, taker }: { readonly item: HandoverItem; readonly taker: MemberId | "shares" },
): Result<readonly Change[]> {
  const { id } = item.ref;
  if (item.kind === "targets") {
    const { tree, finding } = item as TargetItem;
    const to =
      taker === "shares" ? ({ kind: "shares" } as const) : ({ kind: "successor", memberId: taker } as const);
    const handed = handOn(tree, finding, to);
    return handed.ok ? ok(handed.value.changes) : handed;
  }
  if (taker === "shares") return fail([{ message: message("review.handover.problem.taker") }]);
  switch (item.kind) {
    case "groups":
      return ok([setFields<Group>("groups", id as Group["id"], { leaderId: taker })]);
    case "duties":
      return ok(handOverDuty(book.rows, { dutyId: id as DutyId, fromId: memberId, toId: taker }));
    case "stand-ins":
      return ok([setFields<Duty>("duties", id as DutyId, { standInId: taker })]);
    case "tasks":
      return ok([setFields<Task>("tasks", id as Task["id"], { ownerId: taker })]);
    case "actions":
      return ok([setFields<Action>("actions", id as Action["id"], { ownerId: taker })]);
    case "customers":
    case "deals":
    case "cases":
      return ok(
        handOverFact(book.rows.members, {
          table: item.kind,
          record: (item as FactItem).fact,
          fromId: memberId,
          toId: taker,
        }),
      );
  }
}
