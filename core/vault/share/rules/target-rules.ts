import { may, need } from "../field-rule.ts";
import type { RulesFor } from "../field-rule.ts";

const BILINGUAL = { shape: { zh: "label", en: "label" } } as const;

export const KPI_RULES: RulesFor<"kpis" | "kpiSets" | "measurements" | "scorePoints"> = {
  kpis: {
    area: "kpi",
    isReference: true,
    fields: {
      id: "id",
      name: BILINGUAL,
      definition: { shape: { zh: "text", en: "text" } },
      unit: "plain",
      direction: "plain",
      source: "plain",
      metric: "plain",
      kind: "plain",
      frequency: "plain",
      threshold: "plain",
      target: "plain",
      stretch: "plain",
      scoreFloor: "plain",
      scoreCap: "plain",
      order: "plain",
      archived: "plain",
    },
  },
  kpiSets: {
    area: "kpi",
    fields: {
      id: "id",
      subject: "subject",
      from: "plain",
      weights: { list: { shape: { kpiId: need("kpis", "any"), weight: "plain" } } },
    },
  },
  measurements: {
    area: "kpi",
    keeps: ({ periodId }, scope) => scope.period(periodId),
    fields: {
      id: "id",
      kpiId: need("kpis", "any"),
      subject: "subject",
      periodId: "plain",
      value: "plain",
      numerator: "plain",
      denominator: "plain",
      source: "plain",
      note: "text",
      batchId: may("batches", "any"),
      line: "plain",
    },
  },
  scorePoints: {
    area: "kpi",
    keeps: ({ periodId }, scope) => scope.period(periodId),
    fields: {
      id: "id",
      memberId: need("members"),
      periodId: "plain",
      points: "plain",
      reason: "line",
      on: "plain",
    },
  },
};

const CHANGED_TARGETS = { list: { shape: { id: "target", before: "plain", after: "plain" } } } as const;

export const TARGET_RULES: RulesFor<
  "targets" | "targetLocks" | "goals" | "marketSizes" | "weeklyCommits" | "forecasts"
> = {
  targets: {
    area: "target",
    keeps: ({ periodId }, scope) => scope.period(periodId),
    fields: {
      id: "id",
      kpiId: need("kpis", "any"),
      subject: "subject",
      periodId: "plain",
      line: "plain",
      value: "plain",
      opening: "plain",
      accepted: { shape: { people: "plain", periods: "plain" } },
      meantDays: "plain",
      reason: "message",
    },
  },
  targetLocks: {
    area: "target",
    keeps: ({ year }, scope) => scope.period(String(year)),
    fields: {
      id: "id",
      kpiId: need("kpis", "any"),
      year: "plain",
      on: "plain",
      note: "text",
      original: { keys: "target", values: "plain" },
      versions: {
        list: { shape: { number: "plain", on: "plain", reason: "line", changes: CHANGED_TARGETS } },
      },
      opened: { shape: { on: "plain", reason: "line" } },
    },
  },
  goals: {
    area: "target",
    keeps: (_, scope) => scope.isEverybody,
    fields: {
      id: "id",
      kpiId: need("kpis", "any"),
      note: "text",
      valueByYear: { keys: "plain", values: "plain" },
    },
  },
  marketSizes: {
    area: "target",
    keeps: ({ periodId }, scope) => scope.period(periodId),
    fields: { id: "id", scope: "label", periodId: "plain", size: "plain", source: "line", on: "plain" },
  },
  weeklyCommits: {
    area: "target",
    keeps: ({ week }, scope) => scope.on(week),
    fields: {
      id: "id",
      memberId: need("members"),
      week: "plain",
      amount: "plain",
      dealIds: { list: may("deals", "own") },
      note: "text",
    },
  },
  forecasts: {
    area: "target",
    keeps: ({ on }, scope) => scope.on(on),
    fields: {
      id: "id",
      on: "plain",
      kpiId: need("kpis", "any"),
      subject: "subject",
      periodId: "plain",
      value: "plain",
      low: "plain",
      high: "plain",
      chance: "plain",
      target: "plain",
    },
  },
};

export const TRAINING_RULES: RulesFor<"courses" | "trainingSessions" | "enrolments" | "trainingBudgets"> = {
  courses: {
    area: "training",
    isReference: true,
    fields: {
      id: "id",
      name: BILINGUAL,
      topic: "plain",
      skillId: may("skills", "any"),
      level: "plain",
      kpiIds: { list: may("kpis", "any") },
      hours: "plain",
      cost: "plain",
      passMark: "plain",
      certificateMonths: "plain",
      hasCertificate: "plain",
      mandatoryFor: { list: may("groups") },
      mandatoryFrom: "plain",
      dueDays: "plain",
      links: { list: "contact" },
      description: "text",
      order: "plain",
      archived: "plain",
    },
  },
  trainingSessions: {
    area: "training",
    keeps: ({ on }, scope) => scope.on(on),
    fields: {
      id: "id",
      courseId: need("courses"),
      on: "plain",
      startsAt: "plain",
      hours: "plain",
      trainer: "text",
      place: "label",
      cost: "plain",
      seats: "plain",
      status: "plain",
      note: "text",
    },
  },
  enrolments: {
    area: "training",
    fields: {
      id: "id",
      sessionId: need("trainingSessions"),
      memberId: need("members"),
      kind: "plain",
      attendance: "plain",
      score: "plain",
      rating: "plain",
      feedback: "text",
    },
  },
  trainingBudgets: {
    area: "training",
    keeps: ({ id }, scope) => scope.isEverybody && scope.period(id),
    fields: { id: "plain", money: "plain", hoursEach: "plain", note: "text" },
  },
};
