import { describe, expect, test } from "vitest";
import { day } from "../../../../core/base/day.ts";
import { money } from "../../../../core/base/money.ts";
import { saveEvent } from "../../../../core/incentive/events/edit-events.ts";
import { eventFigures, eventShares } from "../../../../core/incentive/events/event-figures.ts";
import { qualify } from "../../../../core/incentive/events/qualify.ts";
import type { RewardEvent } from "../../../../core/incentive/records.ts";
import { aJourney, came, rewardWorld } from "../../../builders/incentive-rewards.ts";
import type { RewardParts } from "../../../builders/incentive-rewards.ts";
import { problemKeys } from "../../../builders/team.ts";

const five = { a: 3, b: 9, c: 3, d: 1, e: 4 };
const goers = (event: Partial<RewardEvent>, parts: RewardParts = { values: five }) =>
  qualify(rewardWorld(parts), aJourney(event));
const names = (event: Partial<RewardEvent>, parts?: RewardParts) =>
  goers(event, parts)
    .contenders.filter((one) => one.goes)
    .map((one) => one.row.member.name);

describe("a journey that is won", () => {
  test("by a threshold takes who is exactly on it, each with the margin", () => {
    expect(names({ threshold: 4 })).toEqual(["b", "e"]);
    expect(goers({ threshold: 4 }).contenders.map((one) => one.margin.value.value)).toEqual([
      5, 0, -1, -1, -3,
    ]);
  });

  test("by three places takes four when the third is shared, and says so", () => {
    const { going, isOverfull, contenders } = goers({ places: 3 });
    expect({ going, isOverfull }).toEqual({ going: 4, isOverfull: true });
    expect(contenders[3]?.reason.key).toBe("incentive.event.reason.place-in-tied");
  });

  test("by both asks for both", () => {
    expect(names({ places: 3, threshold: 4 })).toEqual(["b", "e"]);
    expect(goers({ places: 3, threshold: 4 }).isOverfull).toBe(false);
  });

  test("by places of four people is not known, but who misses the threshold does not go", () => {
    const values = { a: 3, b: 9, c: 3, d: 1 };
    const { contenders, notes } = goers({ places: 1, threshold: 2 }, { values });
    expect(contenders.map((one) => one.goes)).toEqual([null, null, null, false]);
    expect(notes.map((note) => note.key)).toEqual(["incentive.board.note.few"]);
  });

  test("by a threshold alone is sure of two people, without a word about few", () => {
    const { notes, going } = goers({ threshold: 2 }, { values: { a: 3, b: 1 } });
    expect({ notes, going }).toEqual({ notes: [], going: 1 });
  });

  test("where lower is better takes who is not above the threshold", () => {
    expect(names({ threshold: 3 }, { values: five, kpi: { direction: "lower" } })).toEqual(["d", "a", "c"]);
  });

  test("does not know about who has no value", () => {
    const last = goers({ threshold: 2 }, { values: { a: null, b: 3 } }).contenders.at(-1);
    expect(last).toMatchObject({ goes: null, margin: { value: { value: null } } });
  });

  test("of a running period is provisional", () => {
    const { notes } = goers({ threshold: 2 }, { values: five, today: "2026-10-15" });
    expect(notes.map((note) => note.key)).toEqual(["kpi.note.running"]);
  });
});

describe("an event", () => {
  const { rows } = rewardWorld({ values: five });

  test("shares what was spent to the last fen among who came", () => {
    const shares = eventShares(aJourney({ spent: money(10_000), attendance: came({ a: 5, b: 4, c: null }) }));
    expect([...shares.values()]).toEqual([3334, 3333, 3333]);
  });

  test("has the median of the ratings given and says that three are few", () => {
    const { rating } = eventFigures(rows, aJourney({ attendance: came({ a: 5, b: 4, c: 1, d: null }) }));
    expect(rating).toMatchObject({ value: { unit: "score", value: 4 }, n: 3 });
    expect(rating.note?.key).toBe("incentive.event.note.few-ratings");
  });

  test("counts nobody as there who had left the team by its day", () => {
    const members = { b: { leftOn: day("2026-12-01") } };
    const team = rewardWorld({ values: { a: 1, b: 1 }, members }).rows;
    const { attendance } = eventFigures(team, aJourney({ attendance: came({ a: 5, b: 4 }) }));
    expect(attendance.value).toEqual({ unit: "percent", value: 1 });
  });

  test("without a budget has nothing left to tell", () => {
    const { left } = eventFigures(rows, aJourney({ spent: money(5) }));
    expect(left.value.value).toBeNull();
    expect(left.note?.key).toBe("incentive.event.note.no-budget");
  });

  test("of the team keeps no rule of a journey", () => {
    const saved = saveEvent(rows, aJourney({ kind: "team-building", threshold: 5, places: 2 }));
    expect(JSON.stringify(saved)).not.toMatch(/threshold|places|kpiId|periodId/);
  });

  test("is refused with somebody who came twice", () => {
    const [one] = came({ a: 5 });
    const twice = aJourney({ threshold: 1, attendance: [one!, one!] });
    expect(problemKeys(saveEvent(rows, twice))).toEqual(["incentive.problem.event-people"]);
  });
});
