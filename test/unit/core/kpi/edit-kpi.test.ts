import { describe, expect, test } from "vitest";
import type { KpiId } from "../../../../core/base/id.ts";
import { addKpi, archiveKpi, editKpi, kpiProblems } from "../../../../core/kpi/edit-kpi.ts";
import type { KpiFields } from "../../../../core/kpi/edit-kpi.ts";
import type { Kpi } from "../../../../core/kpi/records.ts";
import { aKpi, aMarchValue, kpiWorld } from "../../../builders/kpi-context.ts";

const context = kpiWorld({ kpis: [aKpi("a", { threshold: 1, target: 2, order: 3 }), aKpi("b")] });
const a = "a" as KpiId;

function edited(fields: KpiFields): Kpi | string | undefined {
  const outcome = editKpi(context, a, fields);
  if (!outcome.ok) return outcome.error[0]?.message.key;
  const [change] = outcome.value;
  return change?.op === "put" ? (change.records[0] as Kpi) : undefined;
}

describe("a KPI", () => {
  test("added stands last in the library", () => {
    const outcome = addKpi(context, "c" as KpiId, { name: { zh: "新", en: "" } });
    const record = aKpi("c", { name: { zh: "新", en: "" }, order: 4 });
    expect(outcome).toEqual({ ok: true, value: [{ op: "put", table: "kpis", records: [record] }] });
  });

  test("cannot take another's name in either language, however it is spelled", () => {
    expect(edited({ name: { zh: "", en: " Ｂ " } })).toBe("kpi.problem.name-taken");
    expect(edited({ name: { zh: "", en: "" } })).toBe("kpi.problem.name-missing");
  });

  test("keeps threshold, target and stretch in the order of its direction", () => {
    expect(edited({ stretch: 1.5 })).toBe("kpi.problem.order-higher");
    expect(edited({ direction: "lower" })).toBe("kpi.problem.order-lower");
    expect(edited({ target: undefined, stretch: 1 })).toEqual(
      aKpi("a", { threshold: 1, stretch: 1, order: 3 }),
    );
  });

  test("of the book takes unit and kind of its metric", () => {
    expect(edited({ source: "book", metric: "retention" })).toEqual(
      aKpi("a", {
        threshold: 1,
        target: 2,
        order: 3,
        source: "book",
        metric: "retention",
        unit: "percent",
        kind: "ratio",
      }),
    );
    expect(edited({ source: "book" })).toBe("kpi.problem.metric-missing");
  });

  test("keeps its unit while values typed in it are there", () => {
    const typed = kpiWorld({ kpis: [aKpi("a")], measurements: [aMarchValue("a", "m1", 5)] });
    const outcome = editKpi(typed, a, { unit: "percent" });
    expect(outcome.ok ? null : outcome.error[0]?.message).toEqual({
      key: "kpi.problem.unit-used",
      params: { count: 1 },
    });
    expect(edited({ unit: "score" })).toEqual(
      aKpi("a", { threshold: 1, target: 2, order: 3, unit: "score" }),
    );
  });

  test("that stays the same changes nothing, and archived it keeps everything else", () => {
    expect(editKpi(context, a, { target: 2 })).toEqual({ ok: true, value: [] });
    expect(archiveKpi(context, a, false)).toEqual({ ok: true, value: [] });
  });

  test("has a score of at most 100 at the threshold and at least 100 at the stretch", () => {
    expect(kpiProblems(context, aKpi("n", { scoreFloor: 101 })).map((one) => one.field)).toEqual([
      "scoreCap",
    ]);
  });
});
