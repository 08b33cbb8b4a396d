import { describe, expect, it } from "vitest";
import { findImpurities } from "../../../scripts/verify/purity-law.ts";
import { parseSource, readSourceTree } from "../../../scripts/verify/source-tree.ts";
import { runCompiler } from "../../../scripts/verify/tools.ts";

describe("purity of core", () => {
  it("is kept by the compiler: neither the page nor Node nor timers resolve there", async () => {
    const { problems } = await runCompiler("test/fixtures/bad-tree/unresolved");
    const names = problems.map((line) => /name '(\w+)'/.exec(line)?.[1]);
    expect(names).toEqual(["document", "process", "setTimeout", "fetch", "localStorage"]);
  });

  it("is kept by the law where the language itself has a clock and chance", () => {
    const found = findImpurities(readSourceTree("test/fixtures/bad-tree/impure"));
    const lines = new Set(found.map((line) => Number(/:(\d+) /.exec(line)?.[1])));
    expect([...lines]).toEqual([1, 2, 3, 4]);
  });

  it("lets core/base build a Date from a number, and nobody else in core", () => {
    const text = "export const at = (ms: number) => new Date(ms);";
    expect(findImpurities([parseSource("core/base/day.ts", text)])).toEqual([]);
    expect(findImpurities([parseSource("core/team/day.ts", text)])).toEqual([
      "core/team/day.ts:1 Date: only core/base knows it; use its days and periods",
    ]);
  });

  it("leaves screens their clock", () => {
    expect(findImpurities([parseSource("renderer/app/clock.ts", "export const now = Date.now();")])).toEqual(
      [],
    );
  });
});
