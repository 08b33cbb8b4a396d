import { describe, expect, test } from "vitest";
import type { Day } from "../../../../../core/base/day.ts";
import type { DealId, PracticeId } from "../../../../../core/base/id.ts";
import {
  addPractice,
  countUse,
  dropUse,
  editPractice,
  readTags,
} from "../../../../../core/meeting/practices/edit-practices.ts";
import { findPractices, practiceFacets } from "../../../../../core/meeting/practices/filter-practices.ts";
import type { Practice } from "../../../../../core/meeting/records.ts";
import { practiceSchema } from "../../../../../core/meeting/records.ts";
import { aPractice, PRACTICE_DAY, practicesOf } from "../../../../builders/meeting-practices.ts";

const P1 = "p1" as PracticeId;
const D1 = "d1" as DealId;

function written(result: ReturnType<typeof addPractice>): Practice {
  if (!result.ok) throw new Error(result.error[0]!.message.key);
  return (result.value[0] as unknown as { records: Practice[] }).records[0]!;
}

function problem(result: ReturnType<typeof addPractice>): string {
  return result.ok ? "none" : `${result.error[0]!.field ?? ""} ${result.error[0]!.message.key}`;
}

describe("editing practices", () => {
  test("a new one is of today, trimmed, and a record of its table", () => {
    const fields = { title: " 拆开报价单 ", action: "分三档", product: " " };
    const practice = written(addPractice(new Map(), { id: P1, fields, today: PRACTICE_DAY }));
    expect(practice).toMatchObject({ title: "拆开报价单", on: PRACTICE_DAY, uses: [] });
    expect("product" in practice).toBe(false);
    expect(practiceSchema.safeParse(practice).success).toBe(true);
  });

  test("one that says nothing is refused", () => {
    const input = { id: P1, fields: { title: "x" }, today: PRACTICE_DAY };
    expect(problem(addPractice(new Map(), input))).toBe("action meeting.practice.problem.empty");
  });

  test("a second one of a deal is refused; the first may be edited", () => {
    const library = practicesOf(aPractice("p0", { dealId: D1 }));
    const fields = { title: "x", action: "y", dealId: D1 };
    expect(problem(addPractice(library, { id: P1, fields, today: PRACTICE_DAY }))).toBe(
      "dealId meeting.practice.problem.deal-has-one",
    );
    expect(written(editPractice(library, { id: "p0" as PracticeId, fields: { title: "z" } })).title).toBe(
      "z",
    );
  });

  test("a deal is taken away by undefined", () => {
    const library = practicesOf(aPractice("p1", { dealId: D1 }));
    const practice = written(editPractice(library, { id: P1, fields: { dealId: undefined } }));
    expect("dealId" in practice).toBe(false);
  });

  test("a use is counted with day and deal, once for a deal, never for its own", () => {
    const library = practicesOf(aPractice("p1", { dealId: D1 }));
    const use = { on: PRACTICE_DAY, dealId: "d2" as DealId, note: "" };
    const used = written(countUse(library, { id: P1, use }));
    expect(used.uses).toEqual([use]);
    expect(problem(countUse(practicesOf(used), { id: P1, use }))).toBe(
      "dealId meeting.practice.problem.used",
    );
    expect(problem(countUse(library, { id: P1, use: { ...use, dealId: D1 } }))).toBe(
      "dealId meeting.practice.problem.own-deal",
    );
    expect(written(dropUse(practicesOf(used), { id: P1, at: 0 })).uses).toEqual([]);
  });

  test("uses without a deal may be as many as there are, in the order of their days", () => {
    const late = { on: PRACTICE_DAY, note: "b" };
    const early = { on: "2026-08-02" as Day, note: "a" };
    const first = written(countUse(practicesOf(aPractice("p1")), { id: P1, use: late }));
    expect(written(countUse(practicesOf(first), { id: P1, use: early })).uses).toEqual([early, late]);
  });

  test("tags are read with the commas of both scripts", () => {
    expect(readTags("#报价、key account，回款; 报价")).toEqual(["报价", "key account", "回款"]);
  });
});

describe("the library", () => {
  const none = { typed: "", tag: "", stage: "", industry: "", archived: false };
  const library = practicesOf(
    aPractice("p1", { tags: ["报价"], stage: "Offer", on: "2026-01-01" as Day }),
    aPractice("p2", { tags: ["报价", "回款"], industry: "电子", on: "2026-03-01" as Day }),
    aPractice("p3", { archived: true }),
  );
  const ids = (filter: Partial<typeof none>) =>
    findPractices(library, { ...none, ...filter }).map(({ practice }) => practice.id as string);

  test("is narrowed by tag, stage, industry and text together, the latest first", () => {
    expect([ids({}), ids({ tag: "回款" }), ids({ stage: "Offer" }), ids({ archived: true })]).toEqual([
      ["p2", "p1"],
      ["p2"],
      ["p1"],
      ["p3"],
    ]);
    expect(ids({ typed: "报价", industry: "电子" })).toEqual(["p2"]);
  });

  test("offers its tags, the commonest first", () => {
    expect(practiceFacets(library).tags).toEqual(["报价", "回款"]);
  });
});
