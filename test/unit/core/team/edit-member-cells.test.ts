import { describe, expect, it } from "vitest";
import { day } from "../../../../core/base/day.ts";
import type { MemberId } from "../../../../core/base/id.ts";
import { addMemberFromCells, editMemberCells } from "../../../../core/team/edit-member-cells.ts";
import type { MemberCell } from "../../../../core/team/edit-member-cells.ts";
import { membershipOn } from "../../../../core/team/memberships.ts";
import { aMembership, problemKeys, smallTeam, teamAfter, TODAY } from "../../../builders/team.ts";

const rows = smallTeam();
const wang = "王芳" as MemberId;

function type(cells: readonly (readonly [cell: MemberCell, text: string, memberId?: string])[], team = rows) {
  const edits = cells.map(([cell, text, memberId = "王芳"]) => ({
    memberId: memberId as MemberId,
    cell,
    text,
  }));
  return editMemberCells(team, { edits, today: TODAY });
}

describe("editMemberCells", () => {
  it("reads days, working time and names as people type them", () => {
    const command = type([
      ["hiredOn", "2020年3月1日"],
      ["ftePercent", "0.8"],
      ["aliases", "Wang, Fang；wf@x.cn"],
      ["phone", "138"],
    ]);
    expect(teamAfter(rows, command).members.get("王芳")).toMatchObject({
      hiredOn: "2020-03-01",
      ftePercent: 80,
      aliases: ["Wang, Fang", "wf@x.cn"],
      phone: "138",
    });
  });

  it("a group typed today leaves yesterday as it was", () => {
    const after = teamAfter(rows, type([["group", "维护"]]));
    expect(membershipOn(after, wang, day("2026-08-31"))?.groupId).toBe("开发");
    expect(membershipOn(after, wang, TODAY)).toMatchObject({ groupId: "维护", title: "销售" });
  });

  it("a pasted group and title become one membership", () => {
    const after = teamAfter(
      rows,
      type([
        ["group", "维护"],
        ["title", "组长"],
      ]),
    );
    expect(membershipOn(after, wang, TODAY)).toMatchObject({ groupId: "维护", title: "组长" });
    expect(after.memberships.size).toBe(4);
  });

  it("a title that was empty is filled in for the whole membership", () => {
    const untitled = smallTeam({ memberships: [{ ...aMembership("王芳", "开发"), title: "" }] });
    const after = teamAfter(untitled, type([["title", "销售"]], untitled));
    expect([...after.memberships.values()]).toEqual([aMembership("王芳", "开发")]);
  });

  it("a title needs a group first", () => {
    const nowhere = smallTeam({ memberships: [] });
    expect(problemKeys(type([["title", "销售"]], nowhere))).toEqual(["team.problem.group-first"]);
    expect(
      teamAfter(
        nowhere,
        type(
          [
            ["group", "开发"],
            ["title", "销售"],
          ],
          nowhere,
        ),
      ).memberships.size,
    ).toBe(1);
  });

  it("refuses all cells when one is wrong, naming each", () => {
    const command = type([
      ["phone", "138"],
      ["hiredOn", "3/1"],
      ["group", "研发"],
      ["ftePercent", "x"],
    ]);
    expect(problemKeys(command)).toEqual([
      "team.problem.day",
      "team.problem.group-unknown",
      "team.problem.fte",
    ]);
    expect(command.ok ? [] : command.error.map((problem) => problem.field)).toEqual([
      "王芳:hiredOn",
      "王芳:group",
      "王芳:ftePercent",
    ]);
  });

  it("checks a pasted block against itself: one alias for two people is refused", () => {
    const command = type([
      ["aliases", "A"],
      ["aliases", "a", "赵磊"],
    ]);
    expect(problemKeys(command)).toEqual(["team.problem.alias-taken"]);
  });

  it("changes nothing when the text says what is there", () => {
    expect(
      type([
        ["name", "王芳"],
        ["group", "开发"],
        ["title", "销售"],
      ]),
    ).toEqual({ ok: true, value: [] });
  });
});

describe("addMemberFromCells", () => {
  const add = (cells: readonly (readonly [cell: MemberCell, text: string])[]) =>
    addMemberFromCells(rows, {
      id: "新" as MemberId,
      cells: cells.map(([cell, text]) => ({ cell, text })),
      today: TODAY,
    });

  it("adds a member from a pasted row", () => {
    const after = teamAfter(
      rows,
      add([
        ["name", "吴倩"],
        ["group", "维护"],
        ["title", "客服"],
        ["ftePercent", "50"],
      ]),
    );
    expect(after.members.get("新")).toMatchObject({ name: "吴倩", ftePercent: 50, order: 4 });
    expect(membershipOn(after, "新" as MemberId, TODAY)).toMatchObject({ groupId: "维护", title: "客服" });
  });

  it("needs a name, and names the cell that is wrong", () => {
    const fields = (command: ReturnType<typeof add>) =>
      command.ok ? [] : command.error.map((problem) => problem.field);
    expect(fields(add([["title", "客服"]]))).toEqual(["新:name"]);
    expect(
      fields(
        add([
          ["name", "吴倩"],
          ["group", "研发"],
        ]),
      ),
    ).toEqual(["新:group"]);
  });
});
