import { describe, expect, it } from "vitest";
import { day } from "../../../../core/base/day.ts";
import type { DutyId, GroupId, MemberId } from "../../../../core/base/id.ts";
import { addMember, editMember, setInterest } from "../../../../core/team/edit-members.ts";
import { aGroup, aMember, problemKeys, smallTeam, teamAfter, TODAY } from "../../../builders/team.ts";

const wang = "王芳" as MemberId;
const rows = smallTeam({
  members: [
    aMember("王芳", { email: "wang@x.cn", employeeNumber: "007", aliases: ["Wang Fang"] }),
    aMember("赵磊", { order: 2 }),
  ],
});
const newcomer = { id: "新" as MemberId, name: "吴倩", today: TODAY };

describe("addMember", () => {
  it("puts the member last, full time, in the group from the day of hire", () => {
    const hiredOn = day("2026-08-15");
    const input = { ...newcomer, groupId: "维护" as GroupId, title: " 客服 ", hiredOn };
    const after = teamAfter(rows, addMember(rows, input));
    expect(after.members.get("新")).toMatchObject({ name: "吴倩", ftePercent: 100, order: 3, hiredOn });
    expect([...after.memberships.values()].at(-1)).toEqual({
      id: "新:2026-08-15",
      memberId: "新",
      groupId: "维护",
      title: "客服",
      grade: "regular",
      from: "2026-08-15",
    });
  });

  it("begins today without a day of hire, and without a group begins no membership", () => {
    const placed = teamAfter(rows, addMember(rows, { ...newcomer, groupId: "维护" as GroupId }));
    expect(placed.memberships.get("新:2026-09-01")?.groupId).toBe("维护");
    expect(teamAfter(rows, addMember(rows, newcomer)).memberships.size).toBe(rows.memberships.size);
  });

  it("tells everything that is wrong at once", () => {
    const input = { ...newcomer, name: " ", email: "x", employeeNumber: "007", groupId: "无" as GroupId };
    expect(problemKeys(addMember(rows, input))).toEqual([
      "team.problem.name",
      "team.problem.email",
      "team.problem.number-taken",
      "team.problem.group-gone",
    ]);
  });

  it("refuses a new member in an archived group", () => {
    const archived = smallTeam({ groups: [aGroup("旧", { archived: true })] });
    expect(problemKeys(addMember(archived, { ...newcomer, groupId: "旧" as GroupId }))).toEqual([
      "team.problem.group-gone",
    ]);
  });

  it("lets two people bear the same name", () => {
    expect(addMember(rows, { ...newcomer, name: "王芳" }).ok).toBe(true);
  });
});

describe("names in files", () => {
  it("refuses an alias that is another's alias, name or e-mail address, naming both", () => {
    for (const alias of ["wang  fang", "王芳", "WANG@x.cn"]) {
      expect(editMember(rows, "赵磊" as MemberId, { aliases: [alias] })).toEqual({
        ok: false,
        error: [
          {
            field: "aliases",
            message: { key: "team.problem.alias-taken", params: { name: alias, other: "王芳" } },
          },
        ],
      });
    }
  });

  it("refuses an e-mail address that is another's alias", () => {
    const known = smallTeam({ members: [aMember("王芳", { aliases: ["a@b.cn"] }), aMember("赵磊")] });
    expect(problemKeys(editMember(known, "赵磊" as MemberId, { email: "A@b.cn" }))).toEqual([
      "team.problem.alias-taken",
    ]);
  });

  it("refuses a name that is another's alias, with the remedy", () => {
    expect(problemKeys(addMember(rows, { ...newcomer, name: "Wang Fang" }))).toEqual([
      "team.problem.name-is-alias",
    ]);
  });

  it("drops aliases that repeat the name, the address or each other", () => {
    const aliases = ["W.F.", "w.f.", "王芳", "wang@x.cn", " "];
    expect(teamAfter(rows, editMember(rows, wang, { aliases })).members.get("王芳")?.aliases).toEqual([
      "W.F.",
    ]);
  });
});

describe("editMember", () => {
  it("writes only the fields that differ, and none when nothing does", () => {
    expect(editMember(rows, wang, { name: "王芳", phone: " 138 " })).toEqual({
      ok: true,
      value: [{ op: "set", table: "members", id: "王芳", fields: { phone: "138" } }],
    });
    expect(editMember(rows, wang, { name: "王芳" })).toEqual({ ok: true, value: [] });
  });

  it("empties what may be empty", () => {
    const after = teamAfter(rows, editMember(rows, wang, { email: "", employeeNumber: undefined }));
    expect(after.members.get("王芳")).not.toHaveProperty("email");
    expect(after.members.get("王芳")).not.toHaveProperty("employeeNumber");
  });

  it("refuses days that contradict each other and working time outside 1–100", () => {
    const leaver = smallTeam({ members: [aMember("王芳", { leftOn: day("2026-01-01") })] });
    expect(problemKeys(editMember(leaver, wang, { hiredOn: day("2026-01-01") }))).toEqual([
      "team.problem.hired-after-left",
    ]);
    expect(problemKeys(editMember(rows, wang, { ftePercent: 0 }))).toEqual(["team.problem.fte"]);
    const fields = { hiredOn: day("2026-05-01"), probationUntil: day("2026-04-01") };
    expect(problemKeys(editMember(rows, wang, fields))).toEqual(["team.problem.probation-before-hire"]);
  });
});

describe("setInterest", () => {
  const ask = (level: number | null) => setInterest(rows, { memberId: wang, dutyId: "d" as DutyId, level });

  it("notes a level, and takes it back", () => {
    const noted = teamAfter(rows, ask(4));
    expect(noted.members.get("王芳")?.interests).toEqual({ d: 4 });
    const back = setInterest(noted, { memberId: wang, dutyId: "d" as DutyId, level: null });
    expect(teamAfter(noted, back).members.get("王芳")?.interests).toEqual({});
  });

  it.each([0, 6, 2.5])("refuses %d", (level) => {
    expect(problemKeys(ask(level))).toEqual(["team.problem.interest"]);
  });
});
