import { describe, expect, it } from "vitest";
import { checkExamples, readExamples, tryExample } from "../../../scripts/verify/example-check.ts";
import { parseSource } from "../../../scripts/verify/source-tree.ts";

describe("docstring examples", () => {
  it("are read one by one, over several lines where needed", () => {
    const docstring = "Adds.\n * @example add(1,\n *   2) // => 3\n * @example add(0, 0) // => 0\n ";
    expect(readExamples(docstring)).toEqual([
      { expression: "add(1,\n  2)", expected: "3" },
      { expression: "add(0, 0)", expected: "0" },
    ]);
  });

  it("come true when the value is the same, deep and exact", () => {
    const scope = { pair: (a: number) => ({ a, b: [a] }) };
    expect(tryExample({ expression: "pair(1)", expected: "{ a: 1, b: [1] }" }, scope)).toEqual([]);
    expect(tryExample({ expression: "pair(1)", expected: "{ a: 1, b: [2] }" }, scope)).toEqual([
      'pair(1) is {"a":1,"b":[1]}, not { a: 1, b: [2] }',
    ]);
  });

  it("may say that something throws, and are wrong when it does not", () => {
    const scope = { boom: () => JSON.parse("{") as unknown, calm: () => 1 };
    expect(tryExample({ expression: "boom()", expected: "throws" }, scope)).toEqual([]);
    expect(tryExample({ expression: "calm()", expected: "throws" }, scope)).toEqual([
      "calm() does not throw",
    ]);
    expect(tryExample({ expression: "boom()", expected: "1" }, scope)[0]).toMatch(/^boom\(\) throws: /);
  });

  it("are refused without an arrow", () => {
    expect(tryExample({ expression: "add(1, 2)", expected: "" }, {})).toEqual([
      '@example without "// =>": add(1, 2)',
    ]);
  });

  it("are asked of every exported function of core, arrow functions included", async () => {
    const text = "/** Says. */\nexport function a() {}\nexport const b = () => 1;\nconst c = () => 2;\nc();";
    const { problems } = await checkExamples(".", [parseSource("core/base/brand.ts", text)], {});
    expect(problems).toEqual(["core/base/brand.ts:2 a: no example", "core/base/brand.ts:3 b: no docstring"]);
  });
});
