import fc from "fast-check";
import { expect, test } from "vitest";
import { day } from "../../../../../core/base/day.ts";
import type { MemberId } from "../../../../../core/base/id.ts";
import { allocationFacts } from "../../../../../core/target/allocation/allocation-facts.ts";
import type { AllocationSources } from "../../../../../core/target/allocation/allocation-facts.ts";
import { applyAllocation } from "../../../../../core/target/allocation/apply-allocation.ts";
import { proposeAllocation } from "../../../../../core/target/allocation/propose-allocation.ts";
import type { AllocationPlan } from "../../../../../core/target/allocation/propose-allocation.ts";
import { sumFindings } from "../../../../../core/target/reconcile.ts";
import type { TargetRows } from "../../../../../core/target/target-rows.ts";
import { emptyTeamRows } from "../../../../../core/team/team-rows.ts";
import {
  after,
  book,
  member,
  periodIndex,
  rowIndex,
  seat,
  treeOf,
  valuesOf,
} from "../../../../builders/target-book.ts";

type Asked = Partial<AllocationPlan> & { readonly history?: Readonly<Record<string, number>> };

/** A proposal by history alone, in steps of 1. */
function propose(rows: TargetRows, [subject, periodId]: [string, string], asked: Asked = {}) {
  const tree = treeOf(rows);
  const at = { row: rowIndex(tree, subject), period: periodIndex(tree, periodId) };
  const past = asked.history ?? {};
  const none = { value: { unit: "count", value: null } as const, explain: () => ({}) as never };
  const sources: AllocationSources = {
    team: { ...emptyTeamRows(), ...rows },
    actualOf: (of) => ({
      ...none,
      value: { unit: "count", value: of.kind === "member" ? (past[of.id] ?? null) : null },
    }),
    pipelineOf: () => none,
    today: day("2026-06-01"),
    history: "last-year",
    rampPercent: 60,
  };
  const result = proposeAllocation(tree, allocationFacts(tree, at, sources), {
    ...at,
    total: tree.cells[at.row]![at.period]!.value ?? 0,
    weights: { ability: 0, experience: 0, interest: 0, history: 1, pipeline: 0 },
    unit: 1,
    boundsByKey: new Map(),
    spread: "all",
    ...asked,
  });
  return { tree, result };
}

function applied(rows: TargetRows, place: [string, string], asked?: Asked): TargetRows {
  const { tree, result } = propose(rows, place, asked);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return after(rows, applyAllocation(tree, result.value));
}

const shareList = (of: ReturnType<typeof propose>) =>
  of.result.ok ? of.result.value.shares.map(({ share }) => share) : of.result.error;

test("a quarter is shared by last year's results", () => {
  const rows = book({ targets: { "group:g1 2026-Q3": 90 } });
  expect(shareList(propose(rows, ["group:g1", "2026-Q3"], { history: { a: 10, b: 20 } }))).toEqual([30, 60]);
});

test("half the working time is half the share; probation counts for 60 %", () => {
  const members = [member("a", 1, { ftePercent: 50 }), member("b", 2), member("c", 3)];
  const rows = book({ members, targets: { "group:g1 2026-Q3": 90 } });
  expect(shareList(propose(rows, ["group:g1", "2026-Q3"]))).toEqual([30, 60]);
  const learning = [member("a", 1, { probationUntil: day("2027-01-01") }), member("b", 2), member("c", 3)];
  const other = book({ members: learning, targets: { "group:g1 2026-Q3": 160 } });
  expect(shareList(propose(other, ["group:g1", "2026-Q3"]))).toEqual([60, 100]);
});

test("who was not here a year ago has no history and counts as the mean", () => {
  const members = [member("a", 1), member("b", 2, { hiredOn: day("2026-01-01") }), member("c", 3)];
  const rows = book({ members, targets: { "team 2026-Q3": 90 } });
  expect(shareList(propose(rows, ["team", "2026-Q3"], { history: { a: 10, b: 1, c: 30 } }))).toEqual([
    15, 30, 45,
  ]);
});

test("the reason names what lifts and lowers, with the distance from the mean", () => {
  const rows = book({ targets: { "group:g1 2026-Q3": 90 } });
  const { result } = propose(rows, ["group:g1", "2026-Q3"], { history: { a: 10, b: 30 } });
  const cause = (key: string) => ({
    key: `target.allocation.cause.${key}`,
    params: {
      factor: { key: "target.allocation.factor.history" },
      percent: { unit: "percent", value: 0.5 },
    },
  });
  expect(result.ok && result.value.shares.map(({ reason }) => reason)).toEqual([
    { key: "target.allocation.reason.down", params: { down: cause("below") } },
    { key: "target.allocation.reason.up", params: { up: cause("above") } },
  ]);
});

