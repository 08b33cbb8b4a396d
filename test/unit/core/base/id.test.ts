import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FACT_TABLES, ROW_TABLES, parseSubjectKey, subjectKey } from "../../../../core/base/id.ts";
import type { GroupId, MemberId, Subject } from "../../../../core/base/id.ts";

const anyId = fc.string({ minLength: 1 });
const anySubject: fc.Arbitrary<Subject> = fc.oneof(
  fc.constantFrom<Subject>({ kind: "team" }, { kind: "unassigned" }),
  anyId.map((id): Subject => ({ kind: "group", id: id as GroupId })),
  anyId.map((id): Subject => ({ kind: "member", id: id as MemberId })),
);

describe("a subject's key", () => {
  it("is its kind, and its id where it has one", () => {
    expect(subjectKey({ kind: "team" })).toBe("team");
    expect(subjectKey({ kind: "unassigned" })).toBe("unassigned");
    expect(subjectKey({ kind: "member", id: "m1" as MemberId })).toBe("member:m1");
  });

  it("is read back, ids with colons included", () => {
    expect(parseSubjectKey("group:zoho:1")).toEqual({ kind: "group", id: "zoho:1" });
    fc.assert(
      fc.property(anySubject, (one) => {
        expect(parseSubjectKey(subjectKey(one))).toEqual(one);
      }),
    );
  });

  it("is refused when it is none", () => {
    const wrong = ["", "member", "group", "group:", "member:", "team:", "unassigned:x", ":m1", "boss:m1"];
    for (const key of wrong) expect(() => parseSubjectKey(key)).toThrow(`not a subject key: ${key}`);
  });
});

describe("the tables", () => {
  it("are named once, rows and facts apart", () => {
    const names = [...ROW_TABLES, ...FACT_TABLES];
    expect(new Set(names).size).toBe(names.length);
  });
});
