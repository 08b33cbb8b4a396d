import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, day } from "../../../../../core/base/day.ts";
import { workingCalendar, workingDaysIn } from "../../../../../core/base/working-calendar.ts";
import { period } from "../../../../../core/base/period.ts";
import { daysInRole } from "../../../../../core/target/life/days-in-role.ts";
import { handOn } from "../../../../../core/target/life/hand-on.ts";
import { lifeFindings } from "../../../../../core/target/life/life-findings.ts";
import { proRata, proRataOver } from "../../../../../core/target/life/pro-rata.ts";
import { after, book, member, treeOf } from "../../../../builders/target-book.ts";

const month = fc
  .record({ value: fc.nat(1_000_000_000), meant: fc.integer({ min: 1, max: 23 }), days: fc.nat(23) })
  .map((one) => ({ ...one, days: Math.min(one.days, one.meant) }));

test("what is kept and what is left add up to the target", () => {
  fc.assert(
    fc.property(month, (one) => {
      const { kept, rest } = proRata(one);
      expect(kept + rest).toBe(one.value);
      expect(Math.abs(kept - (one.value * one.days) / one.meant)).toBeLessThanOrEqual(0.5);
    }),
  );
});

test("a longer period is the sum of its months", () => {
  fc.assert(
    fc.property(fc.array(month, { minLength: 1, maxLength: 12 }), (months) => {
      const { kept, rest } = proRataOver(months);
      expect(kept).toBe(months.reduce((sum, one) => sum + proRata(one).kept, 0));
      expect(kept + rest).toBe(months.reduce((sum, one) => sum + one.value, 0));
    }),
  );
});

test("the days of who leaves and of who comes that day are the month's, in years with make-up days", () => {
  const calendar = workingCalendar([]);
  const anyMonth = fc.tuple(fc.integer({ min: 2024, max: 2026 }), fc.integer({ min: 1, max: 12 }));
  fc.assert(
    fc.property(anyMonth, fc.nat(30), ([year, at], step) => {
      const within = period(`${year}-${String(at).padStart(2, "0")}`, 1);
      const on = addDays(within.start, step);
      const days = (more: object) =>
        daysInRole(book(), { member: member("a", 1, more), period: within, calendar });
      expect(days({ leftOn: on }) + days({ hiredOn: on })).toBe(workingDaysIn(calendar, within));
    }),
  );
});

test("handing on changes no sum, whatever the day of leaving and the values", () => {
  const values = fc.tuple(fc.nat(10_000), fc.nat(10_000), fc.nat(10_000), fc.nat(10_000));
  fc.assert(
    fc.property(values, fc.nat(61), ([a8, a9, b8, b9], step) => {
      const leftOn = addDays(day("2026-08-01"), step);
      const rows = book({
        members: [member("a", 1, { leftOn }), member("b", 2), member("c", 3)],
        targets: {
          "member:a 2026-08": a8,
          "member:a 2026-09": a9,
          "member:b 2026-08": b8,
          "member:b 2026-09": b9,
        },
      });
      const [finding] = lifeFindings(treeOf(rows), day("2026-07-05"));
      if (!finding) return;
      const result = handOn(treeOf(rows), finding, { kind: "shares" });
      const next = after(rows, { ok: true, value: result.ok ? result.value.changes : [] });
      const total = [...next.targets.values()].reduce((sum, target) => sum + target.value, 0);
      expect(total).toBe(a8 + a9 + b8 + b9);
      expect(lifeFindings(treeOf(next), day("2026-07-05"))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
