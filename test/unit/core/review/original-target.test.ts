import { expect, test } from "vitest";
import type { PaperTable } from "../../../../core/base/paper.ts";
import { message } from "../../../../core/base/message.ts";
import { scorecardTable } from "../../../../core/review/pack/scorecard-table.ts";
import { lockedStandingOf, packBook, standingOf } from "../../../../core/review/pack-sources.ts";
import { quarterPack } from "../../../../core/review/quarter-pack.ts";
import { resultsTable } from "../../../../core/review/results-table.ts";
import { raisedSources, sampleSources } from "../../../builders/review.ts";

const team = { kind: "team" } as const;
const book = packBook(raisedSources());

function quantities(table: PaperTable, key: string) {
  const cells = table.rows.find((row) => row.key === key)!.cells;
  return Object.fromEntries(
    table.columns.map((column, at) => {
      const cell = cells[at]!;
      return [column.key, "quantity" in cell ? cell.quantity.value : null];
    }),
  );
}

test("a target raised by half has two thirds of the attainment that the original has", () => {
  const current = standingOf(book, team, "2026-Q3")!.attainment.quantity.value!;
  const original = lockedStandingOf(book, team, "2026-Q3")!.againstOriginal.quantity.value!;
  expect(current / original).toBeCloseTo(2 / 3, 10);
});

test("the results of a pack show the original target and the attainment against it beside the current one", () => {
  const row = quantities(resultsTable(book, book.tree!), "team");
  expect(row["original"]).toBe(row["target"]! / 1.5);
  expect(row["attainment-original"]).toBe(row["actual"]! / row["original"]!);
});

test("the table says when the targets were locked and why they changed", () => {
  const keys = resultsTable(book, book.tree!).notes.map((note) => note.key);
  expect(keys.slice(-2)).toEqual(["target.note.locked", "target.note.version"]);
});

test("the headline of a pack has the original beside the attainment", () => {
  const [summary] = quarterPack(raisedSources(), {
    subject: team,
    sections: ["summary"],
    withPay: true,
  }).sections;
  const [block] = summary!.blocks;
  const note = block?.kind === "figures" ? block.figures[2]?.note : undefined;
  const { value } = lockedStandingOf(book, team, "2026-Q3")!.againstOriginal.quantity;
  expect(note).toEqual(message("review.figure.original", { value: { unit: "percent", value } }));
});

test("a member's scorecard has both attainments, and they are one where only the team's target changed", () => {
  const row = quantities(scorecardTable(book, "m-li-min" as never), "sales");
  expect(row["attainment-original"]).toBe(row["attainment"]);
  expect(row["attainment"]).toBe(row["actual"]! / row["target"]!);
});

test("where nothing is locked no column speaks of an original", () => {
  const sources = sampleSources();
  const plain = packBook({ ...sources, targetRows: { ...sources.targetRows, targetLocks: new Map() } });
  const keys = [resultsTable(plain, plain.tree!), scorecardTable(plain, "m-li-min" as never)]
    .flatMap((table) => table.columns)
    .map(({ key }) => key);
  expect(keys.filter((key) => key.includes("original"))).toEqual([]);
});
