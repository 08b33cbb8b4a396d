import { describe, expect, it } from "vitest";
import type { DutyId, GroupId, MemberId } from "../../../../core/base/id.ts";
import {
  addDuty,
  archiveDuty,
  editDuty,
  reorderDuties,
  restoreDuty,
} from "../../../../core/team/edit-duties.ts";
import { dutyBook } from "../../../../core/team/duty-book.ts";
import { handOverDuty, setLetters } from "../../../../core/team/set-letters.ts";
import { living } from "../../../../core/team/team-rows.ts";
import {
  aDuty,
  afterChanges,
  aGroup,
  anAssignment,
  problemKeys,
  smallTeam,
  teamAfter,
  workspaceOf,
} from "../../../builders/team.ts";

const visits = "拜访" as DutyId;
const wang = "王芳" as MemberId;
const zhao = "赵磊" as MemberId;
const rows = smallTeam({
  duties: [aDuty("拜访", "开发"), aDuty("谈判", "开发", { order: 2 })],
  assignments: [anAssignment("拜访", "王芳", "RA"), anAssignment("谈判", "王芳", "C")],
});
const letters = (team: typeof rows, id: string) => team.assignments.get(id)?.letters;

describe("duties", () => {
  it("a duty is added last, and its name is taken in its group only", () => {
    const name = { zh: "拜访", en: "" };
    const after = teamAfter(rows, addDuty(rows, { id: "x" as DutyId, groupId: "维护" as GroupId, name }));
    expect(after.duties.get("x")?.order).toBe(3);
    expect(problemKeys(addDuty(rows, { id: "x" as DutyId, groupId: "开发" as GroupId, name }))).toEqual([
      "team.problem.duty-taken",
    ]);
  });

  it("a duty needs a name and a living group", () => {
    expect(problemKeys(editDuty(rows, visits, { name: { zh: " ", en: "" } }))).toEqual([
      "team.problem.duty-name",
    ]);
    const archived = smallTeam({
      groups: [aGroup("开发", { archived: true })],
      duties: [aDuty("拜访", "开发")],
    });
    expect(problemKeys(editDuty(archived, visits, { name: { zh: "访", en: "" } }))).toEqual([
      "team.problem.group-gone",
    ]);
  });

  it("a stand-in is named and taken away", () => {
    const named = teamAfter(rows, editDuty(rows, visits, { standInId: zhao }));
    expect(named.duties.get("拜访")?.standInId).toBe("赵磊");
    const none = teamAfter(named, editDuty(named, visits, { standInId: undefined }));
    expect(none.duties.get("拜访")).not.toHaveProperty("standInId");
  });

  it("an archived duty leaves the catalogue and the load, and comes back with its letters", () => {
    const archived = teamAfter(rows, archiveDuty(rows, visits));
    expect(living(archived.duties).map((duty) => duty.id)).toEqual(["谈判"]);
    expect(dutyBook(archived).loadByMember.get(wang)).toBeUndefined();
    const back = teamAfter(archived, restoreDuty(archived, visits));
    expect(dutyBook(back).loadByMember.get(wang)).toBe(1);
  });

  it("are put in order", () => {
    const after = teamAfter(rows, reorderDuties(rows, ["谈判" as DutyId]));
    expect(living(after.duties).map((duty) => duty.id)).toEqual(["谈判", "拜访"]);
  });
});

describe("setLetters", () => {
  const type = (text: string, memberId = wang) => setLetters(rows, [{ dutyId: visits, memberId, text }]);

  it("writes, changes and clears a cell", () => {
    expect(letters(teamAfter(rows, type("ic", zhao)), "拜访:赵磊")).toBe("CI");
    expect(letters(teamAfter(rows, type("r")), "拜访:王芳")).toBe("R");
    expect(teamAfter(rows, type("")).assignments.has("拜访:王芳")).toBe(false);
  });

  it("writes nothing for what is there, and nothing for clearing an empty cell", () => {
    expect(type("AR")).toEqual({ ok: true, value: [] });
    expect(type("", zhao)).toEqual({ ok: true, value: [] });
  });

  it("lets the last edit of a cell hold", () => {
    const edits = ["R", "A"].map((text) => ({ dutyId: visits, memberId: zhao, text }));
    expect(letters(teamAfter(rows, setLetters(rows, edits)), "拜访:赵磊")).toBe("A");
  });

  it("refuses the whole block when a cell is wrong, naming duty, member and text", () => {
    const edits = [
      { dutyId: visits, memberId: zhao, text: "R" },
      { dutyId: visits, memberId: wang, text: "X" },
    ];
    const params = {
      duty: { key: "team.name", params: { zh: "拜访", en: "拜访" } },
      member: "王芳",
      text: "X",
    };
    expect(setLetters(rows, edits)).toEqual({
      ok: false,
      error: [{ field: "拜访:王芳", message: { key: "team.problem.letters", params } }],
    });
  });
});

describe("handOverDuty", () => {
  it("hands over R and A, leaves C and I, and keeps what the other has", () => {
    const both = smallTeam({
      duties: [aDuty("拜访", "开发")],
      assignments: [anAssignment("拜访", "王芳", "RAI"), anAssignment("拜访", "赵磊", "C")],
    });
    const changes = handOverDuty(both, { dutyId: visits, fromId: wang, toId: zhao });
    const after = afterChanges(workspaceOf(both), changes).rows;
    expect(letters(after, "拜访:王芳")).toBe("I");
    expect(letters(after, "拜访:赵磊")).toBe("RAC");
  });

  it("throws when there is nothing to hand over", () => {
    expect(() => handOverDuty(rows, { dutyId: visits, fromId: zhao, toId: wang })).toThrow(
      "nothing to hand over",
    );
  });
});
