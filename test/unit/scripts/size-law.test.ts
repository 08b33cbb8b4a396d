import { describe, expect, it } from "vitest";
import { findSizeViolations } from "../../../scripts/verify/size-law.ts";
import { parseSource } from "../../../scripts/verify/source-tree.ts";

function body(lines: number): string {
  return "  a();\n".repeat(lines);
}

function problems(path: string, text: string): readonly string[] {
  return findSizeViolations([parseSource(path, text)]);
}

describe("the size law", () => {
  it("allows a function of 60 lines and refuses one of 61", () => {
    expect(problems("core/team/a.ts", `function f() {\n${body(58)}}\n`)).toEqual([]);
    expect(problems("core/team/a.ts", `function f() {\n${body(59)}}\n`)).toEqual([
      "core/team/a.ts:1 f has 61 lines, the law is 60",
    ]);
  });

  it("allows a component 120 lines, but no hook beside it", () => {
    expect(problems("renderer/ui/a.tsx", `function Page() {\n${body(118)}}\n`)).toEqual([]);
    expect(problems("renderer/ui/a.tsx", `const Page = () => {\n${body(119)}};\n`)).toEqual([
      "renderer/ui/a.tsx:1 Page has 121 lines, the law is 120",
    ]);
    expect(problems("renderer/ui/a.tsx", `function usePage() {\n${body(59)}}\n`)).toHaveLength(1);
  });

  it("measures each test and not the group around them", () => {
    const group = (lines: number): string =>
      `describe("x", () => {\nit("y", () => {\n${body(lines)}});\n});\n`;
    expect(problems("test/unit/a.test.ts", group(58))).toEqual([]);
    expect(problems("test/unit/a.test.ts", group(59))).toHaveLength(1);
  });

  it("allows a file of 400 lines and refuses one of 401", () => {
    expect(problems("core/team/a.ts", "a();\n".repeat(400))).toEqual([]);
    expect(problems("core/team/a.ts", "a();\n".repeat(401))).toEqual([
      "core/team/a.ts: 401 lines, the law is 400: split it by subject",
    ]);
  });

  it("refuses drawers and names that are not kebab-case", () => {
    expect(problems("core/utils/a.ts", "")).toEqual(["core/utils/a.ts: name it after what it does"]);
    expect(problems("core/team/date-helpers.ts", "")).toEqual([
      "core/team/date-helpers.ts: name it after what it does",
    ]);
    expect(problems("core/team/myFile.ts", "")).toEqual(["core/team/myFile.ts: file names are kebab-case"]);
  });
});
