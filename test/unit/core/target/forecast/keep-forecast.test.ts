import { describe, expect, it } from "vitest";
import { day } from "../../../../../core/base/day.ts";
import type { KpiId } from "../../../../../core/base/id.ts";
import { period } from "../../../../../core/base/period.ts";
import type { Forecast } from "../../../../../core/target/forecast/forecast.ts";
import {
  forecastAccuracy,
  forecastAtStart,
  keepForecasts,
  keptForecasts,
} from "../../../../../core/target/forecast/keep-forecast.ts";
import type { KeptForecast } from "../../../../../core/target/records.ts";

const MARCH = period("2026-03", 1);
const team = { kind: "team" } as const;
const kpiId = "sales" as KpiId;
const forecast = { value: 100, low: 80, high: 120, chance: 0.4, target: 110 } as Forecast;
const kept = (on: string) => ({ on: day(on) });

describe("keeping a forecast", () => {
  it("writes a record for each subject, named by KPI, subject, period and day", () => {
    const result = keepForecasts([{ subject: team, forecast }], {
      on: day("2026-03-02"),
      kpiId,
      period: MARCH,
    });
    const [change] = result.ok ? result.value : [];
    const [record] = change?.op === "put" ? (change.records as readonly KeptForecast[]) : [];
    expect(record).toMatchObject({
      id: "sales|team|2026-03|2026-03-02",
      value: 100,
      chance: 0.4,
      target: 110,
    });
  });

  it("is refused when the period is over", () => {
    const result = keepForecasts([{ subject: team, forecast }], {
      on: day("2026-04-01"),
      kpiId,
      period: MARCH,
    });
    expect(result).toMatchObject({
      ok: false,
      error: [{ message: { key: "target.forecast.problem.over" } }],
    });
  });

  it("finds those of one subject and period, the earliest first", () => {
    const record = (on: string, subject = "team") =>
      ({ id: `${subject}${on}`, on: day(on), kpiId, subject, periodId: MARCH.id }) as KeptForecast;
    const list = [record("2026-03-09"), record("2026-03-02"), record("2026-03-02", "member:m1")];
    const forecasts = new Map(list.map((one) => [one.id, one]));
    const found = keptForecasts({ forecasts }, { kpiId, subject: team, period: MARCH });
    expect(found.map(({ on }) => on)).toEqual(["2026-03-02", "2026-03-09"]);
  });
});

describe("the forecast that speaks for a period's start", () => {
  it("is the last one kept in the two weeks before it", () => {
    expect(forecastAtStart([kept("2026-02-20"), kept("2026-02-27"), kept("2026-03-09")], MARCH)?.on).toBe(
      "2026-02-27",
    );
  });

  it("is the first one kept in it where there is none shortly before", () => {
    expect(forecastAtStart([kept("2026-01-02"), kept("2026-03-09"), kept("2026-03-16")], MARCH)?.on).toBe(
      "2026-03-09",
    );
  });

  it("is none of those kept afterwards", () => {
    expect(forecastAtStart([kept("2026-04-01")], MARCH)).toBeUndefined();
  });
});

describe("the accuracy of a forecast", () => {
  it("is the same whether it was a tenth too high or the result a tenth lower", () => {
    expect(forecastAccuracy(90, 100)).toEqual({ value: 0.9 });
    expect(forecastAccuracy(100, 90)).toEqual({ value: 0.9 });
  });

  it("is 0 when nothing came of it, and 1 when nothing was promised and nothing came", () => {
    expect(forecastAccuracy(0, 100)).toEqual({ value: 0 });
    expect(forecastAccuracy(0, 0)).toEqual({ value: 1 });
  });

  it("is none without a forecast", () => {
    expect(forecastAccuracy(5, null)).toMatchObject({
      value: null,
      note: { key: "target.forecast.none.not-kept" },
    });
  });
});
