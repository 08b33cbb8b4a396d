import { expect, test } from "vitest";
import { day } from "../../../../../core/base/day.ts";
import { lifeFindings } from "../../../../../core/target/life/life-findings.ts";
import { splitYear } from "../../../../../core/target/split-year.ts";
import type { Absence, Member } from "../../../../../core/team/records.ts";
import type { MemberId } from "../../../../../core/base/id.ts";
import type { GroupId } from "../../../../../core/base/id.ts";
import { after, book, leavingTree, member, seat, treeOf } from "../../../../builders/target-book.ts";
import type { BookParts } from "../../../../builders/target-book.ts";

const JULY = day("2026-07-05");

function withA(more: Partial<Member>, parts: BookParts) {
  return treeOf(book({ members: [member("a", 1, more), member("b", 2), member("c", 3)], ...parts }));
}

function leave(from: string, until: string): Absence {
  return {
    id: "x",
    memberId: "a" as MemberId,
    kind: "parental",
    from: day(from),
    until: day(until),
    note: "",
  };
}

const monthsOf = (tree: ReturnType<typeof treeOf>, today = JULY) =>
  lifeFindings(tree, today).flatMap((one) =>
    one.months.map(({ month, days, rest }) => [month + 1, days, rest]),
  );

test("who leaves on 15 August keeps ten of August's 21 days and nothing of the months after", () => {
  const tree = withA(
    { leftOn: day("2026-08-15") },
    { targets: { "member:a 2026-08": 21, "member:a 2026-09": 30, "member:a 2026-07": 7 } },
  );
  expect(monthsOf(tree)).toEqual([
    [8, 10, 11],
    [9, 0, 30],
  ]);
  expect(lifeFindings(tree, JULY)[0]?.cause).toEqual({ kind: "left", on: "2026-08-15" });
});

test("who stays is not named beside who leaves", () => {
  expect(lifeFindings(leavingTree(), JULY).map((finding) => finding.member.id)).toEqual(["a"]);
});

test("a month that is over is not named, the one that runs is", () => {
  const tree = withA(
    { leftOn: day("2026-08-15") },
    { targets: { "member:a 2026-08": 21, "member:a 2026-09": 30 } },
  );
  expect(monthsOf(tree, day("2026-08-31")).length).toBe(2);
  expect(monthsOf(tree, day("2026-09-01"))).toEqual([[9, 0, 30]]);
});

test("who joins on 10 August has 16 of 21 days", () => {
  const tree = withA({ hiredOn: day("2026-08-10") }, { targets: { "member:a 2026-08": 21 } });
  expect(monthsOf(tree)).toEqual([[8, 16, 5]]);
  expect(lifeFindings(tree, JULY)[0]?.cause).toEqual({ kind: "joined", on: "2026-08-10" });
});

test("a leave of two weeks counts, a few days off do not", () => {
  const targets = { "member:a 2026-08": 21 };
  const long = withA({}, { targets, absences: [leave("2026-08-03", "2026-08-17")] });
  expect(monthsOf(long)).toEqual([[8, 11, 10]]);
  expect(monthsOf(withA({}, { targets, absences: [leave("2026-08-03", "2026-08-08")] }))).toEqual([]);
});

test("a probation is time in the role", () => {
  const tree = withA({ probationUntil: day("2026-09-01") }, { targets: { "member:a 2026-08": 21 } });
  expect(lifeFindings(tree, JULY)).toEqual([]);
});

test("a quarter that was typed alone is cut by its months", () => {
  const tree = withA({ leftOn: day("2026-08-15") }, { targets: { "member:a 2026-Q3": 66 } });
  expect(monthsOf(tree)).toEqual([
    [8, 10, 11],
    [9, 0, 22],
  ]);
});

test("a split that counted the days says nothing, until the day of leaving changes", () => {
  const rows = book({ members: [member("a", 1, { leftOn: day("2026-08-15") }), member("b", 2)] });
  const groupIds = ["g1" as GroupId];
  const split = { total: 1200, season: { by: "equal" }, depth: "members", groupIds } as const;
  const divided = after(rows, splitYear(treeOf(rows), split));
  expect(lifeFindings(treeOf(divided), JULY)).toEqual([]);
  const earlier = new Map(divided.members).set("a", member("a", 1, { leftOn: day("2026-08-08") }));
  expect(monthsOf(treeOf({ ...divided, members: earlier }))[0]?.slice(0, 2)).toEqual([8, 5]);
});

test("who moves takes along what the old group's typed month lacks and the new one's has too much", () => {
  const tree = withA(
    {},
    {
      memberships: [seat("a", "g1"), seat("a", "g2", "2026-08-10"), seat("b", "g1"), seat("c", "g2")],
      targets: {
        "group:g1 2026-08": 50,
        "group:g2 2026-08": 40,
        "member:a 2026-08": 20,
        "member:b 2026-08": 30,
        "member:c 2026-08": 40,
      },
    },
  );
  const [finding] = lifeFindings(tree, JULY);
  expect(finding?.cause).toEqual({ kind: "moved", on: "2026-08-10", groupId: "g2" });
  expect(finding?.rest).toBe(20);
});

test("a ratio has no pro rata, nor has who is there all year", () => {
  expect(lifeFindings(treeOf(book({ targets: { "member:a 2026-08": 21 } })), JULY)).toEqual([]);
  const rows = book({ members: [member("a", 1, { leftOn: day("2026-08-15") })] });
  expect(lifeFindings(treeOf(rows, "csat"), JULY)).toEqual([]);
});
