import { expect, test } from "vitest";
import { day } from "../../../../../core/base/day.ts";
import type { MemberId } from "../../../../../core/base/id.ts";
import { handOn, keepMeant } from "../../../../../core/target/life/hand-on.ts";
import { lifeFindings } from "../../../../../core/target/life/life-findings.ts";
import { longerFindings } from "../../../../../core/target/life/longer-findings.ts";
import { takeBack } from "../../../../../core/target/life/take-back.ts";
import { sumFindings } from "../../../../../core/target/reconcile.ts";
import { after, book, member, stayingTree, treeOf, valuesOf } from "../../../../builders/target-book.ts";

const JULY = day("2026-07-05");
const before = book({
  members: [member("a", 1, { leftOn: day("2026-08-15") }), member("b", 2), member("c", 3)],
  targets: {
    "group:g1 2026-08": 63,
    "group:g1 2026-09": 72,
    "member:a 2026-08": 21,
    "member:a 2026-09": 30,
    "member:b 2026-08": 42,
    "member:b 2026-09": 42,
  },
});

/** a's targets from the 15th of August on handed on, and then a leaves on another day. */
function handedAndLeaving(to: "nobody" | "shares", leftOn: string | undefined) {
  const tree = treeOf(before);
  const handed = handOn(tree, lifeFindings(tree, JULY)[0]!, { kind: to });
  if (!handed.ok) throw new Error(handed.error[0]?.message.key);
  const rows = after(before, { ok: true, value: handed.value.changes });
  const a = member("a", 1, leftOn === undefined ? {} : { leftOn: day(leftOn) });
  const next = { ...rows, members: new Map(rows.members).set("a" as MemberId, a) };
  return { rows: next, tree: treeOf(next) };
}

test("a leaving put off to the 25th wants 6 more for the six more working days", () => {
  const [finding] = longerFindings(stayingTree(), JULY);
  expect(finding!.months.map(({ month, days, meant, lack }) => [month, days, meant, lack])).toEqual([
    [7, 16, 10, 6],
  ]);
});

test("the same day, an earlier one, or a month that is over want nothing", () => {
  expect(longerFindings(stayingTree("2026-08-15"), JULY)).toEqual([]);
  expect(longerFindings(stayingTree("2026-08-10"), JULY)).toEqual([]);
  expect(longerFindings(stayingTree(), day("2026-09-01"))).toEqual([]);
});

test("a leaving taken back wants the rest of August and, at its pace, the September that was taken out whole", () => {
  const { tree } = handedAndLeaving("shares", undefined);
  const [finding] = longerFindings(tree, JULY);
  expect(finding!.months.map(({ month, value, lack }) => [month, value, lack])).toEqual([
    [7, 10, 11],
    [8, 0, 22],
  ]);
});

test("what is taken back comes from the others of the group, exact, and every sum holds", () => {
  const { rows, tree } = handedAndLeaving("shares", "2026-08-25");
  const next = treeOf(after(rows, takeBack(tree, longerFindings(tree, JULY)[0]!)));
  const values = valuesOf(next.book);
  expect([values["member:a 2026-08"], values["member:b 2026-08"]]).toEqual([16, 47]);
  expect([sumFindings(next), longerFindings(next, JULY), lifeFindings(next, JULY)]).toEqual([[], [], []]);
});

test("what nobody has yet is taken back first, and the others keep theirs", () => {
  const { rows, tree } = handedAndLeaving("nobody", "2026-08-25");
  const next = after(rows, takeBack(tree, longerFindings(tree, JULY)[0]!));
  const values = valuesOf(next);
  expect([values["member:a 2026-08"], values["member:b 2026-08"]]).toEqual([16, 42]);
});

test("a target that is kept on purpose is not named again", () => {
  const { rows, tree } = handedAndLeaving("shares", "2026-08-25");
  const next = treeOf(after(rows, keepMeant(tree, longerFindings(tree, JULY)[0]!)));
  expect(longerFindings(next, JULY)).toEqual([]);
});

test("months for which nobody of the group has a target are not planned and want nothing", () => {
  const months = longerFindings(stayingTree("2026-11-01"), JULY).flatMap((finding) => finding.months);
  expect(months.map(({ month }) => month)).toEqual([7]);
});
