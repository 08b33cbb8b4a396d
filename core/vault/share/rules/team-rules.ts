import { may, need } from "../field-rule.ts";
import type { RulesFor } from "../field-rule.ts";

export const TEAM_RULES: RulesFor<
  | "settings"
  | "groups"
  | "members"
  | "memberships"
  | "absences"
  | "duties"
  | "assignments"
  | "skills"
  | "skillExpectations"
  | "skillRatings"
  | "tasks"
  | "calendarDays"
> = {
  settings: {
    area: "always",
    fields: {
      id: "plain",
      name: "label",
      currency: "plain",
      fiscalStart: "plain",
      salesBasis: "plain",
      newCustomerBy: "plain",
      complaintPer: "plain",
      dutyLimit: "plain",
      careDays: { keys: "plain", values: "plain" },
      sourceOrder: { list: "plain" },
      leaderboards: "plain",
      seen: { list: "plain" },
      isPart: "plain",
      isMasked: "plain",
      erased: {
        list: {
          shape: {
            who: "plain",
            as: "plain",
            name: "plain",
            statements: "plain",
            reviews: "plain",
            on: "plain",
            at: "plain",
          },
        },
      },
      competencies: { list: { shape: { id: "id", name: { shape: { zh: "label", en: "label" } } } } },
      levels: { list: { shape: { name: "label", from: "plain", coefficient: "coefficient" } } },
    },
  },
  groups: {
    area: "always",
    isReference: true,
    keeps: ({ id }, scope) => scope.group(id),
    fields: {
      id: "id",
      name: { shape: { zh: "label", en: "label" } },
      purpose: "text",
      leaderId: may("members"),
      color: "plain",
      order: "plain",
      archived: "plain",
    },
  },
  members: {
    area: "always",
    keeps: ({ id }, scope) => scope.member(id),
    fields: {
      id: "id",
      name: { name: "member" },
      employeeNumber: "contact",
      email: "contact",
      phone: "contact",
      hiredOn: "plain",
      probationUntil: "plain",
      leftOn: "plain",
      ftePercent: "plain",
      aliases: { list: "contact" },
      experienceYears: "plain",
      roleYears: "plain",
      interests: { keys: may("duties"), values: "plain" },
      notes: "note",
      order: "plain",
    },
  },
  memberships: {
    area: "always",
    fields: {
      id: "id",
      memberId: need("members"),
      groupId: need("groups", "any"),
      title: "label",
      grade: "plain",
      from: "plain",
    },
  },
  absences: {
    area: "always",
    keeps: ({ from, until }, scope) => scope.during(from, until),
    fields: {
      id: "id",
      memberId: need("members"),
      kind: "plain",
      from: "plain",
      until: "plain",
      note: "note",
    },
  },
  duties: {
    area: "duties",
    keeps: ({ groupId }, scope) => scope.group(groupId),
    fields: {
      id: "id",
      groupId: need("groups", "any"),
      name: { shape: { zh: "label", en: "label" } },
      description: "text",
      standInId: may("members"),
      skillIds: { list: may("skills", "any") },
      order: "plain",
      archived: "plain",
    },
  },
  assignments: {
    area: "duties",
    fields: { id: "id", dutyId: need("duties", "any"), memberId: need("members"), letters: "plain" },
  },
  skills: {
    area: "duties",
    isReference: true,
    fields: { id: "id", name: { shape: { zh: "label", en: "label" } }, order: "plain", archived: "plain" },
  },
  skillExpectations: {
    area: "duties",
    fields: {
      id: "id",
      groupId: need("groups"),
      grade: "plain",
      skillId: need("skills", "any"),
      level: "plain",
    },
  },
  skillRatings: {
    area: "duties",
    keeps: ({ on }, scope) => scope.during(on, undefined),
    fields: {
      id: "id",
      memberId: need("members"),
      skillId: need("skills", "any"),
      on: "plain",
      level: "plain",
      source: "plain",
      note: "note",
    },
  },
  tasks: {
    area: "duties",
    keeps: ({ ownerId, createdOn, doneOn }, scope) =>
      scope.member(ownerId) && scope.during(createdOn, doneOn),
    fields: {
      id: "id",
      kind: "plain",
      title: "line",
      dutyId: may("duties"),
      targetId: may("targets"),
      ownerId: may("members"),
      dueOn: "plain",
      status: "plain",
      effortHours: "plain",
      note: "text",
      createdOn: "plain",
      doneOn: "plain",
      order: "plain",
    },
  },
  calendarDays: { area: "always", fields: { id: "plain", kind: "plain", name: "label" } },
};
