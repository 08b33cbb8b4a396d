import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { MemberId } from "../../../../core/base/id.ts";
import type { Money, Ppm } from "../../../../core/base/money.ts";
import { creditsOf, matchOwner, ownerIndex, splitByCredits } from "../../../../core/customer/owner.ts";
import type { Member } from "../../../../core/team/records.ts";

function member(id: string, name: string, more: Partial<Member> = {}): Member {
  return {
    id: id as MemberId,
    name,
    ftePercent: 100,
    aliases: [],
    interests: {},
    notes: "",
    order: 0,
    ...more,
  };
}

const wang = member("m1", "王伟", { employeeNumber: "E-007", email: "wei.wang@example.com" });
const nancy = member("m2", "Nancy Davolio", { aliases: ["南希"] });
const index = ownerIndex([wang, nancy]);
const found = (id: string) => ({ kind: "member", memberId: id });

describe("matchOwner", () => {
  test("finds a member by name, employee number, e-mail and alias", () => {
    const texts = ["王伟", "e-007", "WEI.WANG@example.com", "南希"];
    expect(texts.map((text) => matchOwner(text, index))).toEqual([
      found("m1"),
      found("m1"),
      found("m1"),
      found("m2"),
    ]);
  });

  test.each(["nancy davolio", "Ｎａｎｃｙ　Davolio", "  Nancy   Davolio ", "NANCY DAVOLIO(已停用)"])(
    "reads %j as Nancy Davolio",
    (text) => {
      expect(matchOwner(text, index)).toEqual(found("m2"));
    },
  );

  test("drops the mark of people who left, in half and full width", () => {
    expect(matchOwner("王伟(已停用)", index)).toEqual(found("m1"));
    expect(matchOwner("王 伟（已停用）", index)).toEqual(found("m1"));
  });

  test("finds a name with an address in brackets by the address", () => {
    expect(matchOwner("Wei (Vivian) <wei.wang@example.com>", index)).toEqual(found("m1"));
  });

  test("two members of one name are ambiguous until an alias decides", () => {
    const twin = member("m3", "王伟");
    expect(matchOwner("王伟", ownerIndex([wang, twin]))).toEqual({
      kind: "ambiguous",
      memberIds: ["m1", "m3"],
    });
    const known = member("m3", "王伟", { aliases: ["王伟"] });
    expect(matchOwner("王伟", ownerIndex([wang, known]))).toEqual(found("m3"));
  });

  test("an unknown or empty text matches nobody", () => {
    expect(matchOwner("李四", index)).toEqual({ kind: "none" });
    expect(matchOwner("（已停用）", index)).toEqual({ kind: "none" });
  });
});

describe("creditsOf", () => {
  test("gives the whole to the owner, and all to unassigned where nobody fits", () => {
    expect(creditsOf({ ownerName: "王伟" }, index)).toEqual({
      shares: [{ memberId: "m1", share: 1_000_000 }],
      unassigned: 0,
    });
    expect(creditsOf({}, index)).toEqual({ shares: [], unassigned: 1_000_000 });
  });

  test("credits take the place of the owner, and what they leave is unassigned", () => {
    const credits = [{ memberId: "m2" as MemberId, share: 600_000 as Ppm }];
    expect(creditsOf({ ownerName: "王伟", credits }, index)).toEqual({
      shares: credits,
      unassigned: 400_000,
    });
  });

  test("a credit of a member who is not there is unassigned, and nothing goes beyond 100 %", () => {
    const credit = (memberId: string, share: number) => ({
      memberId: memberId as MemberId,
      share: share as Ppm,
    });
    const credits = [credit("m1", 700_000), credit("gone", 100_000), credit("m2", 500_000)];
    expect(creditsOf({ credits }, index)).toEqual({
      shares: [credit("m1", 700_000), credit("m2", 300_000)],
      unassigned: 0,
    });
  });
});

describe("splitByCredits", () => {
  const thirds = {
    shares: ["a", "b", "c"].map((id) => ({ memberId: id as MemberId, share: 333_333 as Ppm })),
    unassigned: 1 as Ppm,
  };

  test("splits 100 by three equal shares into 34, 33, 33: a tie goes to the earlier credit", () => {
    expect(splitByCredits(100 as Money, thirds).parts.map((part) => part.amount)).toEqual([34, 33, 33]);
  });

  test("mirrors a negative amount", () => {
    expect(splitByCredits(-100 as Money, thirds).parts.map((part) => part.amount)).toEqual([-34, -33, -33]);
  });

  test("parts and rest always total the amount, each within one unit of its share", () => {
    const amounts = fc.maxSafeInteger();
    const cuts = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(amounts, cuts, (amount, points) => {
        const sorted = points.toSorted((a, b) => a - b);
        const shares = sorted.map((point, at) => point - (sorted[at - 1] ?? 0)) as Ppm[];
        const unassigned = (1_000_000 - sorted.at(-1)!) as Ppm;
        const credits = {
          shares: shares.map((share, at) => ({ memberId: `m${at}` as MemberId, share })),
          unassigned,
        };
        const split = splitByCredits(amount as Money, credits);
        const total = split.parts.reduce((sum, part) => sum + BigInt(part.amount), BigInt(split.unassigned));
        expect(total).toBe(BigInt(amount));
        for (const [at, part] of split.parts.entries()) {
          const exact = BigInt(amount) * BigInt(shares[at]!);
          const off = BigInt(part.amount) * 1_000_000n - exact;
          expect(off < 1_000_000n && off > -1_000_000n).toBe(true);
        }
      }),
    );
  });
});
