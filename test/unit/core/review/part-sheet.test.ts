import { describe, expect, test } from "vitest";
import { day } from "../../../../core/base/day.ts";
import type { MemberId } from "../../../../core/base/id.ts";
import type { Table } from "../../../../core/base/table.ts";
import { partSheet, takePartFiles } from "../../../../core/review/part-sheet.ts";
import { readTables } from "../../../../formats/read-tables.ts";
import { writeTable } from "../../../../formats/write-table.ts";
import { aCycle, reviewRows } from "../../../builders/review-cycle.ts";

const m1 = { id: "m1" as MemberId, name: "=HYPERLINK(A1)" };
const on = day("2026-10-03");
const names = new Map([["m1", m1]]);
const texts = { cycle: "c", member: "m", keep: "k", rate: "r", text: "t", write: "w" };

/** The form of m1 with answers in the place of the empty ones. */
function filled(rating: string, text: string): string[][] {
  const rows = partSheet(aCycle(), m1, { period: "Q3", words: { ...texts, nameOf: (name) => name.en } });
  return rows.map(([question, answer, hint, code]) => [
    question!,
    code === "rating:skill" ? rating : code === "text" ? text : answer!,
    hint!,
    code!,
  ]);
}

async function throughXlsx(rows: string[][]): Promise<Table> {
  const columns = ["question", "answer", "hint", "code"];
  const read = await readTables(await writeTable({ name: "form", columns, rows, format: "xlsx" }));
  if (!read.ok) throw new Error("the form cannot be read");
  return read.value.tables[0]!.table;
}

const take = (...tables: Table[]) =>
  takePartFiles(reviewRows({ cycles: [aCycle()] }), {
    files: tables.map((table, at) => ({ name: `${at}.xlsx`, table })),
    names,
    on,
  });
const keyOf = (taken: ReturnType<typeof take>) => (taken.ok ? null : taken.error[0]!.message.key);
const plain = (rows: string[][]): Table => ({ rows, lines: rows.map((_, at) => at + 1) });

describe("a form that came back", () => {
  test("is the member's own part, with the file it came in", async () => {
    const taken = take(await throughXlsx(filled("4", "my words")));
    expect(taken.ok && taken.value[0]).toMatchObject({
      records: [{ id: "2026-Q3|m1", self: { text: "my words", ratings: { skill: 4 }, file: "0.xlsx", on } }],
    });
  });

  test("may be rated with a full-width figure", () => {
    expect(take(plain(filled("４", "w"))).ok).toBe(true);
  });

  test.each([
    ["rating", "6", "a"],
    ["rating", "", "a"],
    ["text", "3", " "],
  ])("is refused for its %s: %j and %j", (what, rating, text) => {
    expect(keyOf(take(plain(filled(rating, text))))).toBe(`review.form.problem.${what}`);
  });

  test("is refused when it is no form, of another cycle, or of another member", () => {
    const other = (from: string, to: string) =>
      plain(filled("3", "a").map((row) => row.map((cell) => (cell === from ? to : cell))));
    expect(keyOf(take(plain([["a", "b"]])))).toBe("review.form.problem.foreign");
    expect(keyOf(take(other("cycle:2026-Q3", "cycle:2026-Q2")))).toBe("review.form.problem.cycle");
    expect(keyOf(take(other(m1.name, "somebody else")))).toBe("review.form.problem.member");
  });

  test("writes nothing when one of several is refused or comes twice", () => {
    const good = plain(filled("3", "a"));
    expect(keyOf(take(good, plain(filled("9", "a"))))).toBe("review.form.problem.rating");
    expect(keyOf(take(good, good))).toBe("review.form.problem.twice");
  });
});
