import { describe, expect, it } from "vitest";
import { day } from "../../../../../core/base/day.ts";
import type { MemberId, SkillId } from "../../../../../core/base/id.ts";
import type { FindingCode } from "../../../../../core/team/findings/finding.ts";
import { teamFindings } from "../../../../../core/team/findings/team-findings.ts";
import type { TeamRows } from "../../../../../core/team/team-rows.ts";
import {
  aDuty,
  afterChanges,
  aGroup,
  aMember,
  aMembership,
  anAbsence,
  anAssignment,
  aRating,
  SETTINGS,
  smallTeam,
  teamOf,
  TODAY,
  workspaceOf,
} from "../../../../builders/team.ts";

const find = (rows: TeamRows, code?: FindingCode) =>
  teamFindings(rows, SETTINGS, TODAY).filter((finding) => code === undefined || finding.code === code);
const only = (rows: TeamRows, code: FindingCode) => {
  const found = find(rows, code);
  expect(found).toHaveLength(1);
  return found[0]!;
};
/** Who or what the repairs name, in their order. */
const proposed = (rows: TeamRows, code: FindingCode) =>
  only(rows, code).repairs.map((repair) => [repair.label.key, Object.values(repair.label.params ?? {})[0]]);

/** 拜访, done by 赵磊, answered for by 王芳, 李敏 standing in: nothing to find. */
const sound = smallTeam({
  duties: [aDuty("拜访", "开发", { standInId: "李敏" as MemberId })],
  assignments: [anAssignment("拜访", "赵磊", "R"), anAssignment("拜访", "王芳", "A")],
});
const withLetters = (letters: Readonly<Record<string, string>>, rows = sound): TeamRows => ({
  ...rows,
  assignments: new Map(
    Object.entries(letters).map(([memberId, text]) => [
      `拜访:${memberId}`,
      anAssignment("拜访", memberId, text),
    ]),
  ),
});

describe("teamFindings", () => {
  it("finds nothing in a sound team and in an empty one", () => {
    expect(find(sound)).toEqual([]);
    expect(find(teamOf({}))).toEqual([]);
  });

  it("is the same list for the same tables, and another when the day changes", () => {
    const rows = withLetters({});
    expect(teamFindings(rows, SETTINGS, TODAY)).toBe(teamFindings(rows, SETTINGS, TODAY));
    expect(teamFindings(rows, SETTINGS, day("2026-09-02"))).not.toBe(teamFindings(rows, SETTINGS, TODAY));
  });

  it("lists risks before warnings before hints", () => {
    const rows = withLetters({ 赵磊: "R" }, { ...sound, duties: new Map([["拜访", aDuty("拜访", "开发")]]) });
    const groupless = { ...rows, memberships: new Map([...rows.memberships].slice(0, 2)) };
    expect(find(groupless).map((finding) => finding.code)).toEqual([
      "duty-no-accountable",
      "member-no-group",
      "duty-no-stand-in",
    ]);
  });

  it("does not look at archived duties", () => {
    const archived = {
      ...withLetters({}),
      duties: new Map([["拜访", aDuty("拜访", "开发", { archived: true })]]),
    };
    expect(find(archived)).toEqual([]);
  });
});

