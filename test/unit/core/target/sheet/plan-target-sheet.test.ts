import fc from "fast-check";
import { expect, test } from "vitest";
import { day } from "../../../../../core/base/day.ts";
import type { KpiId } from "../../../../../core/base/id.ts";
import { exportTargets } from "../../../../../core/target/sheet/export-targets.ts";
import { planTargetSheet } from "../../../../../core/target/sheet/plan-target-sheet.ts";
import { readTargetSheet } from "../../../../../core/target/sheet/read-target-sheet.ts";
import type { TargetRows } from "../../../../../core/target/target-rows.ts";
import { createWords } from "../../../../../core/words/words.ts";
import { en } from "../../../../../core/words/en.ts";
import { zhCn } from "../../../../../core/words/zh-cn.ts";
import { after, book, member, seat, valuesOf } from "../../../../builders/target-book.ts";

const DEFAULTS = { kpiId: "visits" as KpiId, line: "target", year: 2026, power: null } as const;
type Rows = readonly (readonly (string | number | null)[])[];

function plan(from: TargetRows, rows: Rows) {
  const result = readTargetSheet(from, { rows, lines: rows.map((_, index) => index + 1) }, DEFAULTS);
  if (!result.ok) throw new Error(result.error[0]?.message.key);
  return planTargetSheet(from, result.value);
}

test("new, changed and unchanged targets are counted, and only what differs is written", () => {
  const from = book({ targets: { "member:a 2026-01": 5, "member:a 2026-02": 6 } });
  const outcome = plan(from, [
    ["姓名", "1月", "2月", "3月"],
    ["a", 5, 7, 8],
  ]);
  expect([outcome.added, outcome.changed, outcome.unchanged]).toEqual([1, 1, 1]);
  expect(valuesOf(after(from, { ok: true, value: outcome.changes }))).toEqual({
    "member:a 2026-01": 5,
    "member:a 2026-02": 7,
    "member:a 2026-03": 8,
  });
});

test("one bad cell keeps everything out", () => {
  expect(
    plan(book(), [
      ["姓名", "1月"],
      ["a", 5],
      ["nobody", 6],
    ]).changes,
  ).toEqual([]);
});

test("a month in which the member is not there is a bad cell with its remedy", () => {
  const from = book({ members: [member("a", 1, { leftOn: day("2026-02-01") })] });
  const outcome = plan(from, [
    ["姓名", "1月", "3月"],
    ["a", 5, 6],
  ]);
  expect(outcome.bad.map(({ at, column, why }) => [at, column, why.key])).toEqual([
    [2, "3月", "target.problem.absent"],
  ]);
});

test("a person's own quarter and year that held follow the months, the group above shows the difference", () => {
  const months = { "member:a 2026-01": 1, "member:a 2026-02": 1, "member:a 2026-03": 1 };
  const from = book({ targets: { ...months, "member:a 2026-Q1": 3, "group:g1 2026-01": 1 } });
  const outcome = plan(from, [
    ["姓名", "1月"],
    ["a", 4],
  ]);
  const values = valuesOf(after(from, { ok: true, value: outcome.changes }));
  expect([values["member:a 2026-Q1"], values["group:g1 2026-01"]]).toEqual([6, 1]);
  expect(outcome.broken.map(({ finding }) => finding.difference)).toEqual([-3]);
});

test("a sum that the sheet mends is counted", () => {
  const from = book({ targets: { "group:g1 2026-01": 9, "member:a 2026-01": 5 } });
  const outcome = plan(from, [
    ["姓名", "1月"],
    ["b", 4],
  ]);
  expect([outcome.mended, outcome.broken]).toEqual([1, []]);
});

const value = fc.nat(1_000_000);
const place = fc
  .tuple(
    fc.constantFrom("team", "group:g1", "group:g2", "member:a", "member:b", "member:c"),
    fc.constantFrom("2026", "2026-Q1", "2026-Q3", "2026-01", "2026-07", "2026-08", "2026-09", "2026-12"),
  )
  .map((parts) => parts.join(" "));

test.each([
  ["wide", "zh-CN"],
  ["wide", "en"],
  ["long", "zh-CN"],
  ["long", "en"],
] as const)("what was exported %s in %s and is read back changes nothing", (form, locale) => {
  const words = createWords(locale, locale === "en" ? en : zhCn, "CNY");
  fc.assert(
    fc.property(fc.dictionary(place, value, { maxKeys: 14 }), (targets) => {
      const from = book({
        members: [member("a", 1), member("b", 2, { hiredOn: day("2026-07-10") }), member("c", 3)],
        memberships: [seat("a", "g1"), seat("a", "g2", "2026-08-01"), seat("b", "g1"), seat("c", "g2")],
        targets,
      });
      const sheet = exportTargets(from, { form, year: 2026, words });
      if (sheet.rows.length === 0) return;
      const outcome = plan(from, [sheet.columns, ...sheet.rows]);
      expect([outcome.changes, outcome.bad]).toEqual([[], []]);
    }),
    { numRuns: 60 },
  );
});

test("a sheet that was edited after the export changes what was edited and no more", () => {
  const words = createWords("en", en, "CNY");
  const from = book({ targets: { "member:a 2026-01": 5, "member:b 2026-01": 6, "member:a 2026-02": 7 } });
  const sheet = exportTargets(from, { form: "wide", year: 2026, words });
  const rows = sheet.rows.map((row) => row.map((cell, at) => (row[4] === "a" && at === 6 ? 50 : cell)));
  const outcome = plan(from, [sheet.columns, ...rows]);
  expect([outcome.added, outcome.changed]).toEqual([0, 1]);
});
