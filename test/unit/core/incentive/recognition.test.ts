import { describe, expect, test } from "vitest";
import type { MemberId } from "../../../../core/base/id.ts";
import { period } from "../../../../core/base/period.ts";
import type { PeriodId } from "../../../../core/base/period.ts";
import {
  removeRecognition,
  saveRecognition,
} from "../../../../core/incentive/recognition/edit-recognitions.ts";
import { proposeStar } from "../../../../core/incentive/recognition/propose-star.ts";
import { readRewardMoney } from "../../../../core/incentive/recognition/read-reward-money.ts";
import type { Recognition } from "../../../../core/incentive/records.ts";
import { aRecognition, rewardWorld } from "../../../builders/incentive-rewards.ts";
import type { RewardParts } from "../../../builders/incentive-rewards.ts";
import { aKpi, aMeasurement, aSet } from "../../../builders/kpi-context.ts";
import { problemKeys } from "../../../builders/team.ts";

const october = "2026-10" as PeriodId;
const star = (id: string, more: Partial<Recognition> = {}) =>
  aRecognition(id, { kind: "star", periodId: october, title: "本月之星", ...more });
const five = { a: 3, b: 9, c: 3, d: 1, e: 4 };
const proposed = (parts: RewardParts, stars: readonly Recognition[] = []) =>
  proposeStar(rewardWorld(parts), new Map(stars.map((one) => [one.id, one])), period("2026-10", 1));

describe("the star of a month", () => {
  test("is proposed by the best total score, with the figure and of how many", () => {
    const { best, by, notes } = proposed({ values: five, target: 6, kpi: { stretch: 12 } });
    expect(by).toEqual({ kind: "score" });
    expect(best.map((one) => one.row.member.name)).toEqual(["b"]);
    expect(best[0]?.reason.params).toMatchObject({ value: { unit: "score", value: 110 }, count: 5 });
    expect(notes).toEqual([]);
  });

  test("goes to both when two have the same score", () => {
    const { best } = proposed({ values: five, target: 4 });
    expect(best.map((one) => one.row.member.name)).toEqual(["b", "e"]);
    expect(best[0]?.reason.key).toBe("incentive.star.reason.shared");
  });

  test("of three people comes with the note that three are no ranking", () => {
    const { best, notes } = proposed({ values: { a: 1, b: 2, c: 3 }, target: 3 });
    expect(best.map((one) => one.row.member.name)).toEqual(["c"]);
    expect(notes).toEqual([{ key: "incentive.board.note.few", params: { count: 3, least: 5 } }]);
  });

  test("leaves out who lacks a KPI's score where two scorecards are whole, and says so", () => {
    const world = rewardWorld({ values: five, target: 6 });
    const second = aKpi("reports", { target: 1 });
    const set = aSet("g", "2025-02-01", { visits: 50, reports: 50 });
    const { context, rows } = world;
    const typed = ["a", "c"].map((name) => aMeasurement("reports", name, { periodId: october, value: 1 }));
    const kpis = new Map([...rows.kpis, ["reports", second]]);
    const both = { ...context.rows, kpis, kpiSets: new Map([[set.id, set]]) };
    const facts = { ...context.facts, measurements: [...context.facts.measurements, typed] };
    const source = { context: { ...context, rows: both, facts }, rows: { ...rows, kpis } };
    const { best, n, notes } = proposeStar(source, new Map(), period("2026-10", 1));
    expect(best.map((one) => one.row.member.name)).toEqual(["a", "c"]);
    expect({ n, left: notes[0] }).toEqual({
      n: 2,
      left: { key: "incentive.star.note.left-out", params: { count: 3 } },
    });
  });

  test("is nobody when only one has a result", () => {
    expect(proposed({ values: { a: 1, b: null }, target: 3 }).best).toEqual([]);
  });

  test("says who was the star of the month before, and who is the star already", () => {
    const stars = [
      star("s1", { memberId: "b" as MemberId, periodId: "2026-09" as PeriodId }),
      star("s2", { memberId: "b" as MemberId }),
    ];
    const [best] = proposed({ values: five, target: 6 }, stars).best;
    expect(best).toMatchObject({ wasLast: true, isStar: true });
  });
});

describe("a recognition", () => {
  const { rows } = rewardWorld({ values: { a: 1, b: 2 }, recognitions: [star("s1")] });

  test("that is a star is refused twice for one member and month, and allowed for another member", () => {
    expect(problemKeys(saveRecognition(rows, star("s2")))).toEqual(["incentive.problem.star-twice"]);
    expect(saveRecognition(rows, star("s2", { memberId: "b" as MemberId })).ok).toBe(true);
  });

  test("that is a star needs a month, and a quarter is none", () => {
    const quarter = star("s2", { memberId: "b" as MemberId, periodId: "2026-Q3" as PeriodId });
    expect(problemKeys(saveRecognition(rows, quarter))).toEqual(["incentive.problem.month"]);
  });

  test("that is no star keeps no month", () => {
    const saved = saveRecognition(rows, star("t1", { kind: "thanks" }));
    expect(saved.ok && saved.value[0]).toMatchObject({ op: "put", table: "recognitions" });
    expect(JSON.stringify(saved)).not.toContain("periodId");
  });

  test("that stays as it was makes no change", () => {
    expect(saveRecognition(rows, star("s1"))).toEqual({ ok: true, value: [] });
  });

  test("with a title of 201 characters is refused", () => {
    const long = aRecognition("t1", { title: "长".repeat(201) });
    expect(problemKeys(saveRecognition(rows, long))).toEqual(["incentive.problem.title-long"]);
  });

  test("is taken away by its id", () => {
    expect(removeRecognition(rows, "s1")).toMatchObject({ value: [{ op: "remove", ids: ["s1"] }] });
  });
});

test("what a reward costs is read to the fen and refused when it is finer", () => {
  expect(readRewardMoney("¥1,200.50", "CNY")).toEqual({ ok: true, value: 120_050 });
  expect(readRewardMoney("1.005", "CNY").ok).toBe(false);
  expect(readRewardMoney("50%", "CNY").ok).toBe(false);
});
