import { expect, test } from "vitest";
import { day } from "../../../../core/base/day.ts";
import { period } from "../../../../core/base/period.ts";
import { wantedOf } from "../../../../core/target/wanted-of.ts";
import { book, seat, visits, visitTarget } from "../../../builders/target-book.ts";

const AUGUST = period("2026-08", 1);
const team = { kind: "team" } as const;

test("a target that was changed is wanted at once, of the team as well", () => {
  const before = book({ targets: { "member:a 2026-08": 5 } });
  const wanted = wantedOf(before)(visits.id, team, AUGUST).target;
  const targets = new Map(before.targets).set(
    "visits|member:a|2026-08|target",
    visitTarget("member:a 2026-08", 9),
  );
  expect([wanted, wantedOf({ ...before, targets })(visits.id, team, AUGUST).target]).toEqual([5, 9]);
});

test("a day of the manager's own changes what a group wants of somebody who moved in the quarter", () => {
  const before = book({
    memberships: [seat("a", "g1"), seat("a", "g2", "2026-08-01"), seat("b", "g1"), seat("c", "g2")],
    targets: { "member:a 2026-Q3": 66 },
  });
  const g1 = { kind: "group", id: "g1" } as never;
  const quarter = period("2026-Q3", 1);
  const calendarDays = new Map([
    ["2026-07-01", { id: day("2026-07-01"), kind: "holiday" as const, name: "" }],
    ["2026-07-02", { id: day("2026-07-02"), kind: "holiday" as const, name: "" }],
  ]);
  const wanted = [before, { ...before, calendarDays }].map(
    (rows) => wantedOf(rows)(visits.id, g1, quarter).target,
  );
  expect(wanted).toEqual([23, 22]);
});
