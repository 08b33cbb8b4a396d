import type { Change } from "../../base/change.ts";
import { putRecords } from "../../base/change.ts";
import { addDays, day } from "../../base/day.ts";
import type { Day } from "../../base/day.ts";
import type { DutyId, MemberId } from "../../base/id.ts";
import type {
  Absence,
  Assignment,
  Duty,
  Group,
  Member,
  Membership,
  SkillExpectation,
  SkillRating,
} from "../../team/records.ts";
import { SAMPLE_PEOPLE } from "./people.ts";
import type { SamplePerson } from "./people.ts";
import { between } from "./random.ts";
import type { Random } from "./random.ts";

/** What the seeds have put there before the people come. */
export interface SeededTeam {
  readonly groups: readonly Group[];
  readonly duties: readonly Duty[];
  readonly expectations: readonly SkillExpectation[];
}

/** Duties that nobody answers for, by place in their group: what the findings of the sample begin with. */
const UNOWNED = new Set(["0:6", "1:6"]);
/** Duties whose owner has no stand-in. */
const NO_STAND_IN_EVERY = 5;

/** Puts the nine people on the seeded team: memberships, duties with letters, skills, one absence.
 * @example sampleTeam(seededRandom(9), "2026-11-23", seededTeam()).map((change) => change.table)[0] // => "members"
 */
export function sampleTeam(random: Random, today: Day, seeded: SeededTeam): readonly Change[] {
  const twice = dutyOwnedTwice(seeded);
  return [
    putRecords(
      "members",
      SAMPLE_PEOPLE.map((person, index) => member(person, index, { random, today, seeded })),
    ),
    putRecords(
      "memberships",
      SAMPLE_PEOPLE.map((person) => membership(person, seeded)),
    ),
    putRecords(
      "groups",
      seeded.groups.map((group, index) => ({ ...group, leaderId: leaderOf(index) })),
    ),
    putRecords("duties", [...seeded.duties.map((duty) => withStandIn(duty, seeded)), twice]),
    putRecords("assignments", [
      ...seeded.duties.flatMap((duty) => letters(duty, seeded)),
      ...lettersFor(twice.id, [
        ["m-wu-qian", "R"],
        ["m-zhou-tao", "A"],
      ]),
    ]),
    putRecords("absences", [absence(today)]),
    putRecords(
      "skillRatings",
      SAMPLE_PEOPLE.flatMap((person) => ratings(person, { random, today, seeded })),
    ),
  ];
}

interface Setting {
  readonly random: Random;
  readonly today: Day;
  readonly seeded: SeededTeam;
}

function member(person: SamplePerson, index: number, { random, today, seeded }: Setting): Member {
  const duties = seeded.duties.filter((duty) => duty.groupId === seeded.groups[person.group]?.id);
  return {
    id: person.id as MemberId,
    name: person.name,
    employeeNumber: person.employeeNumber,
    email: person.email,
    hiredOn: day(person.hiredOn),
    ...(person.id === "m-sun-yang" ? { probationUntil: addDays(today, 40) } : {}),
    ftePercent: person.ftePercent,
    aliases: [...person.aliases],
    experienceYears: person.experienceYears,
    roleYears: Math.max(1, Math.round(person.experienceYears / 2)),
    interests: Object.fromEntries(duties.map((duty) => [duty.id, between(random, 2, 5)])),
    notes: "",
    order: index + 1,
  };
}

function membership(person: SamplePerson, seeded: SeededTeam): Membership {
  return {
    id: `${person.id}:1`,
    memberId: person.id as MemberId,
    groupId: seeded.groups[person.group]!.id,
    title: person.title,
    grade: person.grade,
    from: day(person.hiredOn),
  };
}

function leaderOf(group: number): MemberId {
  return SAMPLE_PEOPLE.find((person) => person.group === group && person.leader)!.id as MemberId;
}

/** The duty's place: its group's number and its number in the group. */
function placeOf(duty: Duty, seeded: SeededTeam): { readonly group: number; readonly index: number } {
  const group = seeded.groups.findIndex((one) => one.id === duty.groupId);
  const index = seeded.duties
    .filter((one) => one.groupId === duty.groupId)
    .findIndex((one) => one.id === duty.id);
  return { group, index };
}

function ownersOf(duty: Duty, seeded: SeededTeam): readonly SamplePerson[] {
  const { group, index } = placeOf(duty, seeded);
  const people = SAMPLE_PEOPLE.filter((person) => person.group === group);
  return people.map((_, shift) => people[(index + shift) % people.length]!);
}

function letters(duty: Duty, seeded: SeededTeam): readonly Assignment[] {
  const { group, index } = placeOf(duty, seeded);
  const [responsible, consulted, informed] = ownersOf(duty, seeded);
  const leader = leaderOf(group);
  const letterById = new Map<string, string>([[leader, "A"]]);
  if (informed) letterById.set(informed.id, (letterById.get(informed.id) ?? "") + "I");
  if (consulted && consulted.id !== leader) letterById.set(consulted.id, "C");
  if (responsible && !UNOWNED.has(`${group}:${index}`)) {
    letterById.set(responsible.id, responsible.id === leader ? "RA" : "R");
  }
  return lettersFor(duty.id, [...letterById]);
}

function lettersFor(dutyId: DutyId, pairs: readonly (readonly [string, string])[]): readonly Assignment[] {
  return pairs.map(([memberId, text]) => ({
    id: `${dutyId}:${memberId}`,
    dutyId,
    memberId: memberId as MemberId,
    letters: [..."RACI"].filter((letter) => text.includes(letter)).join(""),
  }));
}

function withStandIn(duty: Duty, seeded: SeededTeam): Duty {
  const { index } = placeOf(duty, seeded);
  const standIn = ownersOf(duty, seeded)[1];
  if (!standIn || index % NO_STAND_IN_EVERY === 2) return duty;
  return { ...duty, standInId: standIn.id as MemberId };
}

/** The carers' group visits customers too: one duty that two groups own. */
function dutyOwnedTwice(seeded: SeededTeam): Duty {
  const visits = seeded.duties.filter((duty) => duty.groupId === seeded.groups[0]!.id)[2]!;
  return {
    ...visits,
    id: "sample-duty-visits" as DutyId,
    groupId: seeded.groups[1]!.id,
    order: seeded.duties.length + 1,
    standInId: "m-zheng-kai" as MemberId,
  };
}

function absence(today: Day): Absence {
  return {
    id: "sample-absence-1",
    memberId: "m-zheng-kai" as MemberId,
    kind: "leave",
    from: addDays(today, -2),
    until: addDays(today, 6),
    note: "年休假",
  };
}

function ratings(person: SamplePerson, { random, today, seeded }: Setting): readonly SkillRating[] {
  const groupId = seeded.groups[person.group]!.id;
  const expected = seeded.expectations.filter((one) => one.groupId === groupId && one.grade === person.grade);
  return expected.map((one): SkillRating => {
    const on = addDays(today, -between(random, 40, 200));
    const offset = random() < 0.22 ? -between(random, 1, 2) : between(random, 0, 1);
    return {
      id: `${person.id}:${one.skillId}:${on}`,
      memberId: person.id as MemberId,
      skillId: one.skillId,
      on,
      level: Math.min(5, Math.max(1, one.level + offset)),
      source: "manager",
      note: "",
    };
  });
}
