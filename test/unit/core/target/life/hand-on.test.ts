import { expect, test } from "vitest";
import { day } from "../../../../../core/base/day.ts";
import type { MemberId } from "../../../../../core/base/id.ts";
import { handOn, keepMeant, takersOf } from "../../../../../core/target/life/hand-on.ts";
import type { HandOnTo } from "../../../../../core/target/life/hand-on.ts";
import { lifeFindings } from "../../../../../core/target/life/life-findings.ts";
import { sumFindings } from "../../../../../core/target/reconcile.ts";
import { strayTargets } from "../../../../../core/target/set-targets.ts";
import { after, book, member, seat, treeOf, valuesOf } from "../../../../builders/target-book.ts";

const JULY = day("2026-07-05");
const members = [
  member("a", 1, { leftOn: day("2026-08-15") }),
  member("b", 2),
  member("c", 3),
  member("d", 4),
];
const memberships = [seat("a", "g1"), seat("b", "g1"), seat("d", "g1", "2026-09-01"), seat("c", "g2")];

/** a has a typed quarter over typed months, b half of what is left, and the group the sum. */
const rows = book({
  members,
  memberships,
  targets: {
    "group:g1 2026-08": 63,
    "group:g1 2026-09": 70,
    "member:a 2026-Q3": 61,
    "member:a 2026-07": 10,
    "member:a 2026-08": 21,
    "member:a 2026-09": 30,
    "member:b 2026-08": 42,
    "member:b 2026-09": 30,
    "member:d 2026-09": 10,
  },
});

function handed(to: HandOnTo, from = rows) {
  const tree = treeOf(from);
  const result = handOn(tree, lifeFindings(tree, JULY)[0]!, to);
  if (!result.ok) throw new Error(result.error[0]?.message.key);
  const next = after(from, { ok: true, value: result.value.changes });
  return { result: result.value, next, tree: treeOf(next), values: valuesOf(next) };
}

test("to nobody: the member's months are cut, the quarter follows, July stays, the groups show the rest", () => {
  const { values, result, tree } = handed({ kind: "nobody" });
  expect([values["member:a 2026-07"], values["member:a 2026-08"], values["member:a 2026-Q3"]]).toEqual([
    10, 10, 20,
  ]);
  expect(values["member:a 2026-09"]).toBeUndefined();
  expect(result.left).toBe(41);
  expect(sumFindings(tree).map((finding) => finding.difference)).toEqual([11, 30]);
});

test("by present shares: month by month, exact, and every sum holds", () => {
  const { values, result, tree } = handed({ kind: "shares" });
  expect([values["member:b 2026-08"], values["member:b 2026-09"], values["member:d 2026-09"]]).toEqual([
    53, 53, 17,
  ]);
  expect([result.gains.reduce((sum, gain) => sum + gain.amount, 0), result.left]).toEqual([41, 0]);
  expect(sumFindings(tree)).toEqual([]);
});

test("afterwards nothing is found and nothing is astray", () => {
  const { tree } = handed({ kind: "shares" });
  expect(lifeFindings(tree, JULY)).toEqual([]);
  expect(strayTargets(tree)).toEqual([]);
});

test("to a successor who comes in September: what August leaves stays with nobody and is said", () => {
  const { values, result } = handed({ kind: "successor", memberId: "d" as MemberId });
  expect([values["member:d 2026-09"], values["member:b 2026-08"], result.left]).toEqual([40, 42, 11]);
});

test("by the assistant's weights", () => {
  const weightByKey = new Map([
    ["member:b@g1", 1n],
    ["member:d@g1", 2n],
  ]);
  const { values } = handed({ kind: "weights", weightByKey });
  expect([values["member:b 2026-09"], values["member:d 2026-09"]]).toEqual([40, 30]);
});

test("who has only a quarter gets the rest in the quarter", () => {
  const targets = { "member:a 2026-08": 21, "member:b 2026-Q3": 60 };
  const { values } = handed({ kind: "shares" }, book({ members, memberships, targets }));
  expect([values["member:b 2026-Q3"], values["member:b 2026-08"]]).toEqual([71, undefined]);
});

test("where no whole is typed above, the group's month becomes the whole that shows the rest", () => {
  const targets = { "member:a 2026-08": 21, "member:b 2026-08": 42 };
  const { values, tree } = handed({ kind: "nobody" }, book({ members, memberships, targets }));
  expect(values["group:g1 2026-08"]).toBe(63);
  expect(sumFindings(tree).map((finding) => finding.difference)).toEqual([11]);
});

test("nobody else in the group is refused with the name", () => {
  const alone = book({ members, memberships: [seat("a", "g1")], targets: { "member:a 2026-08": 21 } });
  const tree = treeOf(alone);
  const result = handOn(tree, lifeFindings(tree, JULY)[0]!, { kind: "shares" });
  expect(result.ok ? null : result.error[0]?.message).toEqual({
    key: "target.life.problem.nobody",
    params: { member: "a" },
  });
});

test("left as it was, it is not said again until the days change", () => {
  const tree = treeOf(rows);
  const kept = after(rows, keepMeant(tree, lifeFindings(tree, JULY)[0]!));
  expect(valuesOf(kept)).toEqual(valuesOf(rows));
  expect(lifeFindings(treeOf(kept), JULY)).toEqual([]);
});

test("takers are those of the group who are there in the month", () => {
  const tree = treeOf(rows);
  const [finding] = lifeFindings(tree, JULY);
  expect(takersOf(tree, finding!, 7).map((row) => row.key)).toEqual(["member:b@g1"]);
  expect(takersOf(tree, finding!, 8).map((row) => row.key)).toEqual(["member:b@g1", "member:d@g1"]);
});
