import { describe, expect, test } from "vitest";
import { day } from "../../../../core/base/day.ts";
import type { MemberId } from "../../../../core/base/id.ts";
import { money } from "../../../../core/base/money.ts";
import { bookYears, rewardBook } from "../../../../core/incentive/reward-book/reward-book.ts";
import {
  aDecision,
  aJourney,
  anAdjustment,
  aRecognition,
  aStatement,
  came,
  rewardWorld,
} from "../../../builders/incentive-rewards.ts";
import type { RewardParts } from "../../../builders/incentive-rewards.ts";

const of2026 = { memberId: "a" as MemberId, year: 2026, fiscalStart: 1 };
const bookOf = (parts: RewardParts) => rewardBook(rewardWorld(parts).rows, of2026);
const whole: RewardParts = {
  values: { a: 1, b: 1 },
  statements: [aStatement("2026-Q2", 500_000)],
  recognitions: [aRecognition("r", { cost: money(20_000) }), aRecognition("thanks")],
  events: [aJourney({ spent: money(90_001), attendance: came({ a: 5, b: 4 }) })],
  promotions: [aDecision()],
};

describe("a reward book", () => {
  test("adds up to its kinds, to the fen", () => {
    const { total, sums } = bookOf(whole);
    expect(sums.map((one) => [one.kind, one.figure.value.value])).toEqual([
      ["statement", 500_000],
      ["recognition", 20_000],
      ["travel", 45_001],
    ]);
    expect(total.value.value).toBe(565_001);
  });

  test("lists what is worth no money too, the latest first", () => {
    expect(bookOf(whole).lines.map((line) => line.kind)).toEqual([
      "travel",
      "promotion",
      "recognition",
      "recognition",
      "statement",
    ]);
  });

  test("lists an adjustment without counting it until an approved statement names it", () => {
    const waiting = bookOf({ values: { a: 1 }, adjustments: [anAdjustment("x")] });
    expect(waiting.total.value.value).toBe(0);
    expect(waiting.total.explain().notes[0]?.key).toBe("incentive.book.note.pending");
    const approved = bookOf({
      values: { a: 1 },
      adjustments: [anAdjustment("x")],
      statements: [aStatement("2026-Q3", 5_000, ["x"])],
    });
    expect(approved.lines.map((line) => line.kind)).toEqual(["statement"]);
    expect(approved.total.value.value).toBe(5_000);
  });

  test("puts a statement into the year of its period, not of its approval", () => {
    const { rows } = rewardWorld({ statements: [aStatement("2025-Q4", 100)] });
    expect(bookYears(rows, of2026.memberId, 1)).toEqual([2025]);
  });

  test("knows nothing of what others got, of declined steps, and of events they missed", () => {
    const { lines } = bookOf({
      values: { a: 1, b: 1 },
      recognitions: [aRecognition("r", { memberId: "b" as MemberId })],
      promotions: [aDecision({ outcome: "declined", reason: "再看" })],
      events: [aJourney({ attendance: came({ b: 4 }) })],
    });
    expect(lines).toEqual([]);
  });

  test("explains each sum down to its records", () => {
    const [statement] = bookOf(whole).sums;
    expect(statement?.figure.explain().rows).toEqual([
      {
        ref: { table: "statements", id: "a|2026-Q2" },
        label: "2026-Q2",
        day: day("2026-07-05"),
        amount: { unit: "money", value: 500_000 },
      },
    ]);
  });
});
