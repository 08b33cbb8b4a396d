import { describe, expect, it } from "vitest";
import { day } from "../../../../core/base/day.ts";
import type { DealId, MemberId } from "../../../../core/base/id.ts";
import { money } from "../../../../core/base/money.ts";
import type { WeeklyCommit } from "../../../../core/target/records.ts";
import { nameDeals, setCommits, weekOf, weekSpan } from "../../../../core/target/weekly-commits.ts";

const shape = { unit: "money", kind: "flow", digits: 2, shownPower: 4 } as const;
const from = { shape, today: day("2026-03-18") };
const m1 = "m1" as MemberId;
const thisWeek = (text: string) => ({ memberId: m1, week: day("2026-03-18"), text });
const known: WeeklyCommit = {
  id: "m1|2026-03-16",
  memberId: m1,
  week: day("2026-03-16"),
  amount: money(500_000),
  dealIds: ["d1" as DealId],
  note: "",
};
const rows = (...commits: readonly WeeklyCommit[]) => ({
  weeklyCommits: new Map(commits.map((one) => [one.id, one])),
});

describe("a week", () => {
  it("runs from Monday to Monday, half-open", () => {
    expect(weekSpan(day("2026-03-22"))).toEqual({ start: "2026-03-16", end: "2026-03-23" });
    expect(weekOf(day("2026-03-16"))).toBe("2026-03-16");
  });
});

describe("a weekly commit", () => {
  it("is typed in the shown multiple and stands on its Monday", () => {
    const result = setCommits(rows(), [thisWeek("5")], from);
    expect(result).toMatchObject({
      ok: true,
      value: [{ op: "put", records: [{ id: "m1|2026-03-16", week: "2026-03-16", amount: 5_000_000 }] }],
    });
  });

  it("keeps the deals it names when its amount changes", () => {
    const result = setCommits(rows(known), [thisWeek("6")], from);
    expect(result).toMatchObject({
      ok: true,
      value: [{ records: [{ dealIds: ["d1"], amount: 6_000_000 }] }],
    });
  });

  it("is taken away by an empty text, and writes nothing when it is the same", () => {
    expect(setCommits(rows(known), [thisWeek("")], from)).toMatchObject({ value: [{ op: "remove" }] });
    expect(setCommits(rows(known), [thisWeek("50")], from)).toMatchObject({ value: [{ op: "put" }] });
    expect(setCommits(rows(known), [thisWeek("0.5")], from)).toEqual({ ok: true, value: [] });
  });

  it("is refused for a week that is over, and with it the whole gesture", () => {
    const result = setCommits(rows(), [thisWeek("5"), { ...thisWeek("5"), week: day("2026-03-09") }], from);
    expect(result).toMatchObject({
      ok: false,
      error: [{ field: "m1|2026-03-09", message: { key: "target.commit.problem.past" } }],
    });
  });

  it("names each of its deals once", () => {
    const result = nameDeals(rows(known), { id: known.id, dealIds: ["d2", "d2"] as DealId[] });
    expect(result).toMatchObject({ ok: true, value: [{ records: [{ dealIds: ["d2"] }] }] });
  });
});
