import { describe, expect, test } from "vitest";
import type { FactTable } from "../../../../core/base/id.ts";
import { sampleWorkspace } from "../../../../core/vault/sample/sample-workspace.ts";
import { factsOf, rowsOf } from "../../../../core/vault/workspace.ts";
import { aSample } from "../../../builders/vault-sample.ts";

const sample = aSample();
interface Origin {
  readonly batchId?: string;
  readonly line?: number;
}

const FILLED: readonly FactTable[] = [
  "customers",
  "contacts",
  "deals",
  "stageEvents",
  "orders",
  "payments",
  "activities",
  "cases",
  "answers",
];

describe("the sample team's book", () => {
  test("arrives through the importer: a batch for each object, every row added, none bad", () => {
    const batches = rowsOf(sample, "batches");
    expect(batches).toHaveLength(FILLED.length);
    expect(batches.every(({ rows }) => rows.added === rows.read && rows.bad === 0)).toBe(true);
    expect(batches.every(({ columns }) => columns.every(({ header }) => header !== ""))).toBe(true);
  });

  test("carries the batch and the line of each fact", () => {
    const batchIds = new Set<string>(rowsOf(sample, "batches").map(({ id }) => id));
    const facts = FILLED.flatMap((table) => factsOf(sample, table) as readonly Origin[]);
    expect(facts.every(({ batchId, line }) => batchIds.has(batchId!) && line! > 1)).toBe(true);
  });

  test("holds something of every kind", () => {
    for (const table of FILLED) expect([table, factsOf(sample, table).length > 20]).toEqual([table, true]);
    expect(new Set(factsOf(sample, "deals").map(({ category }) => category))).toEqual(
      new Set(["open", "won", "lost"]),
    );
    expect(new Set(factsOf(sample, "customers").map(({ level }) => level)).size).toBeGreaterThan(2);
    expect(
      factsOf(sample, "cases").filter(({ checkOn, remedyOwnerId }) => checkOn && remedyOwnerId),
    ).toHaveLength(2);
    expect(new Set(factsOf(sample, "answers").map(({ scale }) => scale))).toEqual(new Set(["csat", "nps"]));
  });

  test("its stages stand in the order of their pipeline", () => {
    expect(rowsOf(sample, "stages").map(({ stage }) => stage)).toEqual([
      "验证客户",
      "需求确定",
      "方案/报价",
      "谈判审核",
      "赢单",
      "输单",
    ]);
  });

  test("is the same for the same day", () => {
    const again = sampleWorkspace("2026-11-23" as never, "000000000-0000-sample" as never);
    expect(factsOf(again, "activities")).toEqual(factsOf(sample, "activities"));
  });
});
