import { describe, expect, it } from "vitest";
import { day } from "../../../../core/base/day.ts";
import type { GroupId, MemberId, SkillId } from "../../../../core/base/id.ts";
import {
  addSkill,
  archiveSkill,
  rateSkills,
  renameSkill,
  setExpectations,
} from "../../../../core/team/edit-skills.ts";
import { skillCells, skillCoverage, skillGaps } from "../../../../core/team/skill-gaps.ts";
import { abilityOn, ratingOn } from "../../../../core/team/skill-levels.ts";
import {
  aRating,
  aSkill,
  anExpectation,
  problemKeys,
  smallTeam,
  teamAfter,
  TODAY,
} from "../../../builders/team.ts";

const wang = "王芳" as MemberId;
const talk = "谈判" as SkillId;
const rows = smallTeam({
  skills: [aSkill("谈判"), aSkill("分析", { order: 2 }), aSkill("旧", { order: 3, archived: true })],
  skillExpectations: [anExpectation("开发", "谈判", 4), anExpectation("维护", "分析", 2)],
  skillRatings: [
    aRating("王芳", "谈判", 2, "2026-03-01"),
    aRating("王芳", "谈判", 3, "2026-06-01"),
    aRating("赵磊", "谈判", 1),
    aRating("李敏", "分析", 5),
  ],
});
const levelOn = (team: typeof rows, on: string) =>
  ratingOn(team.skillRatings, { memberId: wang, skillId: talk, on: day(on) })?.level;
const rate = (text: string, team = rows) =>
  rateSkills(team, { edits: [{ memberId: wang, skillId: talk, text }], on: TODAY });

describe("ratingOn", () => {
  it("is the latest on or before the day", () => {
    expect(["2026-02-28", "2026-03-01", "2026-05-31", "2026-06-01"].map((on) => levelOn(rows, on))).toEqual([
      undefined,
      2,
      2,
      3,
    ]);
  });
});

describe("rateSkills", () => {
  it("notes a level from the day on and leaves the days before", () => {
    const after = teamAfter(rows, rate("4"));
    expect(levelOn(after, "2026-08-31")).toBe(3);
    expect(levelOn(after, "2026-09-01")).toBe(4);
  });

  it("writes nothing for the level that holds; 0 is a level", () => {
    expect(rate("３")).toEqual({ ok: true, value: [] });
    expect(levelOn(teamAfter(rows, rate("0")), "2026-09-01")).toBe(0);
  });

  it("with empty text takes back what holds, so that the one before holds again", () => {
    expect(levelOn(teamAfter(rows, rate("")), "2026-09-01")).toBe(2);
  });

  it.each(["6", "-1", "2.5", "高"])("refuses %j", (text) => {
    expect(problemKeys(rate(text))).toEqual(["team.problem.level"]);
  });
});

describe("skills and expectations", () => {
  it("a skill needs a name of its own", () => {
    const id = "x" as SkillId;
    expect(problemKeys(addSkill(rows, { id, name: { zh: "", en: " " } }))).toEqual([
      "team.problem.skill-name",
    ]);
    expect(problemKeys(renameSkill(rows, { id: talk, name: { zh: "分析", en: "" } }))).toEqual([
      "team.problem.skill-taken",
    ]);
    expect(teamAfter(rows, addSkill(rows, { id, name: { zh: "旧", en: "" } })).skills.get("x")?.order).toBe(
      4,
    );
  });

  it("an archived skill leaves the matrix", () => {
    const after = teamAfter(rows, archiveSkill(rows, talk));
    expect(new Set(skillCells(after, TODAY).map((cell) => cell.skill.id))).toEqual(new Set(["分析"]));
  });

  it("expectations are set, changed and taken away with 0 or nothing", () => {
    const set = (text: string) =>
      teamAfter(
        rows,
        setExpectations(rows, [{ groupId: "开发" as GroupId, grade: "regular", skillId: talk, text }]),
      ).skillExpectations.get("开发:regular:谈判")?.level;
    expect([set("5"), set("0"), set("")]).toEqual([5, undefined, undefined]);
  });
});

describe("skill gaps", () => {
  const cells = skillCells(rows, TODAY);

  it("is expected less present; not rated is no gap", () => {
    expect(
      cells.map((cell) => [cell.member.id, cell.skill.id, cell.expected, cell.present, cell.gap]),
    ).toEqual([
      ["王芳", "谈判", 4, 3, 1],
      ["王芳", "分析", null, null, null],
      ["赵磊", "谈判", 4, 1, 3],
      ["赵磊", "分析", null, null, null],
      ["李敏", "谈判", null, null, null],
      ["李敏", "分析", 2, 5, -3],
    ]);
  });

  it("are listed widest first", () => {
    expect(skillGaps(cells).map((cell) => [cell.member.id, cell.gap])).toEqual([
      ["赵磊", 3],
      ["王芳", 1],
    ]);
  });

  it("coverage counts those expected, rated and at the level", () => {
    expect(skillCoverage(cells).map(({ skill, ...counts }) => [skill.id, counts])).toEqual([
      ["谈判", { expected: 2, rated: 2, met: 0, share: 0 }],
      ["分析", { expected: 1, rated: 1, met: 1, share: 1 }],
    ]);
  });

  it("a group's cells are those of its members on the day", () => {
    expect(skillCells(rows, TODAY, "维护" as GroupId).map((cell) => cell.member.id)).toEqual([
      "李敏",
      "李敏",
    ]);
  });

  it("ability is the mean of the rated skills", () => {
    const of = { memberId: wang, skillIds: [talk, "分析" as SkillId], on: TODAY };
    expect(abilityOn(rows.skillRatings, of)).toBe(3);
    expect(abilityOn(rows.skillRatings, { ...of, skillIds: [] })).toBeNull();
  });
});
