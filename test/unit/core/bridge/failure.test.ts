import { describe, expect, test } from "vitest";
import { FAILURE_CODES, failureCode, failureMessage } from "../../../../core/bridge/failure.ts";
import { en } from "../../../../core/words/en.ts";
import { zhCn } from "../../../../core/words/zh-cn.ts";

describe("a failure with a file", () => {
  test.each([
    ["ENOSPC", "disk-full"],
    ["EACCES", "not-permitted"],
    ["EBUSY", "in-use"],
    ["ENOENT", "gone"],
    ["EIO", "failed"],
    ["constructor", "failed"],
    ["", "failed"],
  ])("with the system's code %j is %s", (errno, code) => {
    expect(failureCode(errno)).toBe(code);
  });

  test("has a sentence with a remedy in both languages", () => {
    for (const code of FAILURE_CODES) {
      const { key } = failureMessage(code);
      expect(zhCn[key]).toMatch(/请/);
      expect(en[key]).toMatch(/\. .+\.|, /);
    }
  });

  test("that nobody knows is said as failed", () => {
    expect(failureMessage("EWHAT")).toEqual({ key: "desktop.failure.failed" });
  });
});
