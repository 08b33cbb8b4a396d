import { may, need } from "../field-rule.ts";
import type { FieldRule, RulesFor } from "../field-rule.ts";

const BILINGUAL = { shape: { zh: "label", en: "label" } } as const;

const COMPETENCIES = { list: { shape: { id: "id", name: BILINGUAL } } } as const;

const LEVEL = { shape: { name: "label", from: "plain", coefficient: "coefficient" } } as const;

const PART: FieldRule = {
  shape: { text: "text", ratings: { keys: "plain", values: "plain" }, on: "plain", file: "contact" },
};

const REVIEW = {
  id: "id",
  cycleId: "plain",
  memberId: need("members"),
  self: PART,
  manager: PART,
  peers: { list: { shape: { memberId: need("members"), part: PART } } },
  askedIds: { list: may("members") },
  performance: "plain",
  potential: "plain",
  talk: { shape: { on: "plain", text: "text", agreed: "text", acknowledgedOn: "plain" } },
} as const satisfies Record<string, FieldRule>;

const REVIEWED_LINE: FieldRule = {
  shape: {
    kpiId: need("kpis", "any"),
    name: BILINGUAL,
    unit: "plain",
    weight: "plain",
    value: "plain",
    target: "plain",
    score: "plain",
  },
};

const REVIEWED_MEMBER: FieldRule = {
  shape: {
    memberId: need("members"),
    name: { name: "member" },
    group: BILINGUAL,
    title: "label",
    lines: { list: REVIEWED_LINE },
    points: { list: { shape: { points: "plain", reason: "text", on: "plain" } } },
    kpiTotal: "plain",
    heldPoints: "plain",
    total: "plain",
    level: LEVEL,
    review: { shape: REVIEW },
  },
};

export const REVIEW_RULES: RulesFor<
  "commentaries" | "reviewCycles" | "reviews" | "reviewSnapshots" | "evidence" | "improvementPlans"
> = {
  commentaries: {
    area: "review",
    keeps: ({ periodId }, scope) => scope.period(periodId),
    fields: { id: "id", periodId: "plain", subject: "subject", text: "text" },
  },
  reviewCycles: {
    area: "review",
    keeps: ({ id, memberIds }, scope) => scope.period(id) && memberIds.some((one) => scope.member(one)),
    fields: {
      id: "plain",
      state: "plain",
      openedOn: "plain",
      memberIds: { list: may("members") },
      asksSelf: "plain",
      peerCount: "plain",
      competencies: COMPETENCIES,
      lockCount: "plain",
      reopenings: { list: { shape: { number: "plain", on: "plain", reason: "line" } } },
    },
  },
  reviews: {
    area: "review",
    keeps: ({ cycleId }, scope) => scope.period(cycleId),
    fields: REVIEW,
  },
  reviewSnapshots: {
    area: "review",
    keeps: ({ cycleId, members }, scope) =>
      scope.period(cycleId) && (scope.isEverybody || members.some(({ memberId }) => scope.member(memberId))),
    fields: {
      id: "id",
      cycleId: "plain",
      number: "plain",
      on: "plain",
      competencies: COMPETENCIES,
      levels: { list: LEVEL },
      members: { list: REVIEWED_MEMBER },
      hash: "plain",
    },
  },
  evidence: {
    area: "review",
    keeps: ({ on }, scope) => scope.on(on),
    fields: {
      id: "id",
      memberId: need("members"),
      on: "plain",
      tone: "plain",
      text: "line",
      link: { shape: { table: "plain", id: { refBy: "table" }, label: "line" }, or: "clear" },
    },
  },
  improvementPlans: {
    area: "review",
    keeps: ({ from, until }, scope) => scope.during(from, until),
    fields: {
      id: "id",
      memberId: need("members"),
      reviewId: may("reviews"),
      from: "plain",
      until: "plain",
      aim: "line",
      support: "text",
      kpiId: may("kpis", "any"),
      checkpoints: {
        list: {
          shape: {
            id: "id",
            on: "plain",
            expected: "line",
            result: "plain",
            checkedOn: "plain",
            note: "text",
          },
        },
      },
      acknowledgedOn: "plain",
      outcome: { shape: { result: "plain", on: "plain", text: "text" } },
    },
  },
};
