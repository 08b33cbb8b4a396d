import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { MemberId } from "../../../../core/base/id.ts";
import { creditsOf, matchOwner, ownerIndex, unmatchedNames } from "../../../../core/customer/owner.ts";
import { sharedNames } from "../../../../core/customer/shared-names.ts";
import type { Member } from "../../../../core/team/records.ts";

function member(id: string, name: string, more: Partial<Member> = {}): Member {
  const known = { ftePercent: 100, aliases: [], interests: {}, notes: "", order: 0 };
  return { id: id as MemberId, name, ...known, ...more };
}

const wang = member("m1", "王芳", { email: "fang@example.com" });
const li = member("m2", "李敏");
const nancy = member("m3", "Davolio, Nancy");
const index = ownerIndex([wang, li, nancy]);

function credited(ownerName: string) {
  const { shares, unassigned } = creditsOf({ ownerName }, index);
  return [...shares.map(({ memberId, share }) => [memberId, share]), ["", unassigned]];
}

describe("an owner text that names several", () => {
  test.each([
    "王芳|李敏",
    "王芳;李敏",
    "王芳；李敏",
    "王芳、李敏",
    "王芳,李敏",
    "王芳，李敏",
    "fang@example.com, 李敏",
  ])("%s counts for both in equal parts", (text) => {
    expect(credited(text)).toEqual([
      ["m1", 500_000],
      ["m2", 500_000],
      ["", 0],
    ]);
  });

  test("thirds total the whole: the first has the part that cannot be divided", () => {
    expect(credited("王芳|李敏|Davolio, Nancy")).toEqual([
      ["m1", 333_334],
      ["m2", 333_333],
      ["m3", 333_333],
      ["", 0],
    ]);
  });

  test("percentages that the cell gives are the parts, and what they leave is unassigned", () => {
    expect(credited("王芳 60%|李敏（30%）")).toEqual([
      ["m1", 600_000],
      ["m2", 300_000],
      ["", 100_000],
    ]);
  });

  test("who has no percentage shares what the others leave, and nothing goes beyond the whole", () => {
    expect(sharedNames("甲 50%|乙|丙").names.map(({ share }) => share)).toEqual([500_000, 250_000, 250_000]);
    expect(sharedNames("甲 80%|乙 70%").names.map(({ share }) => share)).toEqual([800_000, 200_000]);
  });

  test("a part that is nobody's is unassigned, and is named", () => {
    expect(credited("王芳|陌生人")).toEqual([
      ["m1", 500_000],
      ["", 500_000],
    ]);
    expect(unmatchedNames("王芳|陌生人", index)).toEqual(["陌生人"]);
  });

  test("a comma parts no text of which a part is nobody's", () => {
    expect(matchOwner("Fuller, Andrew", index)).toEqual({ kind: "none" });
    expect(matchOwner("Davolio, Nancy", index)).toEqual({ kind: "member", memberId: "m3" });
  });

  test("one person named twice, by name and address, has the whole", () => {
    expect(credited("王芳|fang@example.com")).toEqual([
      ["m1", 1_000_000],
      ["", 0],
    ]);
    expect(matchOwner("李敏|李敏（已停用）", index)).toEqual({ kind: "member", memberId: "m2" });
  });

  test("an alias of the whole text decides before its parts do", () => {
    const team = member("m4", "两人组", { aliases: ["王芳|李敏"] });
    expect(matchOwner("王芳|李敏", ownerIndex([wang, li, team]))).toEqual({ kind: "member", memberId: "m4" });
  });

  test("parts and rest total exactly the whole, whatever the text", () => {
    const part = fc.constantFrom("王芳", "李敏", "陌生人", "王芳 33.3%", "李敏 150%", "", "Davolio, Nancy");
    const text = fc.array(fc.tuple(part, fc.constantFrom("|", ";", "、", ",")), { maxLength: 6 });
    fc.assert(
      fc.property(text, (parts) => {
        const rows = credited(parts.flat().join(""));
        expect(rows.reduce((sum, [, share]) => sum + Number(share), 0)).toBe(1_000_000);
      }),
    );
  });
});
