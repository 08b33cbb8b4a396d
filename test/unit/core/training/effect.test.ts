import { describe, expect, test } from "vitest";
import { day } from "../../../../core/base/day.ts";
import { period } from "../../../../core/base/period.ts";
import { monthWeeks, sessionEntries } from "../../../../core/training/calendar/session-entries.ts";
import { trainingEffect } from "../../../../core/training/effect/training-effect.ts";
import { usefulness } from "../../../../core/training/sessions/usefulness.ts";
import { aGroup, aMember, aMembership } from "../../../builders/team.ts";
import { anOrder } from "../../../builders/kpi-context.ts";
import {
  aCourse,
  aKpi,
  aMarchValue,
  aSession,
  anEnrolment,
  kpiWorld,
  trainingRows,
} from "../../../builders/training.ts";

const PEOPLE = Array.from({ length: 10 }, (_, at) => `p${at}`);
const team = {
  groups: [aGroup("g1")],
  members: PEOPLE.map((id, at) => aMember(id, { order: at })),
  memberships: PEOPLE.map((id) => aMembership(id, "g1")),
};
const visits = aKpi("visits", { kind: "flow", source: "typed" });

/** Visits of February and April around a session in March: p0–p4 attended. */
function effectOf(after: (at: number) => number, attended = 5, today = "2026-09-01") {
  const measurements = PEOPLE.flatMap((id, at) => [
    {
      ...aMarchValue("visits", id, 10),
      id: `visits|member:${id}|2026-02`,
      periodId: period("2026-02", 1).id,
    },
    {
      ...aMarchValue("visits", id, after(at)),
      id: `visits|member:${id}|2026-04`,
      periodId: period("2026-04", 1).id,
    },
  ]);
  const rows = trainingRows({
    ...team,
    courses: [aCourse("c1")],
    trainingSessions: [aSession("k1", "c1", { on: day("2026-03-10") })],
    enrolments: PEOPLE.slice(0, attended).map((id) => anEnrolment("k1", id, { attendance: "attended" })),
  });
  const context = kpiWorld({ ...team, kpis: [visits], measurements, today });
  return trainingEffect(context, rows, { session: rows.trainingSessions.get("k1")!, kpi: visits, weeks: 4 });
}

describe("trainingEffect", () => {
  test("medians of the changes are compared where five stand on each side", () => {
    const effect = effectOf((at) => (at < 5 ? 14 + at : 11));
    expect([effect.attended.value.value, effect.attended.n]).toEqual([6, 5]);
    expect([effect.others.value.value, effect.others.n]).toEqual([1, 5]);
    expect(effect.verdict).toBe("better");
  });

  test("four on one side are too few to say, however clear the figures look", () => {
    expect(effectOf((at) => (at < 4 ? 100 : 1), 4).verdict).toBe("too-few");
  });

  test("where less is better a smaller change is the better one", () => {
    const effect = effectOf((at) => (at < 5 ? 12 : 15));
    expect(effect.verdict).toBe("worse");
  });

  test("while the time after is running nothing is said", () => {
    expect(effectOf(() => 12, 5, "2026-04-30").verdict).toBe("running");
  });

  test("a figure opens down to the months of each person", () => {
    const effect = effectOf((at) => 10 + at);
    const [first] = effect.attended.explain().inputs;
    const after = first!.explain!().inputs[1]!.explain!();
    expect(after.rows.map((row) => row.ref.id)).toEqual(["visits|member:p0|2026-04"]);
  });

  /** Sales of p0, who attended on 10 March, four weeks before and after. */
  function salesOf(byDay: readonly (readonly [string, number])[]) {
    const sales = aKpi("sales", { source: "book", metric: "order-amount", unit: "money", kind: "flow" });
    const orders = byDay.map(([on, amount], at) => anOrder(`o${at}`, on, amount, { ownerName: "p0" }));
    const session = aSession("k1", "c1", { on: day("2026-03-10") });
    const rows = trainingRows({
      ...team,
      courses: [aCourse("c1")],
      trainingSessions: [session],
      enrolments: [anEnrolment("k1", "p0", { attendance: "attended" })],
    });
    const context = kpiWorld({ ...team, kpis: [sales], orders, today: "2026-09-01" });
    const [row] = trainingEffect(context, rows, { session, kpi: sales, weeks: 4 }).rows;
    return [row!.before.value.value, row!.after.value.value];
  }

  test("orders are counted to the day, the day of the session in neither window", () => {
    const orders = [
      ["2026-01-05", 1],
      ["2026-03-09", 20],
      ["2026-03-10", 300],
      ["2026-03-11", 4000],
      ["2026-04-07", 50_000],
      ["2026-04-08", 600_000],
    ] as const;
    expect(salesOf(orders)).toEqual([20, 54_000]);
  });

  test("a book that begins within the weeks before says nothing of them", () => {
    // The weeks before begin on 10 February.
    expect(
      salesOf([
        ["2026-02-20", 20],
        ["2026-03-11", 4000],
      ]),
    ).toEqual([null, 4000]);
    expect(
      salesOf([
        ["2026-02-10", 20],
        ["2026-03-11", 4000],
      ]),
    ).toEqual([20, 4000]);
  });
});

describe("usefulness", () => {
  test("is the median of those who answered", () => {
    const answers = [5, undefined, 1, 4].map((rating, at) => ({
      name: `p${at}`,
      enrolment: anEnrolment("k1", `p${at}`, rating === undefined ? {} : { rating }),
    }));
    const figure = usefulness(answers);
    expect([figure.value.value, figure.n]).toEqual([4, 3]);
  });
});

describe("sessionEntries", () => {
  const words = { nameOf: ({ zh }: { readonly zh: string }) => zh, say: () => "line" };
  const entryOf = (fields: object) => {
    const session = aSession("k1", "c1", fields);
    return sessionEntries(trainingRows(), [{ session, course: aCourse("c1"), enrolments: [] }], words)[0]!;
  };

  test("a session of an afternoon has its time and length", () => {
    const entry = entryOf({ startsAt: "13:30", hours: 2.5 });
    expect([entry.startsAt, entry.minutes, entry.days]).toEqual(["13:30", 150, undefined]);
  });

  test("one of two days takes whole days, whenever it begins", () => {
    const entry = entryOf({ startsAt: "09:00", hours: 16 });
    expect([entry.startsAt, entry.days]).toEqual([undefined, 2]);
  });

  test("a moved session keeps its uid", () => {
    expect(entryOf({ on: day("2026-12-01") }).uid).toBe(entryOf({}).uid);
  });
});

describe("monthWeeks", () => {
  test("a month is whole weeks from Monday to Sunday", () => {
    const weeks = monthWeeks(period("2026-02", 1));
    expect([weeks.length, weeks[0]![0], weeks.at(-1)![6]]).toEqual([5, "2026-01-26", "2026-03-01"]);
  });
});
