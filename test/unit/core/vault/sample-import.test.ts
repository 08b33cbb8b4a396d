import { describe, expect, test } from "vitest";
import type { FactTable } from "../../../../core/base/id.ts";
import { differenceScope } from "../../../../core/customer/history/difference-scope.ts";
import { importDifference } from "../../../../core/customer/import-difference.ts";
import { allMatchPairs } from "../../../../core/customer/match/match-pairs.ts";
import { soundOf } from "../../../../core/customer/match/sound-of.ts";
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
  test("arrives through the importer: three objects twice, the others once, a second system, no bad row", () => {
    const batches = rowsOf(sample, "batches");
    expect(batches).toHaveLength(FILLED.length + 3 + 1);
    expect(batches.every(({ rows }) => rows.bad === 0)).toBe(true);
    const secondOf = (object: string) =>
      batches.filter((batch) => batch.source === "fxiaoke" && batch.object === object)[1]!.rows;
    expect(secondOf("customers")).toMatchObject({ read: 96, added: 0, updated: 3 });
    expect(secondOf("deals")).toMatchObject({ added: 6, updated: 25 });
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

  test("tells the story of a week: deals came, went on, were won, slipped, shrank, changed hands, one is gone", () => {
    const scope = differenceScope(sample.rows.batches, { to: null, since: "previous" });
    const kinds = new Set(importDifference(sample, scope).lines.map(({ kind }) => kind));
    for (const kind of ["new", "won", "forward", "slipped", "cut", "reassigned", "gone"] as const) {
      expect([kind, kinds.has(kind)]).toEqual([kind, true]);
    }
  });

  test("has six customers that the second system knows under other names", () => {
    const certain = allMatchPairs(sample, soundOf).filter(({ certainty }) => certainty === "certain");
    expect(certain).toHaveLength(6);
  });

  test("is the same for the same day", () => {
    const again = sampleWorkspace("2026-11-23" as never, "000000000-0000-sample" as never);
    expect(factsOf(again, "activities")).toEqual(factsOf(sample, "activities"));
  });
});
