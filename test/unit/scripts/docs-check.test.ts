import { describe, expect, it } from "vitest";
import { readGlossary, readPlannedFolders } from "../../../scripts/verify/docs-check.ts";

describe("the documents check", () => {
  it("reads the tree of folders, and which of them are to come", () => {
    const markdown =
      "# House\n\n```text\ncore/   rules\n  base/  what lacks\n  meeting/  会议 (to come)\ncli/    no window\n```\n";
    expect(readPlannedFolders(markdown)).toEqual([
      { path: "core", isToCome: false },
      { path: "core/base", isToCome: false },
      { path: "core/meeting", isToCome: true },
      { path: "cli", isToCome: false },
    ]);
  });

  it("reads the rows of the glossary, however wide its columns are", () => {
    const markdown =
      "| term  | 中文 | in code | meaning |\n| ----- | ---- | --- | --- |\n| group | 小组 | `groups` | some |\n";
    expect(readGlossary(markdown)).toEqual([["group", "小组", "groups"]]);
  });
});
