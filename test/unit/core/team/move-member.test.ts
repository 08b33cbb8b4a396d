import { describe, expect, it } from "vitest";
import { day } from "../../../../core/base/day.ts";
import type { Day } from "../../../../core/base/day.ts";
import type { GroupId, MemberId } from "../../../../core/base/id.ts";
import { addAbsence, editAbsence, removeAbsence } from "../../../../core/team/edit-absences.ts";
import { memberSpans, membershipOn } from "../../../../core/team/memberships.ts";
import {
  editMembership,
  leaveTeam,
  moveMember,
  removeMembership,
  returnToTeam,
} from "../../../../core/team/move-member.ts";
import type { Absence } from "../../../../core/team/records.ts";
import {
  aGroup,
  aMember,
  aMembership,
  anAbsence,
  problemKeys,
  smallTeam,
  teamAfter,
} from "../../../builders/team.ts";

const wang = "王芳" as MemberId;
const care = "维护" as GroupId;
const rows = smallTeam();
const move = (from: string, groupId = care) => moveMember(rows, { memberId: wang, groupId, from: day(from) });

describe("moveMember", () => {
  it("keeps title and grade unless told, and the days before as they were", () => {
    const after = teamAfter(rows, move("2026-08-01"));
    expect(membershipOn(after, wang, day("2026-07-31"))).toEqual(aMembership("王芳", "开发"));
    expect(membershipOn(after, wang, day("2026-08-01"))).toMatchObject({ groupId: "维护", title: "销售" });
  });

  it("replaces the membership that began on that day", () => {
    const after = teamAfter(rows, move("2020-01-01"));
    expect(after.memberships.size).toBe(3);
    expect(after.memberships.get("王芳:2020-01-01")?.groupId).toBe("维护");
  });

  it("between two memberships holds until the later one", () => {
    const planned = smallTeam({
      memberships: [aMembership("王芳", "开发"), aMembership("王芳", "开发", "2026-10-01")],
    });
    const input = { memberId: wang, groupId: care, from: day("2026-08-01") };
    const after = teamAfter(planned, moveMember(planned, input));
    expect(memberSpans(after, wang).map((span) => span.from)).toEqual([
      "2020-01-01",
      "2026-08-01",
      "2026-10-01",
    ]);
  });

  it("to where they are already changes nothing", () => {
    expect(move("2026-08-01", "开发" as GroupId)).toEqual({ ok: true, value: [] });
  });

  it("is refused into an archived group", () => {
    const archived = smallTeam({ groups: [aGroup("维护", { archived: true })] });
    const input = { memberId: wang, groupId: care, from: day("2026-08-01") };
    expect(problemKeys(moveMember(archived, input))).toEqual(["team.problem.group-gone"]);
  });
});

describe("editMembership", () => {
  it("corrects the first day, and refuses a day on which another begins", () => {
    const after = teamAfter(rows, move("2026-08-01"));
    const id = "王芳:2026-08-01";
    const corrected = teamAfter(after, editMembership(after, id, { from: day("2026-07-15") }));
    expect(membershipOn(corrected, wang, day("2026-07-15"))?.groupId).toBe("维护");
    expect(problemKeys(editMembership(after, id, { from: day("2020-01-01") }))).toEqual([
      "team.problem.membership-day",
    ]);
  });

  it("taking one out lets the one before hold on", () => {
    const after = teamAfter(rows, move("2026-08-01"));
    const without = teamAfter(after, removeMembership(after, "王芳:2026-08-01"));
    expect(membershipOn(without, wang, day("2026-08-01"))?.groupId).toBe("开发");
  });
});

describe("leaving and returning", () => {
  const gone = teamAfter(rows, leaveTeam(rows, { memberId: wang, on: day("2026-08-01") }));
  const back = (team: typeof rows, on: Day) => teamAfter(team, returnToTeam(team, { memberId: wang, on }));
  const away = (team: typeof rows) =>
    [...team.absences.values()].map((one: Absence) => [one.from, one.until]).toSorted();

  it("leaving ends the membership on the day and deletes nothing", () => {
    expect(membershipOn(gone, wang, day("2026-07-31"))?.groupId).toBe("开发");
    expect(membershipOn(gone, wang, day("2026-08-01"))).toBeUndefined();
    expect(gone.memberships).toEqual(rows.memberships);
  });

  it("returning keeps the time away as an absence", () => {
    const returned = back(gone, day("2026-11-01"));
    expect(returned.members.get("王芳")?.leftOn).toBeUndefined();
    expect(away(returned)).toEqual([["2026-08-01", "2026-11-01"]]);
  });

  it("returning fits the time away around absences that are noted already", () => {
    const noted = {
      ...gone,
      absences: new Map([["x", { ...anAbsence("王芳", "2026-09-01", "2026-09-10"), id: "x" }]]),
    };
    expect(away(back(noted, day("2026-11-01")))).toEqual([
      ["2026-08-01", "2026-09-01"],
      ["2026-09-01", "2026-09-10"],
      ["2026-09-10", "2026-11-01"],
    ]);
  });

  it("returning on the day of leaving takes the leaving back", () => {
    expect(away(back(gone, day("2026-08-01")))).toEqual([]);
  });

  it("refuses to leave before the hire, and to return without having left", () => {
    const hired = smallTeam({ members: [aMember("王芳", { hiredOn: day("2026-08-01") })] });
    expect(problemKeys(leaveTeam(hired, { memberId: wang, on: day("2026-08-01") }))).toEqual([
      "team.problem.hired-after-left",
    ]);
    expect(problemKeys(returnToTeam(rows, { memberId: wang, on: day("2026-08-01") }))).toEqual([
      "team.problem.not-left",
    ]);
  });
});

describe("absences", () => {
  const noted = smallTeam({ absences: [anAbsence("王芳", "2026-05-04", "2026-05-11")] });
  const add = (from: string, until: string) =>
    addAbsence(noted, { memberId: wang, kind: "sick", from: day(from), until: day(until) });

  it("may begin on the day on which another ends", () => {
    expect(teamAfter(noted, add("2026-05-11", "2026-05-12")).absences.size).toBe(2);
    expect(teamAfter(noted, add("2026-05-01", "2026-05-04")).absences.size).toBe(2);
  });

  it.each([
    ["2026-05-10", "2026-05-12"],
    ["2026-05-01", "2026-05-05"],
    ["2026-05-05", "2026-05-06"],
    ["2026-05-04", "2026-05-11"],
  ])("from %s to %s overlaps and is refused with the other's days", (from, until) => {
    expect(add(from, until)).toEqual({
      ok: false,
      error: [
        {
          field: "from",
          message: {
            key: "team.problem.absence-overlap",
            params: { from: { day: "2026-05-04" }, until: { day: "2026-05-11" } },
          },
        },
      ],
    });
  });

  it("does not mind another member's absence", () => {
    const days = { from: day("2026-05-04"), until: day("2026-05-05") };
    expect(addAbsence(noted, { memberId: "赵磊" as MemberId, kind: "sick", ...days }).ok).toBe(true);
  });

  it("needs the first day back to be after the first day away", () => {
    expect(problemKeys(add("2026-06-01", "2026-06-01"))).toEqual(["team.problem.absence-days"]);
  });

  it("can be ended early and taken out", () => {
    const early = teamAfter(noted, editAbsence(noted, "王芳:2026-05-04", { until: day("2026-05-06") }));
    expect(early.absences.get("王芳:2026-05-04")?.until).toBe("2026-05-06");
    expect(teamAfter(noted, removeAbsence(noted, "王芳:2026-05-04")).absences.size).toBe(0);
  });
});
