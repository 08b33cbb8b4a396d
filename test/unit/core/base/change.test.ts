import { describe, expect, it } from "vitest";
import { putRecords, removeRecords, setFields } from "../../../../core/base/change.ts";

describe("a change", () => {
  it("puts whole records", () => {
    expect(putRecords("skills", [{ id: "s1" }])).toEqual({
      op: "put",
      table: "skills",
      records: [{ id: "s1" }],
    });
  });

  it("sets some fields, and keeps an undefined one: it means removal", () => {
    interface Row {
      readonly id: string;
      readonly note?: string;
    }
    const change = setFields<Row>("skills", "s1", { note: undefined });
    expect(Object.keys(change.op === "set" ? change.fields : {})).toEqual(["note"]);
  });

  it("removes by id", () => {
    expect(removeRecords("skills", ["s1", "s2"])).toEqual({
      op: "remove",
      table: "skills",
      ids: ["s1", "s2"],
    });
  });
});
