import { may, need } from "../field-rule.ts";
import type { FieldRule, RulesFor } from "../field-rule.ts";

const ITEM: FieldRule = {
  shape: {
    key: "id",
    kind: "plain",
    title: "line",
    reasons: { list: "message" },
    ref: { refText: "leave" },
    kpiId: may("kpis", "any"),
    practiceId: may("practices"),
    figure: { shape: { unit: "plain", value: "plain" } },
    minutes: "plain",
    seconds: "plain",
    state: "plain",
    notes: "text",
  },
};

export const MEETING_RULES: RulesFor<
  "meetingSeries" | "meetings" | "actions" | "decisions" | "practices" | "announcements" | "oneToOneNotes"
> = {
  meetingSeries: {
    area: "meeting",
    keeps: ({ kind, memberIds }, scope) =>
      (scope.scope.withNotes || kind !== "one-to-one") &&
      (scope.isEverybody || memberIds.some((id) => scope.member(id))),
    fields: {
      id: "id",
      name: "line",
      kind: "plain",
      rule: "plain",
      from: "plain",
      until: "plain",
      startsAt: "plain",
      minutes: "plain",
      place: "text",
      memberIds: { list: may("members") },
      onHoliday: "plain",
      archived: "plain",
    },
  },
  meetings: {
    area: "meeting",
    // Minutes speak of all who were there: they go out when all of them are in the scope.
    keeps: ({ id, on, attendance }, scope) =>
      scope.on(on) &&
      !scope.meetingIsPrivate(id) &&
      (scope.isEverybody ||
        (attendance.length > 0 && attendance.every(({ memberId }) => scope.member(memberId)))),
    fields: {
      id: "id",
      seriesId: may("meetingSeries"),
      kind: "plain",
      name: "line",
      on: "plain",
      startsAt: "plain",
      minutes: "plain",
      place: "text",
      state: "plain",
      attendance: { list: { shape: { memberId: need("members"), state: "plain" } } },
      items: { list: ITEM },
      hiddenKeys: { list: "id" },
      orderKeys: { list: "id" },
      progress: "text",
      problems: "text",
      startedAtMs: "plain",
      current: { shape: { key: "id", sinceMs: "plain" } },
      ranSeconds: "plain",
    },
  },
  actions: {
    area: "meeting",
    keeps: ({ ownerId, meetingId, createdOn, closedOn }, scope) =>
      scope.member(ownerId) && !scope.meetingIsPrivate(meetingId) && scope.during(createdOn, closedOn),
    fields: {
      id: "id",
      text: "line",
      ownerId: may("members"),
      dueOn: "plain",
      state: "plain",
      createdOn: "plain",
      closedOn: "plain",
      meetingId: may("meetings"),
      kpiId: may("kpis", "any"),
      dealId: may("deals", "own"),
      customerId: may("customers", "any"),
      targetId: may("targets"),
      practiceId: may("practices"),
      reviewId: may("reviews"),
      note: "text",
      order: "plain",
    },
  },
  decisions: {
    area: "meeting",
    keeps: ({ on, meetingId }, scope) => scope.on(on) && !scope.meetingIsPrivate(meetingId),
    fields: {
      id: "id",
      text: "line",
      on: "plain",
      meetingId: { ref: "meetings", lost: "follow" },
      reviewOn: "plain",
      outcome: "text",
      reviewedOn: "plain",
    },
  },
  practices: {
    area: "meeting",
    fields: {
      id: "id",
      title: "line",
      situation: "text",
      action: "text",
      result: "text",
      tags: { list: "label" },
      stage: "label",
      industry: "label",
      product: "label",
      dealId: may("deals", "own"),
      memberId: may("members"),
      on: "plain",
      uses: { list: { shape: { on: "plain", dealId: may("deals", "own"), note: "text" } } },
      archived: "plain",
    },
  },
  announcements: {
    area: "meeting",
    fields: { id: "id", on: "plain", title: "line", text: "text", until: "plain", isPinned: "plain" },
  },
  oneToOneNotes: {
    area: "notes",
    keeps: ({ on }, scope) => scope.on(on),
    fields: {
      id: "id",
      memberId: need("members"),
      on: "plain",
      meetingId: may("meetings"),
      text: "note",
    },
  },
};
