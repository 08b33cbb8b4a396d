import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, day } from "../../../../core/base/day.ts";
import type { GroupId, MemberId } from "../../../../core/base/id.ts";
import {
  groupIdOn,
  groupSpans,
  headcountOn,
  memberSpans,
  membershipOn,
  membersOfGroup,
  membersOn,
} from "../../../../core/team/memberships.ts";
import { aGroup, aMember, aMembership, teamOf } from "../../../builders/team.ts";

const wang = "王芳" as MemberId;
const growth = "开发" as GroupId;
const care = "维护" as GroupId;

const moved = teamOf({
  groups: [aGroup("开发"), aGroup("维护")],
  members: [aMember("王芳", { leftOn: day("2026-10-01") })],
  memberships: [aMembership("王芳", "维护", "2026-08-01"), aMembership("王芳", "开发", "2025-01-01")],
});

describe("membershipOn", () => {
  it("a move on 1 August changes nothing about 31 July", () => {
    expect(groupIdOn(moved, wang, day("2026-07-31"))).toBe("开发");
    expect(groupIdOn(moved, wang, day("2026-08-01"))).toBe("维护");
  });

  it("nobody belongs to a group before their first membership or after leaving", () => {
    expect(membershipOn(moved, wang, day("2024-12-31"))).toBeUndefined();
    expect(groupIdOn(moved, wang, day("2026-09-30"))).toBe("维护");
    expect(membershipOn(moved, wang, day("2026-10-01"))).toBeUndefined();
  });

  it("a membership entered from before the day of hire holds from the day of hire", () => {
    const rows = teamOf({
      members: [aMember("王芳", { hiredOn: day("2026-03-01") })],
      memberships: [aMembership("王芳", "开发", "2026-01-01")],
    });
    expect(groupIdOn(rows, wang, day("2026-02-28"))).toBeUndefined();
    expect(groupIdOn(rows, wang, day("2026-03-01"))).toBe("开发");
  });

  it("somebody unknown belongs nowhere", () => {
    expect(membershipOn(moved, "谁" as MemberId, day("2026-01-01"))).toBeUndefined();
  });
});

describe("memberSpans", () => {
  it("gives half-open spans that end where the next begins or with leaving", () => {
    expect(memberSpans(moved, wang).map((span) => [span.membership.groupId, span.from, span.until])).toEqual([
      ["开发", "2025-01-01", "2026-08-01"],
      ["维护", "2026-08-01", "2026-10-01"],
    ]);
  });

  it("leaves out a membership that would begin after leaving", () => {
    const rows = teamOf({
      members: [aMember("王芳", { leftOn: day("2026-01-01") })],
      memberships: [aMembership("王芳", "开发", "2025-01-01"), aMembership("王芳", "维护", "2026-02-01")],
    });
    expect(memberSpans(rows, wang)).toHaveLength(1);
  });

  it("agrees with membershipOn on every day, whatever the memberships, hire and leaving", () => {
    const offset = fc.integer({ min: 0, max: 40 });
    const input = fc.record({
      starts: fc.uniqueArray(offset, { maxLength: 5 }),
      hired: fc.option(offset, { nil: undefined }),
      left: fc.option(offset, { nil: undefined }),
      asked: offset,
    });
    const at = (days: number) => addDays(day("2026-01-01"), days);
    fc.assert(
      fc.property(input, ({ starts, hired, left, asked }) => {
        const days = {
          ...(hired === undefined ? {} : { hiredOn: at(hired) }),
          ...(left === undefined ? {} : { leftOn: at(left) }),
        };
        const memberships = starts.map((start) => aMembership("王芳", `组${start}`, at(start)));
        const rows = teamOf({ members: [aMember("王芳", days)], memberships });
        const inside = memberSpans(rows, wang).filter(
          (span) => span.from <= at(asked) && (span.until === null || at(asked) < span.until),
        );
        expect(inside.map((span) => span.membership)).toEqual(
          [membershipOn(rows, wang, at(asked))].filter((one) => one !== undefined),
        );
      }),
    );
  });
});

describe("groups in a period", () => {
  const july = { start: day("2026-07-01"), end: day("2026-08-01") };
  const august = { start: day("2026-08-01"), end: day("2026-09-01") };

  it("counts a member for both groups of a quarter in which they moved", () => {
    const quarter = { start: day("2026-07-01"), end: day("2026-10-01") };
    expect(membersOfGroup(moved, growth, quarter).map((member) => member.id)).toEqual(["王芳"]);
    expect(membersOfGroup(moved, care, quarter).map((member) => member.id)).toEqual(["王芳"]);
    expect(membersOfGroup(moved, growth, august)).toEqual([]);
    expect(membersOfGroup(moved, care, july)).toEqual([]);
  });

  it("gives the days of a period that were spent in a group", () => {
    const within = { start: day("2026-07-15"), end: day("2026-08-15") };
    expect(groupSpans(moved, wang, { groupId: growth, within })).toEqual([
      { from: "2026-07-15", until: "2026-08-01" },
    ]);
  });
});

describe("headcount", () => {
  it("counts who is on the team on the day, each as one", () => {
    expect(headcountOn(moved, day("2026-09-30"))).toBe(1);
    expect(headcountOn(moved, day("2026-10-01"))).toBe(0);
    expect(headcountOn(moved, day("2026-09-30"), growth)).toBe(0);
  });

  it("counts somebody without a group for the team", () => {
    const rows = teamOf({ members: [aMember("新人")] });
    expect(membersOn(rows, day("2026-01-01")).map((member) => member.id)).toEqual(["新人"]);
  });
});
