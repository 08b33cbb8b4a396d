import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { money } from "../../../../core/base/money.ts";
import { day } from "../../../../core/base/day.ts";
import { message } from "../../../../core/base/message.ts";
import { needsAttention } from "../../../../core/meeting/needs-attention.ts";
import type { NeedSources } from "../../../../core/meeting/needs-attention.ts";

const quiet: NeedSources = { paces: [], findings: [], unassigned: null, missing: [] };
const behind = (memberId: string, gap: number, state: "behind" | "at-risk" = "behind") => ({
  memberId,
  name: memberId,
  state,
  pace: 0.7,
  gap: { unit: "money", value: money(gap) } as const,
});
const finding = (id: string, severity: "risk" | "warning" | "hint", code = id) => ({
  id,
  code,
  several: "app.home.finding.duty-twice",
  severity,
  about: id,
  what: message("team.finding"),
});
const missing = (memberId: string, count: number) => ({
  memberId,
  name: memberId,
  count,
  kpi: message("kpi.visits"),
});
const unassigned = (share: number) => ({
  amount: { unit: "money", value: money(100) } as const,
  share,
});
const keys = (sources: Partial<NeedSources>, most = 5) =>
  needsAttention({ ...quiet, ...sources }, most).needs.map((need) => need.key);

describe("what needs the manager", () => {
  it("a member at risk and a duty at risk come before everything else, the larger gap first", () => {
    const paces = [behind("li", 10, "at-risk"), behind("wu", 90, "at-risk"), behind("zhou", 500)];
    expect(keys({ paces, findings: [finding("f1", "risk")] })).toEqual([
      "pace:wu",
      "finding:f1",
      "pace:li",
      "pace:zhou",
    ]);
  });

  it("the kinds take turns, so that many findings do not hide the rest", () => {
    const findings = ["a", "b", "c", "d", "e"].map((id) => finding(id, "warning"));
    expect(keys({ findings, missing: [missing("li", 2)], unassigned: unassigned(0.01) })).toEqual([
      "finding:a",
      "unassigned",
      "missing:li",
      "finding:b",
      "finding:c",
    ]);
  });

  it("a hint does not need anybody", () => {
    expect(keys({ findings: [finding("a", "hint")] })).toEqual([]);
  });

  it("unassigned results weigh more from 5 % of all on", () => {
    const findings = [finding("a", "warning")];
    expect(keys({ findings, unassigned: unassigned(0.05) })).toEqual(["unassigned", "finding:a"]);
    expect(keys({ findings, unassigned: unassigned(0.0499) })).toEqual(["finding:a", "unassigned"]);
  });

  it("nothing unassigned is nothing to do", () => {
    expect(keys({ unassigned: { amount: { unit: "money", value: money(0) }, share: 0 } })).toEqual([]);
  });

  it("who lacks most values comes first", () => {
    expect(keys({ missing: [missing("li", 1), missing("wu", 3)] })).toEqual(["missing:wu", "missing:li"]);
  });

  it("says how many more there are", () => {
    const findings = ["a", "b", "c"].map((id) => finding(id, "risk"));
    expect(needsAttention({ ...quiet, findings }, 2)).toMatchObject({ more: 1 });
  });

  it("findings of one kind share a line that names the first three and counts them all", () => {
    const findings = ["a", "b", "c", "d"].map((id) => finding(id, "risk", "duty-twice"));
    const [need, ...rest] = needsAttention({ ...quiet, findings }, 5).needs;
    expect(rest).toEqual([]);
    expect(need?.about).toEqual(message("app.home.finding.duty-twice", { count: 4 }));
    expect(need?.reason).toMatchObject({ key: "meeting.need.names.more", params: { count: 4 } });
  });

  it("a finding that says its own level stands there: an overdue task between a risk and a warning", () => {
    const late = { ...finding("late", "warning"), kind: "task", level: 2 } as const;
    const findings = [finding("small", "warning", "b"), late, finding("great", "risk", "c")];
    expect(needsAttention({ ...quiet, findings }, 5).needs.map((need) => [need.kind, need.level])).toEqual([
      ["finding", 3],
      ["task", 2],
      ["finding", 1],
    ]);
  });

  it("an import of tomorrow, as China's day may be, is today's news", () => {
    const imports = { on: day("2026-11-26"), today: day("2026-11-25"), slipped: 2, gone: 0, cut: 0, lost: 0 };
    expect(keys({ imports })).toEqual(["import"]);
  });

  it("an import is no news after two weeks", () => {
    const imports = { on: day("2026-11-10"), today: day("2026-11-25"), slipped: 2, gone: 0, cut: 0, lost: 0 };
    expect(keys({ imports })).toEqual([]);
  });

  it("never gives a lower level before a higher one", () => {
    const severity = fc.constantFrom("risk" as const, "warning" as const, "hint" as const);
    fc.assert(
      fc.property(fc.array(severity), fc.array(fc.nat(100)), (severities, gaps) => {
        const findings = severities.map((one, index) => finding(`f${index}`, one));
        const paces = gaps.map((gap, index) => behind(`m${index}`, gap));
        const levels = needsAttention({ ...quiet, findings, paces }, 100).needs.map((need) => need.level);
        expect(levels).toEqual(levels.toSorted((a, b) => b - a));
      }),
    );
  });

  it("records that may be the same in two systems are one line, after what is lost and before what is merely missing", () => {
    const needs = needsAttention(
      { ...quiet, matches: 3, missing: [missing("li", 1)], paces: [behind("wu", 1)] },
      5,
    ).needs;
    expect(needs.map(({ key }) => key)).toEqual(["pace:wu", "match", "missing:li"]);
    expect(needs[1]).toMatchObject({ level: 2, about: { params: { count: 3 } } });
    expect(keys({ matches: 0 })).toEqual([]);
  });
});
