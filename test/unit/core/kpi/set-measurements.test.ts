import { describe, expect, test } from "vitest";
import type { KpiId, MemberId, Subject } from "../../../../core/base/id.ts";
import { period } from "../../../../core/base/period.ts";
import { setMeasurements } from "../../../../core/kpi/set-measurements.ts";
import { aKpi, aMarchValue, aMember, kpiWorld } from "../../../builders/kpi-context.ts";

const kpis = [aKpi("visits"), aKpi("sales", { source: "book", metric: "order-amount" })];
const context = kpiWorld({
  members: [aMember("m1")],
  kpis,
  measurements: [{ ...aMarchValue("visits", "m1", 12), note: "kept" }],
});
const m1: Subject = { kind: "member", id: "m1" as MemberId };

function edit(text: string, of: { kpi?: string; id?: string; subject?: Subject } = {}) {
  return {
    kpiId: (of.kpi ?? "visits") as KpiId,
    subject: of.subject ?? m1,
    period: period(of.id ?? "2026-03", 1),
    text,
  };
}

function keyOf(one: ReturnType<typeof edit>) {
  const outcome = setMeasurements(context, [one]);
  return outcome.ok ? null : outcome.error[0]?.message.key;
}

describe("setMeasurements", () => {
  test("writes a value under its id and keeps the note", () => {
    expect(setMeasurements(context, [edit("15")])).toEqual({
      ok: true,
      value: [
        {
          op: "put",
          table: "measurements",
          records: [
            {
              id: "visits|member:m1|2026-03",
              kpiId: "visits",
              subject: "member:m1",
              periodId: "2026-03",
              value: 15,
              source: "typed",
              note: "kept",
            },
          ],
        },
      ],
    });
  });

  test("takes a value away with an empty cell, and changes nothing for what is there already", () => {
    const removed = { op: "remove", table: "measurements", ids: ["visits|member:m1|2026-03"] };
    expect(setMeasurements(context, [edit("")])).toEqual({ ok: true, value: [removed] });
    expect(setMeasurements(context, [edit("１２")])).toEqual({ ok: true, value: [] });
  });

  test("takes nothing of a pasted block when one cell is wrong, and says which", () => {
    const outcome = setMeasurements(context, [edit("1", { id: "2026-04" }), edit("x")], "pasted");
    expect(outcome).toEqual({
      ok: false,
      error: [{ edit: 1, message: { key: "kpi.problem.number", params: { text: "x" } } }],
    });
  });

  test("refuses a KPI of the book, and one that is gone", () => {
    expect(keyOf(edit("1", { kpi: "sales" }))).toBe("kpi.problem.from-book");
    expect(keyOf(edit("1", { kpi: "nothing" }))).toBe("kpi.problem.gone");
  });

  test("refuses a quarter that has months, and what the members' values make up", () => {
    expect(keyOf(edit("1", { id: "2026-Q1" }))).toBe("kpi.problem.shorter");
    expect(keyOf(edit("1", { subject: { kind: "team" } }))).toBe("kpi.problem.from-members");
  });

  test("refuses a month inside a quarter that was typed as a whole", () => {
    const whole = {
      ...aMarchValue("visits", "m1", 9),
      id: "visits|member:m1|2026-Q1",
      periodId: period("2026-Q1", 1).id,
    };
    const outcome = setMeasurements(kpiWorld({ kpis, measurements: [whole] }), [edit("1")]);
    expect(outcome.ok ? null : outcome.error[0]?.message.key).toBe("kpi.problem.longer");
  });
});
