import { describe, expect, test } from "vitest";
import type { MemberId } from "../../../../core/base/id.ts";
import type { Paper, PaperTable } from "../../../../core/base/paper.ts";
import type { KpiSet } from "../../../../core/kpi/records.ts";
import { letterBook, letterPeople } from "../../../../core/target/letter/letter-book.ts";
import { targetLetter } from "../../../../core/target/letter/target-letter.ts";
import type { TargetLock } from "../../../../core/target/records.ts";
import { createWords } from "../../../../core/words/words.ts";
import { zhCn } from "../../../../core/words/zh-cn.ts";
import { cellText } from "../../../../formats/html/document-html.ts";
import { day } from "../../../../core/base/day.ts";
import { period } from "../../../../core/base/period.ts";
import { anAbsence } from "../../../builders/team.ts";
import { member, seat } from "../../../builders/target-book.ts";
import { letterSources } from "../../../builders/target-letter.ts";
import type { LetterParts } from "../../../builders/target-letter.ts";

const words = createWords("zh-CN", zhCn, "CNY");
const A = "a" as MemberId;

function letterOf(parts: LetterParts, who: MemberId = A): Paper {
  return targetLetter(letterBook(letterSources(parts)), who);
}

function rowsOf(paper: Paper, id: string): readonly (readonly string[])[] {
  const blocks = paper.sections.flatMap((section) => section.blocks);
  const table = blocks.find((block): block is PaperTable => block.kind === "table" && block.id === id);
  return (table?.rows ?? []).map((row) =>
    row.cells.map((cell, at) => cellText(cell, words, table!.columns[at])),
  );
}

function basisOf(paper: Paper): readonly string[] {
  const list = paper.sections.find((one) => one.id === "basis")!.blocks[0]!;
  return list.kind === "list" ? list.items.map((item) => words.say(item.message)) : [];
}

const set = (weights: KpiSet["weights"]): KpiSet =>
  ({ id: "group:g1:2020-01-01", subject: "group:g1", from: "2020-01-01", weights }) as KpiSet;
const lock = (changes: TargetLock["versions"][number]["changes"]): TargetLock =>
  ({
    id: "visits|2026",
    kpiId: "visits",
    year: 2026,
    on: "2026-01-10",
    note: "",
    original: {},
    versions: [{ number: 1, on: "2026-07-01", reason: "市场扩大", changes }],
  }) as unknown as TargetLock;

