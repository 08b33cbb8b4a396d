import type { Day } from "../../base/day.ts";
import type { KpiId, MemberId } from "../../base/id.ts";
import { childPeriods, periodOf, shiftPeriod } from "../../base/period.ts";
import type { Period } from "../../base/period.ts";
import { measurementId } from "../../kpi/measurement-id.ts";
import type { Measurement } from "../../kpi/records.ts";
import { seedKpiId } from "../../kpi/seed-kpis.ts";
import { SAMPLE_PEOPLE } from "./people.ts";
import type { SamplePerson } from "./people.ts";
import { between } from "./random.ts";
import type { Random } from "./random.ts";

type Typed = Pick<Measurement, "value"> & Partial<Pick<Measurement, "numerator" | "denominator" | "note">>;

/** What the manager has typed for each person: complete for the months that are over, but for a few that are missing.
 * @example sampleValues(seededRandom(9), "2026-11-23").every((one) => one.source === "typed") // => true
 */
export function sampleValues(random: Random, today: Day): readonly Measurement[] {
  const thisYear = periodOf(today, "year", 1);
  const quarters = [shiftPeriod(thisYear, -1, 1), thisYear].flatMap((year) => childPeriods(year, 1));
  const months = quarters
    .flatMap((quarter) => childPeriods(quarter, 1))
    .filter((month) => month.end <= today);
  return SAMPLE_PEOPLE.flatMap((person) => [
    ...months
      .filter((month) => month.end > person.hiredOn && !isForgotten(person, month, months))
      .flatMap((month) => monthValues(random, person, month)),
    ...(person.group === 2 ? quarters.filter((quarter) => quarter.end <= today) : []).map((quarter) =>
      record(
        person,
        quarter,
        "market-share",
        ratio(between(random, 82, 96) * 100_000, 120_000_000, "《区域行业年报》"),
      ),
    ),
  ]);
}

/** The last month of two people was not handed in yet: the value grid has something to ask for. */
function isForgotten(person: SamplePerson, month: Period, months: readonly Period[]): boolean {
  return month === months.at(-1) && ["m-li-min", "m-lin-yue"].includes(person.id);
}

function monthValues(random: Random, person: SamplePerson, month: Period): readonly Measurement[] {
  const value = (kpi: Parameters<typeof seedKpiId>[0], typed: Typed) => record(person, month, kpi, typed);
  const accuracy = ratio(between(random, 68, 96) * 3_000, 300_000);
  if (person.group === 0) {
    const visits = Math.round(between(random, 16, 25) * Math.min(1.1, person.performance));
    return [value("visits", { value: visits }), value("forecast-accuracy", accuracy)];
  }
  if (person.group === 1) {
    const answers = between(random, 14, 24);
    const served = between(random, 36, 52);
    const complaints = person.id === "m-zhou-tao" ? between(random, 1, 4) : between(random, 0, 2);
    return [
      value("visits", { value: between(random, 12, 20) }),
      value("customer-satisfaction", ratio(answers - between(random, 0, 3), answers)),
      value("complaints", ratio(complaints, served)),
    ];
  }
  const due = between(random, 4, 6);
  return [
    value("reports-on-time", ratio(due - (random() < 0.25 ? 1 : 0), due)),
    value("forecast-accuracy", accuracy),
  ];
}

function ratio(numerator: number, denominator: number, note?: string): Typed {
  return { value: numerator / denominator, numerator, denominator, ...(note ? { note } : {}) };
}

function record(
  person: SamplePerson,
  period: Period,
  kpi: Parameters<typeof seedKpiId>[0],
  typed: Typed,
): Measurement {
  const kpiId: KpiId = seedKpiId(kpi);
  const subject = { kind: "member", id: person.id as MemberId } as const;
  return {
    id: measurementId(kpiId, subject, period.id),
    kpiId,
    subject: `member:${person.id}`,
    periodId: period.id,
    ...typed,
    source: "typed",
  };
}
