import { describe, expect, test } from "vitest";
import { day } from "../../../../core/base/day.ts";
import type { MemberId } from "../../../../core/base/id.ts";
import type { Table } from "../../../../core/base/table.ts";
import { partSheet, takePartFiles } from "../../../../core/review/part-sheet.ts";
import { readTables } from "../../../../formats/read-tables.ts";
import { writeTable } from "../../../../formats/write-table.ts";
import { askedPeers } from "../../../../core/review/asked-peers.ts";
import { setCompetencies } from "../../../../core/review/competencies.ts";
import type { Review } from "../../../../core/review/records.ts";
import { aCycle, aPart, aReview, reviewRows } from "../../../builders/review-cycle.ts";

const m1 = { id: "m1" as MemberId, name: "=HYPERLINK(A1)" };
const on = day("2026-10-03");
const names = new Map([["m1", m1]]);
const texts = { cycle: "c", member: "m", peer: "p", keep: "k", rate: "r", text: "t", write: "w" };

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

describe("a colleague's form", () => {
  const m2 = { id: "m2" as MemberId, name: "B" };
  const m3 = { id: "m3" as MemberId, name: "C" };
  const cycle = aCycle({ memberIds: [m1.id, m2.id, m3.id], peerCount: 1 });
  const people = new Map([m1, m2, m3].map((one) => [one.id as string, one]));
  const form = (about: typeof m1, peer?: typeof m1): Table => {
    const of = { period: "Q3", words: { ...texts, nameOf: (name: { en: string }) => name.en } };
    const rows = partSheet(cycle, about, peer ? { ...of, peer } : of);
    return plain(
      rows.map((row) =>
        row.map((cell, at) => (at === 1 && cell === "" ? (row[3] === "text" ? "fine" : "4") : cell)),
      ),
    );
  };
  const takeAll = (...tables: Table[]) =>
    takePartFiles(reviewRows({ cycles: [cycle] }), {
      files: tables.map((table, at) => ({ name: `${at}.xlsx`, table })),
      names: people,
      on,
    });

  test("is written beside the member's own when both come back at once", () => {
    const taken = takeAll(form(m1), form(m1, m2));
    if (!taken.ok) throw new Error(taken.error[0]!.message.key);
    const [change] = taken.value as unknown as [{ records: Review[] }];
    expect(change.records).toHaveLength(1);
    expect(change.records[0]!.self?.text).toBe("fine");
    expect(change.records[0]!.peers.map(({ memberId, part }) => [memberId, part.ratings])).toEqual([
      ["m2", { skill: 4 }],
    ]);
  });

  test("is refused of a stranger, of the member themselves, and of more than were asked", () => {
    const keys = (...tables: Table[]) => {
      const taken = takeAll(...tables);
      return taken.ok ? [] : taken.error.map(({ message }) => message.key);
    };
    expect(keys(form(m1, { id: "m9" as MemberId, name: "X" }))).toEqual(["review.form.problem.peer"]);
    expect(keys(form(m1, { ...m1, name: m1.name }))).toEqual(["review.form.problem.peer"]);
    expect(keys(form(m1, m2), form(m1, m3))).toEqual(["review.form.problem.peers-full"]);
    expect(keys(form(m1, m2), form(m1, m2))).toEqual(["review.form.problem.twice"]);
  });

  test("is asked of the next ones in the list, so that everybody is asked equally often", () => {
    const asked = cycle.memberIds.map((id) => askedPeers(reviewRows(), cycle, id));
    expect(asked).toEqual([["m2"], ["m3"], ["m1"]]);
  });

  test("is asked of those whom the manager chose, after those who have written", () => {
    const review = aReview({ peers: [], askedIds: [m3.id] });
    expect(askedPeers(reviewRows({ reviews: [review] }), cycle, m1.id)).toEqual(["m3"]);
    const written = aReview({ peers: [{ memberId: m2.id, part: aPart() }], askedIds: [m3.id] });
    expect(askedPeers(reviewRows({ reviews: [written] }), cycle, m1.id)).toEqual(["m2"]);
  });
});

describe("the list of competencies", () => {
  const one = (id: string, zh: string) => ({ id, name: { zh, en: "" } });

  test("is written for cycles to come and into a running one, never into a locked one", () => {
    const tables = (state: "open" | "locked") => {
      const rows = reviewRows({ cycles: [aCycle({ state })] });
      const done = setCompetencies(rows, { list: [one("a", "谈判")], cycleId: "2026-Q3" });
      return done.ok ? done.value.map(({ table }) => table) : [];
    };
    expect(tables("open")).toEqual(["settings", "reviewCycles"]);
    expect(tables("locked")).toEqual(["settings"]);
  });

  test("is refused with the line that is empty or stands twice", () => {
    const fields = (...list: ReturnType<typeof one>[]) => {
      const done = setCompetencies(reviewRows(), { list });
      return done.ok ? [] : done.error.map(({ field }) => field);
    };
    expect(fields(one("a", "谈判"), one("b", " "))).toEqual(["1"]);
    expect(fields(one("a", "谈判"), one("b", "谈判 "))).toEqual(["1"]);
    expect(fields()).toEqual([]);
  });
});
