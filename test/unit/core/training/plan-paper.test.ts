import { describe, expect, test } from "vitest";
import { day } from "../../../../core/base/day.ts";
import { money } from "../../../../core/base/money.ts";
import type { PaperTable } from "../../../../core/base/paper.ts";
import { period } from "../../../../core/base/period.ts";
import { planPaper } from "../../../../core/training/paper/plan-paper.ts";
import { aCourse, aSession, anEnrolment, TODAY, trainingRows } from "../../../builders/training.ts";

const rows = trainingRows({
  courses: [aCourse("c1", { mandatoryFor: "all", mandatoryFrom: day("2026-01-01"), dueDays: 30 })],
  trainingSessions: [
    aSession("k1", "c1", { cost: money(100_001) }),
    aSession("k2", "c1", { on: day("2026-11-02"), status: "planned", cost: money(2) }),
    aSession("k3", "c1", { on: day("2026-11-03"), status: "cancelled", cost: money(9) }),
  ],
  enrolments: [anEnrolment("k1", "m1", { attendance: "attended" }), anEnrolment("k2", "m2")],
});
const paper = planPaper({ rows, team: "A", period: period("2026", 1), today: TODAY });
const tables = paper.sections.flatMap(({ blocks }) =>
  blocks.filter((block): block is PaperTable => block.kind === "table"),
);

describe("planPaper", () => {
  test("the total sums what was not cancelled, and a workbook can hold it as a formula", () => {
    const total = tables[0]!.rows.at(-1)!;
    expect(total.sumOf).toEqual(["k1", "k2"]);
    expect(total.cells.map((cell) => ("quantity" in cell ? cell.quantity.value : null))).toEqual([
      null,
      null,
      null,
      8,
      2,
      100_003,
      null,
    ]);
  });

  test("a held session says how many passed", () => {
    expect(tables[0]!.rows[0]!.cells.at(-1)).toEqual({
      message: { key: "training.paper.held", params: { count: 1 } },
    });
  });

  test("each member stands with their sessions and hours", () => {
    const cells = tables[1]!.rows.map((row) =>
      row.cells.map((cell) => ("text" in cell ? cell.text : "quantity" in cell ? cell.quantity.value : "")),
    );
    expect(cells).toEqual([
      ["m1", 1, 4],
      ["m2", 1, 4],
    ]);
  });

  test("who is overdue is named", () => {
    const list = paper.sections[3]!.blocks[1]!;
    expect(list.kind === "list" && list.items.map((item) => item.message.params?.["member"])).toEqual(["m2"]);
  });

  test("the same data gives the same document", () => {
    const again = planPaper({ rows, team: "A", period: period("2026", 1), today: TODAY });
    expect(JSON.stringify(again)).toBe(JSON.stringify(paper));
  });
});
