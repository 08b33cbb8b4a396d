import { describe, expect, it } from "vitest";
import { message } from "../../../../core/base/message.ts";
import { fail, ok } from "../../../../core/base/result.ts";

describe("a result", () => {
  it("is a value or an error, told apart by one field", () => {
    expect(ok(3)).toEqual({ ok: true, value: 3 });
    expect(fail("full")).toEqual({ ok: false, error: "full" });
  });
});

describe("a message", () => {
  it("is a key, with parameters only when it has some", () => {
    expect(Object.keys(message("base.none"))).toEqual(["key"]);
    expect(message("team.members", { count: 9 })).toEqual({ key: "team.members", params: { count: 9 } });
  });
});
