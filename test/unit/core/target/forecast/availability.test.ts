import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, day } from "../../../../../core/base/day.ts";
import type { GroupId, MemberId } from "../../../../../core/base/id.ts";
import { money } from "../../../../../core/base/money.ts";
import { period } from "../../../../../core/base/period.ts";
import { workingCalendar } from "../../../../../core/base/working-calendar.ts";
import { forecastOf } from "../../../../../core/target/forecast/forecast.ts";
import type { Absence, Member } from "../../../../../core/team/records.ts";
import { aMembership } from "../../../../builders/kpi-context.ts";
import { aDeal, aMember, kpiWorld } from "../../../../builders/target-forecast.ts";

const calendar = workingCalendar([]);
const m1 = "m1" as MemberId;
const member = { kind: "member", id: m1 } as const;
const group = { kind: "group", id: "g1" as GroupId } as const;

/** From 16 March 2026 on 12 working days are left. */
const away = (from: string, until: string, who = "m1"): Absence => ({
  id: `${who}:${from}`,
  memberId: who as MemberId,
  kind: "leave",
  from: day(from),
  until: day(until),
  note: "",
});

/** m1 brought 1200 late in each of the last twelve months. */
const past = Array.from({ length: 12 }, (_, at) => {
  const month = new Date(Date.UTC(2025, 2 + at, 1)).toISOString().slice(0, 7);
  const [closedOn, createdOn] = [day(`${month}-28`), day(`${month}-27`)];
  return aDeal(`past${at}`, { amount: money(1200), category: "won", closedOn, createdOn, ownerName: "m1" });
});
const start = aDeal("s", { amount: money(1), category: "won", closedOn: day("2025-02-03"), ownerName: "m1" });

function lateOf(
  of: {
    readonly subject?: typeof member | typeof group;
    readonly absences?: readonly Absence[];
    readonly members?: readonly Member[];
  } = {},
) {
  const members = of.members ?? [aMember("m1"), aMember("m2", { ftePercent: 50 })];
  const memberships = members.map(({ id }) => aMembership(id, "g1", "2020-01-01"));
  const context = kpiWorld({ today: "2026-03-16", deals: [start, ...past], members, memberships });
  return forecastOf(context, {
    metric: "won-amount",
    subject: of.subject ?? member,
    period: period("2026-03", 1),
    calendar,
    absences: new Map((of.absences ?? []).map((one) => [one.id, one])),
    target: null,
  });
}

describe("the run-rate", () => {
  it("is what past months brought as long as everybody is there", () => {
    expect([lateOf().late, lateOf({ subject: group }).late]).toEqual([1200, 1200]);
  });

  it("is half of it for somebody on leave in six of the twelve working days left", () => {
    expect(lateOf({ absences: [away("2026-03-16", "2026-03-24")] }).late).toBe(600);
  });

  it("is nothing for somebody who has left", () => {
    expect(lateOf({ members: [aMember("m1", { leftOn: day("2026-03-16") })] }).late).toBe(0);
  });

  it("of a group falls by a third when its half-timer is away, and by two thirds when the other one is", () => {
    const without = (who: string) =>
      lateOf({ subject: group, absences: [away("2026-03-16", "2026-04-01", who)] }).late;
    expect([without("m2"), without("m1")]).toEqual([800, 400]);
  });

  it("leaves out a past rest in which the member was away, and raises one in which half was missed", () => {
    const gone = lateOf({ absences: [away("2026-02-01", "2026-03-01")] });
    expect(gone.lateFigures.map(({ period: of }) => of.id)).not.toContain("2026-02");
    const half = lateOf({ absences: [away("2026-01-16", "2026-01-24")] });
    const january = half.lateFigures.find(({ period: of }) => of.id === "2026-01")!;
    expect(january.value).toBe(Math.round((1200 * january.past.whole) / january.past.present));
  });

  it("explains what was brought and both shares, and says that somebody is away", () => {
    const late = lateOf({ absences: [away("2026-03-16", "2026-03-24")] }).explain().inputs[2]!.explain!();
    expect(late.notes.map(({ key }) => key)).toEqual(["target.forecast.note.available"]);
    const inputs = late.inputs[0]!.explain!().inputs.map(({ value }) => value.value);
    expect(inputs).toEqual([1200, 0.5, 1]);
  });

  it("never rises when a leave grows longer", () => {
    fc.assert(
      fc.property(fc.nat(20), fc.nat(20), (days, more) => {
        const until = (length: number) => addDays(day("2026-03-16"), length);
        const late = (length: number) => lateOf({ absences: [away("2026-03-16", until(length))] }).late!;
        expect(late(days + more)).toBeLessThanOrEqual(late(days));
      }),
      { numRuns: 30 },
    );
  });
});