describe("R and A", () => {
  it("a duty without R: proposes the same group first, there the least loaded", () => {
    expect(proposed(withLetters({ 王芳: "A" }), "duty-no-responsible")).toEqual([
      ["team.repair.responsible", "赵磊"],
      ["team.repair.responsible", "王芳"],
      ["team.repair.responsible", "李敏"],
    ]);
  });

  it("says why somebody is proposed: group, load, interest, ability", () => {
    const rows = {
      ...withLetters({ 王芳: "A" }),
      members: new Map([
        ["王芳", aMember("王芳")],
        ["赵磊", aMember("赵磊", { interests: { 拜访: 5 } })],
      ]),
      duties: new Map([["拜访", aDuty("拜访", "开发", { skillIds: ["s" as SkillId] })]]),
      skillRatings: new Map([["x", aRating("赵磊", "s", 4)]]),
    };
    const keys: string[] = [];
    JSON.stringify(only(rows, "duty-no-responsible").repairs[0]!.reason, (name, value: unknown) => {
      if (name === "key" && value !== "team.why.join") keys.push(String(value));
      return value;
    });
    expect(keys).toEqual(["team.why.same-group", "team.why.load", "team.why.interest", "team.why.ability"]);
  });

  it("interest decides between two who are equally loaded, then ability, then the order", () => {
    const duty = aDuty("拜访", "开发", { skillIds: ["s" as SkillId] });
    const base = { ...withLetters({}), duties: new Map([["拜访", duty]]) };
    const first = (rows: TeamRows) => proposed(rows, "duty-no-responsible")[0]?.[1];
    const keen = new Map(sound.members).set("赵磊", aMember("赵磊", { order: 2, interests: { 拜访: 4 } }));
    expect(first(base)).toBe("王芳");
    expect(first({ ...base, members: keen })).toBe("赵磊");
    expect(first({ ...base, skillRatings: new Map([["x", aRating("赵磊", "s", 4)]]) })).toBe("赵磊");
  });

  it("proposes nobody who is away, has left, is not there yet, and puts those without room last", () => {
    const members = [
      aMember("王芳", { leftOn: TODAY }),
      aMember("赵磊", { order: 2 }),
      aMember("李敏", { order: 3, hiredOn: day("2026-09-02") }),
      aMember("周涛", { order: 4 }),
      aMember("吴倩", { order: 5 }),
    ];
    const full = ["a", "b", "c"];
    const rows = smallTeam({
      members,
      memberships: [aMembership("周涛", "开发"), aMembership("吴倩", "维护")],
      absences: [anAbsence("赵磊", "2026-08-20", "2026-09-05")],
      duties: [aDuty("拜访", "开发"), ...full.map((id) => aDuty(id, "开发"))],
      assignments: full.map((id) => anAssignment(id, "周涛", "RA")),
    });
    expect(proposed(rows, "duty-no-responsible").map(([, name]) => name)).toEqual(["吴倩", "周涛"]);
  });

  it("a duty without A: proposes the group's leader first", () => {
    expect(proposed(withLetters({ 赵磊: "R" }), "duty-no-accountable")[0]).toEqual([
      "team.repair.accountable",
      "王芳",
    ]);
  });

  it("two A: either may stay, the leader first", () => {
    const rows = withLetters({ 赵磊: "RA", 王芳: "A" });
    expect(proposed(rows, "duty-two-accountable")).toEqual([
      ["team.repair.keep-accountable", "王芳"],
      ["team.repair.keep-accountable", "赵磊"],
    ]);
    const after = afterChanges(
      workspaceOf(rows),
      only(rows, "duty-two-accountable").repairs[0]!.changes,
    ).rows;
    expect(after.assignments.get("拜访:赵磊")?.letters).toBe("R");
  });

  it("names the cells of both who have A", () => {
    const found = only(withLetters({ 赵磊: "RA", 王芳: "A" }), "duty-two-accountable");
    expect(found.subjects.map((ref) => ref.id)).toEqual(["拜访", "赵磊", "王芳"]);
  });
});

describe("owners", () => {
  const leaving = (leftOn: string) => ({
    ...sound,
    members: new Map(sound.members).set("赵磊", aMember("赵磊", { order: 2, leftOn: day(leftOn) })),
  });

  it("who has left: hand over, or just take off", () => {
    const rows = leaving("2026-08-15");
    expect(only(rows, "owner-left").message.params).toMatchObject({
      member: "赵磊",
      day: { day: "2026-08-15" },
    });
    expect(proposed(rows, "owner-left").map(([key]) => key)).toEqual([
      "team.repair.hand-over",
      "team.repair.hand-over",
      "team.repair.take-off",
    ]);
  });

  it("who leaves within 30 days is told ahead, later leaving is not", () => {
    expect(find(leaving("2026-10-01"), "owner-leaving")).toHaveLength(1);
    expect(find(leaving("2026-10-02"))).toEqual([]);
  });

  it("on leave is covered by a stand-in who is there, and found when the stand-in is away too", () => {
    const away = { ...sound, absences: new Map([["a", anAbsence("赵磊", "2026-08-20", "2026-09-05")]]) };
    expect(find(away)).toEqual([]);
    const both = new Map([...away.absences, ["b", anAbsence("李敏", "2026-08-20", "2026-09-05")] as const]);
    expect(only({ ...away, absences: both }, "owner-on-leave").message.params).toMatchObject({
      from: { day: "2026-08-20" },
      until: { day: "2026-09-05" },
    });
  });

  it("on leave with R is covered by another R, with A by a stand-in only", () => {
    const noStandIn = { ...sound, duties: new Map([["拜访", aDuty("拜访", "开发")]]) };
    const absences = new Map([["a", anAbsence("赵磊", "2026-08-20", "2026-09-05")]]);
    const two = { ...withLetters({ 赵磊: "R", 李敏: "R", 王芳: "A" }, noStandIn), absences };
    expect(find(two)).toEqual([]);
    const owner = { ...withLetters({ 赵磊: "RA", 李敏: "R" }, noStandIn), absences };
    expect(find(owner, "owner-on-leave")).toHaveLength(1);
  });

  it("a single R without a stand-in, or with one who has left or is the R, is a hint", () => {
    const standIn = (id: string | undefined, members = sound.members) => ({
      ...sound,
      members,
      duties: new Map([
        ["拜访", aDuty("拜访", "开发", id === undefined ? {} : { standInId: id as MemberId })],
      ]),
    });
    const left = new Map(sound.members).set("李敏", aMember("李敏", { leftOn: TODAY }));
    expect(only(standIn(undefined), "duty-no-stand-in").message.key).toBe("team.finding.duty-no-stand-in");
    expect(only(standIn("赵磊"), "duty-no-stand-in").message.key).toBe("team.finding.duty-no-stand-in");
    expect(only(standIn("李敏", left), "duty-no-stand-in").message.key).toBe("team.finding.stand-in-left");
  });
});

