import { day } from "../../core/base/day.ts";
import { money } from "../../core/base/money.ts";
import type { Ppm } from "../../core/base/money.ts";
import { period } from "../../core/base/period.ts";
import { workingCalendar } from "../../core/base/working-calendar.ts";
import { forecastOf } from "../../core/target/forecast/forecast.ts";
import { aDeal, kpiWorld } from "../builders/target-forecast.ts";
import { chanceGroups, playWorlds } from "../builders/forecast-worlds.ts";
import type { ChanceGroup } from "../builders/forecast-worlds.ts";
import type { BenchFigure } from "./harness.ts";

const calendar = workingCalendar([]);
const MARCH = period("2026-03", 1);

export const figures: readonly BenchFigure[] = [
  {
    name: "forecast with range, chance and what must not slip",
    floorName: "one random number for each deal in each of the 2 500 plays",
    of: "open deals",
    sizes: [100, 1_000, 10_000],
    samples: 7,
    prepare(size) {
      const deals = Array.from({ length: size }, (_, at) =>
        aDeal(`d${at}`, {
          amount: money(1000 + at),
          probability: ((at % 100) * 10_000) as Ppm,
          expectedCloseOn: day("2026-03-20"),
        }),
      );
      return {
        run: () =>
          forecastOf(kpiWorld({ deals, today: "2026-03-10" }), {
            metric: "won-amount",
            subject: { kind: "team" },
            period: MARCH,
            calendar,
            absences: new Map(),
            target: size * 700,
          }).value,
        floor: () => {
          let sum = 0;
          for (let draw = 0; draw < size * 2500; draw += 1) sum += Math.random();
          return sum;
        },
      };
    },
  },
  {
    name: "forecast: the stated chance against how often it came true, the worst quarter of the scale",
    floorName: "three standard errors of so many periods: what chance alone would do",
    of: "played periods",
    sizes: [300, 1_000, 3_000],
    samples: 1,
    clock: "answer",
    unit: "%",
    limit: { ratio: 1 },
    prepare(size) {
      const groups = chanceGroups(playWorlds(size));
      const worst = groups.reduce((a, b) => (missOf(b) / b.error > missOf(a) / a.error ? b : a));
      return { run: () => 100 * missOf(worst), floor: () => 100 * worst.error };
    },
  },
];

function missOf({ stated, reached }: ChanceGroup): number {
  return Math.abs(stated - reached);
}
