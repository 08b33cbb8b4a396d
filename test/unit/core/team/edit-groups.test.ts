import { describe, expect, it } from "vitest";
import { day } from "../../../../core/base/day.ts";
import type { GroupId, MemberId } from "../../../../core/base/id.ts";
import {
  addGroup,
  archiveGroup,
  editGroup,
  reorderGroups,
  restoreGroup,
} from "../../../../core/team/edit-groups.ts";
import { mergeGroups } from "../../../../core/team/merge-groups.ts";
import { groupIdOn, membershipOn } from "../../../../core/team/memberships.ts";
import { inOrder } from "../../../../core/team/team-rows.ts";
import {
  aDuty,
  aGroup,
  anAssignment,
  anExpectation,
  problemKeys,
  smallTeam,
  teamAfter,
  TODAY,
} from "../../../builders/team.ts";

const rows = smallTeam();
const growth = "开发" as GroupId;
const care = "维护" as GroupId;

describe("addGroup", () => {
  it("puts the group last, in the next colour, with its name trimmed", () => {
    const after = teamAfter(rows, addGroup(rows, { id: "数据" as GroupId, name: { zh: " 数据 ", en: "" } }));
    expect(after.groups.get("数据")).toEqual({
      id: "数据",
      name: { zh: "数据", en: "" },
      purpose: "",
      color: "violet",
      order: 3,
      archived: false,
    });
  });

  it("refuses a group without a name and a name that a living group has", () => {
    expect(problemKeys(addGroup(rows, { id: "x" as GroupId, name: { zh: " ", en: "" } }))).toEqual([
      "team.problem.group-name",
    ]);
    expect(problemKeys(addGroup(rows, { id: "x" as GroupId, name: { zh: "", en: "维护 " } }))).toEqual([
      "team.problem.group-taken",
    ]);
  });

  it("lets a new group take the name of an archived one, which then cannot come back", () => {
    const archived = smallTeam({ groups: [aGroup("旧", { archived: true })] });
    const after = teamAfter(
      archived,
      addGroup(archived, { id: "新" as GroupId, name: { zh: "旧", en: "" } }),
    );
    expect(problemKeys(restoreGroup(after, "旧" as GroupId))).toEqual(["team.problem.group-taken"]);
  });
});

describe("editGroup", () => {
  it("takes the leader away with undefined", () => {
    const after = teamAfter(rows, editGroup(rows, growth, { leaderId: undefined }));
    expect(after.groups.get("开发")?.leaderId).toBeUndefined();
  });

  it("keeps the group's own name, and refuses a leader who is not on file", () => {
    expect(editGroup(rows, growth, { name: { zh: "开发", en: "Growth" } }).ok).toBe(true);
    expect(problemKeys(editGroup(rows, growth, { leaderId: "谁" as MemberId }))).toEqual([
      "team.problem.member-gone",
    ]);
  });
});

describe("archiveGroup", () => {
  it("is refused while members are in it, naming them", () => {
    const refused = archiveGroup(rows, { id: growth, on: TODAY });
    expect(refused).toEqual({
      ok: false,
      error: [
        {
          field: "group",
          message: {
            key: "team.problem.group-in-use",
            params: {
              group: { key: "team.name", params: { zh: "开发", en: "开发" } },
              count: 2,
              members: { key: "team.list", params: { first: "王芳", rest: "赵磊" } },
            },
          },
        },
      ],
    });
  });

  it("archives an empty group and takes it back", () => {
    const empty = smallTeam({ memberships: [] });
    const archived = teamAfter(empty, archiveGroup(empty, { id: care, on: TODAY }));
    expect(archived.groups.get("维护")?.archived).toBe(true);
    expect(teamAfter(archived, restoreGroup(archived, care)).groups.get("维护")?.archived).toBe(false);
  });
});

describe("reorderGroups", () => {
  it("puts the named first and writes only what changes", () => {
    const command = reorderGroups(rows, [care]);
    expect(inOrder(teamAfter(rows, command).groups).map((group) => group.id)).toEqual(["维护", "开发"]);
    expect(reorderGroups(rows, [growth, care])).toEqual({ ok: true, value: [] });
  });
});

describe("mergeGroups", () => {
  const merge = { fromId: growth, intoId: care, on: day("2026-08-01") };

  it("moves members from the day on and leaves the days before", () => {
    const after = teamAfter(rows, mergeGroups(rows, merge));
    expect(groupIdOn(after, "王芳" as MemberId, day("2026-07-31"))).toBe("开发");
    expect(membershipOn(after, "王芳" as MemberId, day("2026-08-01"))).toMatchObject({
      groupId: "维护",
      title: "销售",
      grade: "regular",
    });
    expect(after.groups.get("开发")?.archived).toBe(true);
  });

  it("lets a member who joins the group later join the other one instead", () => {
    const later = {
      ...rows.memberships.get("李敏:2020-01-01")!,
      id: "x",
      groupId: growth,
      from: day("2027-01-01"),
    };
    const planned = { ...rows, memberships: new Map([...rows.memberships, ["x", later]]) };
    const after = teamAfter(planned, mergeGroups(planned, merge));
    expect(after.memberships.get("x")?.groupId).toBe("维护");
  });

  it("takes the duties along and makes one of two with the same name", () => {
    const both = smallTeam({
      duties: [
        aDuty("a", "开发"),
        aDuty("b", "开发", { name: { zh: "拜访", en: "" } }),
        aDuty("c", "维护", { name: { zh: "拜访 ", en: "" } }),
      ],
      assignments: [anAssignment("b", "王芳", "R"), anAssignment("c", "王芳", "A")],
    });
    const after = teamAfter(both, mergeGroups(both, merge));
    expect(after.duties.get("a")?.groupId).toBe("维护");
    expect(after.duties.get("b")?.archived).toBe(true);
    expect(after.assignments.get("c:王芳")?.letters).toBe("RA");
    expect(after.assignments.get("b:王芳")?.letters).toBe("R");
  });

  it("takes along expected levels only where the other group expects none", () => {
    const both = smallTeam({
      skillExpectations: [
        anExpectation("开发", "s", 5),
        anExpectation("维护", "s", 2),
        anExpectation("开发", "t", 4),
      ],
    });
    const after = teamAfter(both, mergeGroups(both, merge));
    expect(after.skillExpectations.get("维护:regular:s")?.level).toBe(2);
    expect(after.skillExpectations.get("维护:regular:t")?.level).toBe(4);
  });

  it("refuses itself and an archived group as the other one", () => {
    expect(problemKeys(mergeGroups(rows, { ...merge, intoId: growth }))).toEqual([
      "team.problem.merge-target",
    ]);
    const archived = smallTeam({ groups: [aGroup("开发"), aGroup("维护", { archived: true })] });
    expect(problemKeys(mergeGroups(archived, merge))).toEqual(["team.problem.merge-target"]);
  });
});
