import { describe, expect, test } from "vitest";
import { day } from "../../../../core/base/day.ts";
import type { GroupId, KpiId } from "../../../../core/base/id.ts";
import { period } from "../../../../core/base/period.ts";
import { explainPlace, leaderboard } from "../../../../core/incentive/leaderboard/leaderboard.ts";
import type { ResultAsked } from "../../../../core/incentive/leaderboard/member-result.ts";
import { rewardWorld } from "../../../builders/incentive-rewards.ts";
import type { RewardParts } from "../../../builders/incentive-rewards.ts";

const october: ResultAsked = {
  by: { kind: "value", kpiId: "visits" as KpiId },
  period: period("2026-10", 1),
};
const five = { a: 3, b: 9, c: 3, d: 1, e: 4 };
const boardOf = (parts: RewardParts, asked: Partial<ResultAsked> = {}) =>
  leaderboard(rewardWorld(parts), { ...october, ...asked });
const placesOf = (parts: RewardParts, asked: Partial<ResultAsked> = {}) =>
  boardOf(parts, asked).rows.map((row) => [row.member.name, row.place]);

describe("a leaderboard", () => {
  test("gives equal results the same place and counts on after them", () => {
    expect(placesOf({ values: five })).toEqual([
      ["b", 1],
      ["e", 2],
      ["a", 3],
      ["c", 3],
      ["d", 5],
    ]);
    expect(boardOf({ values: five }).rows.map((row) => row.isTied)).toEqual([
      false,
      false,
      true,
      true,
      false,
    ]);
  });

  test("puts the lowest first where lower is better", () => {
    expect(placesOf({ values: five, kpi: { direction: "lower" } })[0]).toEqual(["d", 1]);
  });

  test("ranks nobody when four have a value, and keeps the manager's order", () => {
    const parts = { values: { a: 1, b: 9, c: 3, d: 4, e: null } };
    expect(placesOf(parts).map(([, place]) => place)).toEqual([null, null, null, null, null]);
    expect(placesOf(parts)[0]).toEqual(["a", null]);
    expect(boardOf(parts)).toMatchObject({ n: 4, isRanked: false });
  });

  test("puts who has no value last and gives them no place, with the reason", () => {
    const last = boardOf({ values: { z: null, ...five } }).rows.at(-1)!;
    expect(last).toMatchObject({ place: null, value: { value: null } });
    expect(last.note?.key).toBe("kpi.none.typed");
  });

  test("has the mean of the middle two as the median of six, with six rows behind it", () => {
    const { median } = boardOf({ values: { ...five, f: 8 } });
    expect(median.value).toEqual({ unit: "count", value: 3.5 });
    expect(median.explain().rows).toHaveLength(6);
  });

  test("explains a place by everybody who has one", () => {
    const board = boardOf({ values: { ...five, z: null } });
    const { value, rows } = explainPlace(rewardWorld({ values: five }), october, {
      board,
      one: board.rows[1]!,
    });
    expect(value.value).toBe(2);
    expect(rows.map((row) => row.label)).toEqual(["b", "e", "a", "c", "d"]);
  });

  test("marks who came in the middle of the month", () => {
    const { rows } = boardOf({ values: five, members: { b: { hiredOn: day("2026-10-15") } } });
    expect(rows.filter((row) => row.isShort).map((row) => row.member.name)).toEqual(["b"]);
  });

  test("leaves out who left before the period", () => {
    const parts = { values: { ...five, f: 8 }, members: { f: { leftOn: day("2026-10-01") } } };
    expect(boardOf(parts).rows).toHaveLength(5);
  });

  test("counts nobody who is in another group", () => {
    expect(boardOf({ values: five }, { groupId: "other" as GroupId }).rows).toEqual([]);
  });

  test("compares attainment of the KPI's own target", () => {
    const by = { kind: "attainment", kpiId: "visits" as KpiId } as const;
    const [first] = boardOf({ values: five, target: 6 }, { by }).rows;
    expect(first?.value).toEqual({ unit: "percent", value: 1.5 });
  });

  test("compares the totals of scorecards and counts the KPIs that have a score", () => {
    const [first] = boardOf({ values: five, target: 6 }, { by: { kind: "score" } }).rows;
    expect(first).toMatchObject({ value: { unit: "score", value: 100 }, n: 1 });
  });

  test("is running until the day after the period's last day", () => {
    expect(boardOf({ values: five, today: "2026-10-31" }).isRunning).toBe(true);
    expect(boardOf({ values: five, today: "2026-11-01" }).isRunning).toBe(false);
  });

  test("of a period to come has nobody", () => {
    expect(boardOf({ values: five, today: "2026-09-30" }).rows).toEqual([]);
  });
});
