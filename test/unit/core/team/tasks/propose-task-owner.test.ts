import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day } from "../../../../../core/base/day.ts";
import type { DutyId, MemberId, SkillId, TaskId } from "../../../../../core/base/id.ts";
import { proposeTaskOwners } from "../../../../../core/team/tasks/propose-task-owner.ts";
import { loadSources, aTask } from "../../../../builders/team-tasks.ts";
import { aDuty, aMember, anAbsence, anAssignment, aRating, aSkill } from "../../../../builders/team.ts";

const duty = aDuty("走访", "开发", { skillIds: ["s1" as SkillId] });
const need = { dutyId: duty.id };

interface Person {
  readonly ability: number;
  readonly interest: number;
  readonly years: number;
  readonly hours: number;
}

/** The people of a scene, called a, b, c … in the manager's order; `turned` writes them the other way round. */
function sceneOf(people: readonly Person[], turned = false) {
  const ids = people.map((_, at) => String.fromCharCode(97 + at));
  const members = people.map(({ interest, years }, at) =>
    aMember(ids[at]!, { order: at + 1, interests: { 走访: interest }, experienceYears: years }),
  );
  return loadSources({
    duties: [duty],
    skills: [aSkill("s1")],
    members: turned ? members.toReversed() : members,
    memberships: [],
    skillRatings: people.map(({ ability }, at) => aRating(ids[at]!, "s1", ability)),
    tasks: people.map(({ hours }, at) =>
      aTask(`t${at}`, { ownerId: ids[at] as MemberId, effortHours: hours }),
    ),
  });
}

function order(people: readonly Person[], turned = false): readonly string[] {
  return proposeTaskOwners(sceneOf(people, turned), need).map((one) => one.memberId);
}

const person = fc.record({
  ability: fc.integer({ min: 0, max: 5 }),
  interest: fc.integer({ min: 1, max: 5 }),
  years: fc.integer({ min: 0, max: 30 }),
  hours: fc.integer({ min: 1, max: 200 }),
});
const people = fc.array(person, { minLength: 2, maxLength: 8 });

describe("proposeTaskOwners", () => {
  it("multiplies ability, interest and experience and divides by the load", () => {
    const [best] = proposeTaskOwners(sceneOf([{ ability: 4, interest: 5, years: 6, hours: 80 }]), need);
    expect(best?.carries).toMatchObject({ hours: 80, available: 160, load: 1.5 });
    expect(best?.score).toBe((4 * 5 * 4) / 1.5);
  });

  it("counts a duty owned as its part of the limit", () => {
    const from = loadSources({ duties: [duty], assignments: [anAssignment("走访", "王芳", "R")] });
    const [first, , last] = proposeTaskOwners(from, need);
    expect([first?.memberId, last?.memberId]).toEqual(["赵磊", "王芳"]);
    expect(last?.carries.load).toBe(1 + 1 / 3);
  });

  it("takes 3 for what nobody noted", () => {
    const [first] = proposeTaskOwners(loadSources({ duties: [duty] }), need);
    expect(first).toMatchObject({ ability: null, interest: null, years: null, score: 27 });
  });

  it("passes over who left, leaves before the due day, is away on it, or until then", () => {
    const from = loadSources({
      members: [
        aMember("left", { leftOn: day("2026-08-01") }),
        aMember("leaves", { leftOn: day("2026-09-10") }),
        aMember("away"),
        aMember("until"),
        aMember("back"),
        aMember("later", { hiredOn: day("2026-09-02") }),
      ],
      absences: [
        anAbsence("away", "2026-09-08", "2026-09-20"),
        anAbsence("until", "2026-08-20", "2026-09-10"),
        anAbsence("back", "2026-08-20", "2026-09-04"),
      ],
    });
    const names = (dueOn: string) => proposeTaskOwners(from, { dueOn: day(dueOn) }).map((one) => one.name);
    expect(names("2026-09-10")).toEqual(["back", "until"]);
    expect(names("2026-09-09")).toEqual(["back", "leaves"]);
  });

  it("leaves the task itself out of its owner's load", () => {
    const tasks = [aTask("t1", { ownerId: "王芳" as MemberId, effortHours: 80 })];
    const loads = (taskId?: TaskId) =>
      proposeTaskOwners(loadSources({ tasks }), taskId === undefined ? {} : { taskId }).find(
        (one) => one.memberId === "王芳",
      )?.carries.load;
    expect([loads(), loads("t1" as TaskId)]).toEqual([1.5, 1]);
  });

  it("lets equals follow the manager's order, then the id", () => {
    const members = [aMember("b", { order: 2 }), aMember("c", { order: 1 }), aMember("a", { order: 2 })];
    const names = proposeTaskOwners(loadSources({ members }), {}).map((one) => one.name);
    expect(names).toEqual(["c", "a", "b"]);
  });

  it("is independent of the order in which members are written", () => {
    fc.assert(
      fc.property(people, (all) => {
        expect(order(all, true)).toEqual(order(all));
      }),
    );
  });

  it("never puts somebody further back when their ability rises", () => {
    fc.assert(
      fc.property(people, fc.nat(), (all, pick) => {
        const at = pick % all.length;
        const id = String.fromCharCode(97 + at);
        const abler = all.map((one, index) =>
          index === at ? { ...one, ability: Math.min(5, one.ability + 1) } : one,
        );
        expect(order(abler).indexOf(id)).toBeLessThanOrEqual(order(all).indexOf(id));
      }),
    );
  });

  it("never puts somebody further forward when they carry more", () => {
    fc.assert(
      fc.property(people, fc.integer({ min: 1, max: 100 }), (all, more) => {
        const busier = all.map((one, index) => (index === 0 ? { ...one, hours: one.hours + more } : one));
        expect(order(busier).indexOf("a")).toBeGreaterThanOrEqual(order(all).indexOf("a"));
      }),
    );
  });

  it("takes the mean of the role where a task stands under no duty", () => {
    const from = loadSources({
      duties: [duty, aDuty("报价", "开发")],
      members: [aMember("王芳", { interests: { 走访: 5, 报价: 2, 别组: 1 } })],
    });
    expect(proposeTaskOwners(from, { dutyId: undefined as DutyId | undefined })[0]?.interest).toBe(3.5);
  });
});
