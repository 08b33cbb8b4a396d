import { expect, test } from "vitest";
import { BOOK_METRICS } from "../../../../core/kpi/records.ts";
import { seedKpis } from "../../../../core/kpi/seed-kpis.ts";

test("a seeded KPI that has the id of a metric of the book is that metric", () => {
  const metrics: readonly string[] = BOOK_METRICS;
  const shared = seedKpis().filter((kpi) => metrics.includes(kpi.id));
  expect(shared.map((kpi) => kpi.metric)).toEqual(shared.map((kpi) => kpi.id));
});