describe("a target letter", () => {
  test("names the member, the period and the day it was made", () => {
    const letter = letterOf({ targets: { "member:a 2026": 60 } });
    expect(words.say(letter.title)).toBe("2026 年目标书");
    expect(words.say(letter.subtitle)).toBe("a · g1 · 2026年6月15日");
    expect(letter.hasContents).toBe(false);
  });

  test("of a single month says the month's three lines, and has no table of parts", () => {
    const sources = letterSources({ targets: { "member:a 2026-08": 21 } });
    const letter = targetLetter(letterBook({ ...sources, period: period("2026-08", 1) }), A);
    expect(words.say(letter.title)).toBe("2026 年 8 月目标书");
    expect(rowsOf(letter, "summary")[0]![2]).toBe("21");
    expect(letter.sections[0]!.blocks.map(({ kind }) => kind)).toEqual(["text", "table"]);
  });

  test("says all three lines of a KPI, with the weight it has in the review", () => {
    const weights = [{ kpiId: "visits", weight: 400_000 }] as unknown as KpiSet["weights"];
    const letter = letterOf({ targets: { "member:a 2026": 60 }, kpiSets: [set(weights)] });
    expect(rowsOf(letter, "summary")).toEqual([["拜访量", "40.0 %", "60", "—", "—"]]);
  });

  test("shows months before their quarter and the year at the end, each with its part of the year", () => {
    const targets = {
      "member:a 2026-07": 5,
      "member:a 2026-08": 5,
      "member:a 2026-09": 10,
      "member:a 2026": 80,
    };
    expect(rowsOf(letterOf({ targets }), "periods-visits")).toEqual([
      ["7 月", "5", "6.3 %"],
      ["8 月", "5", "6.3 %"],
      ["9 月", "10", "12.5 %"],
      ["第三季度", "20", "25.0 %"],
      ["2026 年", "80", "100.0 %"],
    ]);
  });

  test("of a quarter holds that quarter alone", () => {
    const targets = { "member:a 2026-07": 5, "member:a 2026-Q3": 20, "member:a 2026-Q4": 30 };
    const rows = rowsOf(letterOf({ targets, period: "2026-Q3" }), "periods-visits");
    expect(rows.map(([period]) => period)).toEqual(["7 月", "第三季度"]);
  });

  test("says which part of the group's target it is", () => {
    const letter = letterOf({ targets: { "group:g1 2026": 100, "member:a 2026": 60, "member:b 2026": 40 } });
    expect(basisOf(letter)[0]).toBe("拜访量占g1目标 100 的 60 %。");
  });

  test("of a joiner says so, with the working days that are theirs", () => {
    const members = [member("a", 1, { hiredOn: day("2026-12-01") })];
    const lines = basisOf(letterOf({ members, targets: { "member:a 2026-12": 5 } }));
    expect(lines[0]).toBe("2026年12月1日入职，目标从入职起算。");
    expect(lines[1]).toContain("你在岗 23 个");
  });

  test("of somebody who moved names both groups and adds the parts up", () => {
    const memberships = [seat("a", "g1"), seat("a", "g2", "2026-08-01"), seat("b", "g1")];
    const letter = letterOf({ memberships, targets: { "member:a 2026": 240 } });
    expect(basisOf(letter)).toContain("2026年8月1日由g1转到g2，转组之前的部分留在g1。");
    expect(rowsOf(letter, "summary")[0]![2]).toBe("240");
  });

  test("lists leave inside the period and no other", () => {
    const absences = [anAbsence("a", "2026-03-02", "2026-03-05"), anAbsence("a", "2025-03-02", "2025-03-05")];
    const lines = basisOf(letterOf({ absences, targets: { "member:a 2026": 60 } }));
    expect(lines.filter((line) => line.includes("休假"))).toEqual(["2026年3月2日至 2026年3月4日休假。"]);
  });

  test("lists what changed after the lock with day and reason, the whole and not its parts", () => {
    const changes = [
      { id: "visits|member:a|2026|target", before: 60, after: 80 },
      { id: "visits|member:a|2026-Q3|target", before: 20, after: 40 },
      { id: "visits|member:b|2026|target", before: 1, after: 2 },
    ];
    const letter = letterOf({ targets: { "member:a 2026": 80 }, locks: [lock(changes)] });
    expect(rowsOf(letter, "changes")).toEqual([
      ["2026年7月1日", "拜访量 · 2026 年 · 目标", "60", "80", "市场扩大"],
    ]);
    expect(basisOf(letter)).toContain("拜访量的目标在 2026年1月10日锁定，之后的调整都写明原因。");
  });

  test("of somebody without targets says so and has nothing to measure", () => {
    const letter = letterOf({});
    expect(letter.sections.map((section) => section.id)).toEqual(["targets", "basis", "signatures"]);
  });

  test("holds nothing of a colleague", () => {
    const targets = { "member:a 2026": 60, "member:b 2026": 4321 };
    expect(JSON.stringify(letterOf({ targets }))).not.toContain("4321");
  });

  test("is written for whoever is on the team on a day of the period", () => {
    const members = [
      member("a", 1, { leftOn: day("2026-01-01") }),
      member("b", 2, { leftOn: day("2026-01-02") }),
      member("c", 3, { hiredOn: day("2027-01-01") }),
    ];
    expect(letterPeople(letterSources({ members }))).toEqual(["b"]);
  });
});
