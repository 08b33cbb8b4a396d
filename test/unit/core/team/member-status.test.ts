import { describe, expect, it } from "vitest";
import { addDays, day, weekdayOf } from "../../../../core/base/day.ts";
import type { MemberId } from "../../../../core/base/id.ts";
import { capacityBasis, memberStatusOn } from "../../../../core/team/member-status.ts";
import { aMember, anAbsence, teamOf } from "../../../builders/team.ts";

const member = aMember("孙洋", {
  hiredOn: day("2026-03-02"),
  probationUntil: day("2026-06-01"),
  leftOn: day("2026-12-01"),
  ftePercent: 80,
});
const rows = teamOf({ members: [member], absences: [anAbsence("孙洋", "2026-05-04", "2026-05-11")] });
const on = (text: string) => memberStatusOn(rows.absences, member, day(text)).kind;

describe("memberStatusOn", () => {
  it("changes on the first day of each stretch: not there, probation, leave, probation, active, left", () => {
    const days = ["2026-03-01", "2026-03-02", "2026-05-04", "2026-05-11", "2026-06-01", "2026-12-01"];
    expect(days.map(on)).toEqual(["upcoming", "probation", "leave", "probation", "active", "left"]);
  });

  it("holds until the day before each change", () => {
    expect(["2026-05-03", "2026-05-10", "2026-05-31", "2026-11-30"].map(on)).toEqual([
      "probation",
      "leave",
      "probation",
      "active",
    ]);
  });

  it("says left of somebody whose leave outlasts their leaving", () => {
    const away = teamOf({ members: [member], absences: [anAbsence("孙洋", "2026-11-01", "2027-02-01")] });
    expect(memberStatusOn(away.absences, member, day("2026-12-15")).kind).toBe("left");
  });
});

describe("capacityBasis", () => {
  const weekdays = (from: string, count: number) =>
    Array.from({ length: count }, (_, index) => addDays(day(from), index)).filter(
      (one) => weekdayOf(one) < 6,
    );

  it("counts FTE × the working days on the team and not away", () => {
    expect(capacityBasis(rows, "孙洋" as MemberId, weekdays("2026-05-01", 31))).toEqual({
      workingDays: 21,
      teamDays: 21,
      availableDays: 16,
      fteDays: 12.8,
      share: 12.8 / 21,
    });
  });

  it("counts a joiner from the day of hire and a leaver to the day before leaving", () => {
    expect(capacityBasis(rows, "孙洋" as MemberId, weekdays("2026-02-23", 14)).teamDays).toBe(5);
    expect(capacityBasis(rows, "孙洋" as MemberId, weekdays("2026-11-30", 7)).teamDays).toBe(1);
  });

  it("has no share without working days", () => {
    expect(capacityBasis(rows, "孙洋" as MemberId, []).share).toBeNull();
  });

  it("throws for somebody who is not on file", () => {
    expect(() => capacityBasis(rows, "谁" as MemberId, [])).toThrow("no such member");
  });
});
