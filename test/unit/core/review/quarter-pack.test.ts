import { describe, expect, test } from "vitest";
import type { Paper, PaperTable } from "../../../../core/base/paper.ts";
import { PACK_SECTIONS, quarterPack } from "../../../../core/review/quarter-pack.ts";
import type { Commentary } from "../../../../core/review/records.ts";
import { sampleSources } from "../../../builders/review.ts";

const team = { subject: { kind: "team" }, sections: PACK_SECTIONS, withPay: true } as const;
const pack = quarterPack(sampleSources(), team);

function table(document: Paper, id: string): PaperTable {
  const found = document.sections
    .flatMap((section) => section.blocks)
    .find((block) => block.kind === "table" && block.id === id);
  if (found?.kind !== "table") throw new Error(`no table ${id}`);
  return found;
}

function amount(document: PaperTable, rowKey: string, at: number): number {
  const cell = document.rows.find((row) => row.key === rowKey)?.cells[at];
  return cell && "quantity" in cell ? (cell.quantity.value ?? 0) : Number.NaN;
}

describe("the quarterly pack", () => {
  test("has a page for each of the nine members after the team's own sections", () => {
    const ids = pack.sections.map((section) => section.id);
    expect(ids.slice(0, 5)).toEqual(["summary", "attention", "results", "trend", "kpis"]);
    expect(ids.slice(-9).every((id) => id.startsWith("member-m-"))).toBe(true);
  });

  test("leaves out the sections that were not chosen", () => {
    const small = quarterPack(sampleSources(), { ...team, sections: ["results"] });
    expect(small.sections.map((section) => section.id)).toEqual(["results"]);
  });

  test("shows the team's result as the sum of its groups and the unassigned", () => {
    const results = table(pack, "results");
    const groups = results.rows.filter((row) => row.emphasis === "group").map((row) => row.key);
    const parts = [...groups, "unassigned"].map((key) => amount(results, key, 2));
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(amount(results, results.rows[0]!.key, 2));
  });

  test("explains every figure of the results with rows that add up to it", () => {
    for (const row of table(pack, "results").rows) {
      const cell = row.cells[2];
      if (!cell || !("quantity" in cell) || !cell.explain) continue;
      const sum = cell.explain().rows.reduce((total, one) => total + (one.amount.value ?? 0), 0);
      expect([row.key, sum]).toEqual([row.key, cell.quantity.value]);
    }
  });

  test("says by how many points a rate has changed since last quarter, and by which part an amount", () => {
    const units = table(pack, "trend-team").rows.map(({ cells }) => {
      const [before, now, change] = cells
        .slice(-3)
        .map((cell) => ("quantity" in cell ? cell.quantity : null));
      if (typeof before?.value !== "number" || typeof now?.value !== "number") return null;
      if (now.unit === "percent") expect(change).toEqual({ unit: "points", value: now.value - before.value });
      return `${now.unit} ${change?.unit}`;
    });
    expect(units).toEqual(expect.arrayContaining(["money percent", "percent points"]));
  });

  test("puts the manager's words on the first page, as they stand", () => {
    const sources = sampleSources();
    const text = "平稳。\n<b>不是粗体</b>";
    const commentaries = new Map([["2026-Q3|team", { text } as Commentary]]);
    const [first] = quarterPack({ ...sources, commentaries }, team).sections;
    expect(first?.blocks).toContainEqual({ kind: "commentary", text });
  });

  test("of one member holds nothing of another", () => {
    const choice = {
      subject: { kind: "member", id: "m-li-min" as never },
      sections: PACK_SECTIONS,
      withPay: true,
    } as const;
    const text = JSON.stringify(quarterPack(sampleSources(), choice));
    expect(text).toContain("李敏");
    expect(text).not.toContain("王芳");
  });

  test("draws no bar for a month that has not begun", () => {
    const running = quarterPack(sampleSources("2026-Q4"), team);
    const chart = running.sections[0]!.blocks.find((block) => block.kind === "chart");
    expect(chart?.kind === "chart" && chart.series[0]!.values.at(-1)).toBe(null);
  });

  test("of a running quarter says what it will come to, from low to high, and which deals must not slip", () => {
    const running = quarterPack(sampleSources("2026-Q4"), team);
    const forecast = table(running, "forecast");
    const [low, value, high] = [4, 3, 5].map((at) => amount(forecast, "team", at));
    expect(low! <= value! && value! <= high!).toBe(true);
    expect(forecast.rows.map((row) => row.emphasis).filter((one) => one === "group")).toHaveLength(3);
    const section = running.sections.find((one) => one.id === "forecast");
    expect(section?.blocks.map((block) => block.kind)).toEqual(["table", "list"]);
  });

  test("of a quarter that is over has nothing to foresee", () => {
    expect(pack.sections.map((section) => section.id)).not.toContain("forecast");
  });

  test("is the same for the same data", () => {
    expect(JSON.stringify(quarterPack(sampleSources(), team))).toBe(JSON.stringify(pack));
  });
});
