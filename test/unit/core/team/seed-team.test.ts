import { describe, expect, it } from "vitest";
import { seedTeam } from "../../../../core/team/seed-team.ts";
import { emptyTeamRows, living } from "../../../../core/team/team-rows.ts";
import { afterChanges, workspaceOf } from "../../../builders/team.ts";

let last = 0;
const seeded = afterChanges(
  workspaceOf(emptyTeamRows()),
  seedTeam(() => `id${(last += 1)}`),
).rows;

describe("seedTeam", () => {
  it("begins with the three groups and nobody", () => {
    expect(living(seeded.groups).map((group) => group.name.zh)).toEqual([
      "客户开发组",
      "客户维护组",
      "数据分析组",
    ]);
    expect(seeded.members.size).toBe(0);
  });

  it("gives every group at least six duties, named in both languages, each with skills on file", () => {
    for (const group of living(seeded.groups)) {
      const duties = living(seeded.duties).filter((duty) => duty.groupId === group.id);
      expect(duties.length).toBeGreaterThanOrEqual(6);
      expect(duties.every((duty) => duty.name.zh !== "" && duty.name.en !== "")).toBe(true);
      expect(duties.flatMap((duty) => duty.skillIds ?? []).every((id) => seeded.skills.has(id))).toBe(true);
    }
  });

  it("no two duties have the same name", () => {
    const names = living(seeded.duties).flatMap((duty) => [duty.name.zh, duty.name.en]);
    expect(new Set(names).size).toBe(names.length);
  });

  it("expects no less of a higher grade", () => {
    const level = (groupId: string, grade: string, skillId: string) =>
      seeded.skillExpectations.get(`${groupId}:${grade}:${skillId}`)?.level ?? 0;
    for (const { id: groupId } of living(seeded.groups)) {
      for (const { id: skillId } of living(seeded.skills)) {
        const levels = ["junior", "regular", "senior"].map((grade) => level(groupId, grade, skillId));
        expect(levels).toEqual([...levels].toSorted((a, b) => a - b));
      }
    }
  });

  it("gives every id once", () => {
    const ids = [seeded.groups, seeded.duties, seeded.skills].flatMap((table) => [...table.keys()]);
    expect(new Set(ids).size).toBe(3 + 20 + 12);
  });
});
