import { describe, expect, test } from "vitest";
import { day } from "../../../../core/base/day.ts";
import type { MemberId } from "../../../../core/base/id.ts";
import { caseSteps, earlierCases, isCaseDone, isChained } from "../../../../core/customer/case-chain.ts";
import { caseFindings } from "../../../../core/customer/case-findings.ts";
import type { Case } from "../../../../core/customer/records.ts";
import { aCase } from "../../../builders/kpi-context.ts";

const TODAY = day("2026-03-10");
const REPORTED: Partial<Case> = { text: "漏油" };
const CAUSED: Partial<Case> = { ...REPORTED, cause: "密封圈老化" };
const PLANNED: Partial<Case> = {
  ...CAUSED,
  remedy: "换供应商",
  remedyOwnerId: "m1" as MemberId,
  remedyDueOn: day("2026-03-31"),
};
const ACTED: Partial<Case> = { ...PLANNED, remedyDoneOn: day("2026-03-05"), checkOn: day("2026-06-01") };
const CHECKED: Partial<Case> = { ...ACTED, checkedOn: day("2026-03-09"), hasRecurred: false };

function states(more: Partial<Case>) {
  return caseSteps(aCase("k1", "2026-03-01", more), TODAY).map((step) => step.state);
}

function pagesOf(...rows: readonly Case[]) {
  return { pages: [{ rows }] };
}

describe("the steps of a case", () => {
  test.each<[string, Partial<Case>, readonly string[]]>([
    ["nothing said", {}, ["open", "later", "later", "later"]],
    ["reported", REPORTED, ["done", "open", "later", "later"]],
    ["cause known", CAUSED, ["done", "done", "open", "later"]],
    ["action planned", PLANNED, ["done", "done", "open", "later"]],
    [
      "action within a week",
      { ...PLANNED, remedyDueOn: day("2026-03-17") },
      ["done", "done", "due", "later"],
    ],
    ["action overdue", { ...PLANNED, remedyDueOn: day("2026-03-09") }, ["done", "done", "overdue", "later"]],
    ["action done", ACTED, ["done", "done", "done", "open"]],
    ["check overdue", { ...ACTED, checkOn: day("2026-03-09") }, ["done", "done", "done", "overdue"]],
    ["checked", CHECKED, ["done", "done", "done", "done"]],
    ["come again", { ...CHECKED, hasRecurred: true }, ["done", "done", "done", "recurred"]],
  ])("%s", (_, more, wanted) => {
    expect(states(more)).toEqual(wanted);
  });

  test("each says what it lacks", () => {
    const [, , remedy, check] = caseSteps(aCase("k1", "2026-03-01", { ...CAUSED, remedy: "x" }), TODAY);
    expect(remedy?.missing).toEqual(["remedyOwner", "remedyDue", "remedyDone"]);
    expect(check?.missing).toEqual(["checkOn", "checkedOn", "hasRecurred"]);
  });

  test("a case is done with when all four are", () => {
    expect(isCaseDone(aCase("k1", "2026-03-01", CHECKED))).toBe(true);
    expect(isCaseDone(aCase("k1", "2026-03-01", ACTED))).toBe(false);
  });

  test("a question is followed up only when somebody began to", () => {
    expect(isChained(aCase("k1", "2026-03-01", { kind: "咨询" }))).toBe(false);
    expect(isChained(aCase("k1", "2026-03-01", { kind: "咨询", cause: "说明书不清" }))).toBe(true);
  });
});

describe("trouble that comes again", () => {
  const first = aCase("a", "2026-01-01", { customerName: "Acme", closedOn: day("2026-01-10") });

  test.each([
    ["on the 180th day", { openedOn: day("2026-07-09") }, "a"],
    ["not on the 181st day", { openedOn: day("2026-07-10") }, undefined],
    ["not as another kind", { kind: "咨询" }, undefined],
    ["not at another customer", { customerName: "Borg" }, undefined],
    ["not before the first was closed", { openedOn: day("2026-01-09") }, undefined],
  ])("counts %s", (_, more, earlier) => {
    const second = aCase("b", "2026-02-01", { customerName: "Acme", ...more });
    expect(earlierCases(pagesOf(first, second)).get("b")?.id).toBe(earlier);
  });

  test("of several earlier ones the latest is named, and a case never repeats itself", () => {
    const second = aCase("b", "2026-02-01", { customerName: "Acme", closedOn: day("2026-02-01") });
    const third = aCase("c", "2026-02-20", { customerName: "Acme" });
    const earlier = earlierCases(pagesOf(third, second, first));
    expect([...earlier].map(([id, one]) => [id, one.id])).toEqual([
      ["c", "b"],
      ["b", "a"],
    ]);
  });
});

describe("what a case waits for", () => {
  test("an action is overdue from the day after, a check is due on its day, the longest overdue first", () => {
    const late = aCase("k1", "2026-01-01", { remedyDueOn: day("2026-03-09") });
    const onTime = aCase("k2", "2026-01-01", { remedyDueOn: TODAY });
    const toCheck = aCase("k3", "2026-01-01", { checkOn: TODAY, remedyOwnerId: "m1" as MemberId });
    const found = caseFindings(pagesOf(toCheck, onTime, late), TODAY);
    expect(found.map(({ id, days, memberId }) => [id, days, memberId])).toEqual([
      ["case-remedy:k1", 1, undefined],
      ["case-check:k3", 0, "m1"],
    ]);
  });

  test("trouble that came again waits until it is closed", () => {
    const first = aCase("a", "2026-01-01", { customerName: "Acme", closedOn: day("2026-01-10") });
    const open = aCase("b", "2026-02-01", { customerName: "Acme" });
    expect(caseFindings(pagesOf(first, open), TODAY).map((one) => one.earlier?.id)).toEqual(["a"]);
    const closed = { ...open, closedOn: day("2026-02-02") };
    expect(caseFindings(pagesOf(first, closed), TODAY)).toEqual([]);
  });
});