describe("load", () => {
  const duties = ["a", "b", "c", "d"].map((id, order) => aDuty(id, "开发", { order }));
  const loaded = smallTeam({
    duties,
    assignments: duties.map((duty) => anAssignment(duty.id, "王芳", "RA")),
    members: [aMember("王芳", { interests: { c: 1 } }), aMember("赵磊"), aMember("李敏")],
  });

  it("at the limit is no finding, over it is; R and A of one duty count once", () => {
    const three = { ...loaded, assignments: new Map([...loaded.assignments].slice(1)) };
    expect(find(three, "member-overloaded")).toEqual([]);
    expect(only(loaded, "member-overloaded").message.params).toEqual({ member: "王芳", load: 4, limit: 3 });
  });

  it("hands out what the member likes least to somebody with room", () => {
    const repair = only(loaded, "member-overloaded").repairs[0]!;
    const after = afterChanges(workspaceOf(loaded), repair.changes).rows;
    expect(after.assignments.has("c:王芳")).toBe(false);
    expect(after.assignments.get("c:赵磊")?.letters).toBe("RA");
  });

  it("offers the higher limit alone when nobody has room", () => {
    const alone = { ...loaded, members: new Map([["王芳", aMember("王芳")]]) };
    expect(proposed(alone, "member-overloaded")).toEqual([["team.repair.raise-limit", 4]]);
  });
});

describe("structure", () => {
  it("the same duty in two groups, whatever the spaces, becomes one in either", () => {
    const twice = smallTeam({
      duties: [
        aDuty("a", "开发", { name: { zh: "拜访", en: "" } }),
        aDuty("b", "维护", { name: { zh: " 拜访", en: "" } }),
      ],
    });
    expect(only(twice, "duty-twice").repairs).toHaveLength(2);
  });

  it("an archived group with duties: move them, or archive them too", () => {
    const rows = smallTeam({
      groups: [aGroup("旧", { archived: true }), aGroup("开发"), aGroup("维护")],
      duties: [aDuty("x", "旧")],
    });
    expect(only(rows, "group-archived").repairs.map((repair) => repair.label.key)).toEqual([
      "team.repair.move-duties",
      "team.repair.move-duties",
      "team.repair.archive-duties",
    ]);
  });

  it("a member without a group, or in an archived one, joins the group with the fewest heads first", () => {
    const rows = smallTeam({ memberships: [aMembership("王芳", "开发"), aMembership("赵磊", "开发")] });
    const finding = only(rows, "member-no-group");
    expect(finding.subjects).toEqual([{ table: "members", id: "李敏" }]);
    const after = afterChanges(workspaceOf(rows), finding.repairs[0]!.changes).rows;
    expect(after.memberships.get("李敏:2026-09-01")).toMatchObject({ groupId: "维护", from: TODAY });
  });

  it("somebody who has left or is not there yet needs no group", () => {
    const members = [aMember("a", { leftOn: TODAY }), aMember("b", { hiredOn: day("2026-10-01") })];
    expect(find(teamOf({ groups: [aGroup("开发")], members }))).toEqual([]);
  });
});