test("floors above the total are refused with sum, total and difference", () => {
  const rows = book({ targets: { "group:g1 2026-Q3": 90 } });
  const boundsByKey = new Map([
    ["member:a@g1", { floor: 50 }],
    ["member:b@g1", { floor: 60 }],
  ]);
  const count = (value: number) => ({ unit: "count", value });
  expect(shareList(propose(rows, ["group:g1", "2026-Q3"], { boundsByKey }))).toEqual([
    {
      message: {
        key: "target.allocation.problem.floors",
        params: { sum: count(110), total: count(90), difference: count(20) },
      },
    },
  ]);
});

test("a raised parent spreads only the increase: 30 by 1 and 2 on top of 40 and 20 gives 50 and 40", () => {
  const targets = { "group:g1 2026-Q3": 90, "member:a 2026-Q3": 40, "member:b 2026-Q3": 20 };
  const asked: Asked = { spread: "increase", history: { a: 10, b: 20 } };
  expect(shareList(propose(book({ targets }), ["group:g1", "2026-Q3"], asked))).toEqual([50, 40]);
});

const G1_MONTHS = {
  "group:g1 2026-Q3": 90,
  "group:g1 2026-07": 20,
  "group:g1 2026-08": 30,
  "group:g1 2026-09": 40,
};

test("shares are laid over the group's months: people and months both add up", () => {
  const rows = applied(book({ targets: G1_MONTHS }), ["group:g1", "2026-Q3"], { history: { a: 10, b: 20 } });
  expect(sumFindings(treeOf(rows))).toEqual([]);
  expect(valuesOf(rows)).toMatchObject({ "member:a 2026-Q3": 30, "member:b 2026-Q3": 60 });
});

test("an allocated quarter lifts the member's year, which held before", () => {
  const quarters = Object.fromEntries(["Q1", "Q2", "Q3", "Q4"].map((q) => [`member:a 2026-${q}`, 10]));
  const targets = { "group:g1 2026-Q3": 90, "member:a 2026": 40, ...quarters };
  const rows = applied(book({ targets }), ["group:g1", "2026-Q3"], { history: { a: 10, b: 20 } });
  expect(valuesOf(rows)).toMatchObject({ "member:a 2026-Q3": 30, "member:a 2026": 60 });
});

test("an allocated team makes each typed group the sum of its members", () => {
  const targets = { "team 2026-07": 100, "group:g1 2026-07": 10, "group:g2 2026-07": 90 };
  const rows = applied(book({ targets }), ["team", "2026-07"], { history: { a: 1, b: 1, c: 2 } });
  expect(valuesOf(rows)).toMatchObject({ "group:g1 2026-07": 50, "group:g2 2026-07": 50 });
});

test("who leaves in mid-quarter keeps an exact share in the months they are here", () => {
  const members = [member("a", 1, { leftOn: day("2026-08-15") }), member("b", 2), member("c", 3)];
  const rows = applied(book({ members, targets: G1_MONTHS }), ["group:g1", "2026-Q3"]);
  expect(sumFindings(treeOf(rows))).toEqual([]);
  expect(valuesOf(rows)).not.toHaveProperty("member:a 2026-09");
});

test("whatever the months, total and history, everything adds up in both directions", () => {
  const amount = fc.integer({ min: 0, max: 10_000 });
  const months = fc.tuple(amount, amount, amount);
  fc.assert(
    fc.property(months, amount, amount, fc.integer({ min: 1, max: 50_000 }), ([x, y, z], a, b, total) => {
      const targets = {
        "group:g1 2026-Q3": x + y + z,
        "group:g1 2026-07": x,
        "group:g1 2026-08": y,
        "group:g1 2026-09": z,
      };
      const rows = applied(book({ targets }), ["group:g1", "2026-Q3"], { total, unit: 7, history: { a, b } });
      expect(sumFindings(treeOf(rows))).toEqual([]);
      const values = valuesOf(rows);
      expect((values["member:a 2026-Q3"] ?? 0) + (values["member:b 2026-Q3"] ?? 0)).toBe(total);
    }),
    { numRuns: 60 },
  );
});

test("a member who moved groups takes a part in each, in the months there", () => {
  const memberships = [seat("a", "g1"), seat("a", "g2", "2026-09-01"), seat("b", "g1"), seat("c", "g2")];
  const rows = applied(book({ memberships, targets: { "team 2026-Q3": 90 } }), ["team", "2026-Q3"]);
  const values = valuesOf(rows);
  const moved = ["07", "08", "09"].map((month) => values[`member:${"a" as MemberId} 2026-${month}`] ?? 0);
  expect(moved.reduce((sum, value) => sum + value, 0)).toBe(30);
});
