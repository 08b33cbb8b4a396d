import type { Brand } from "./brand.ts";

export type GroupId = Brand<string, "GroupId">;
export type MemberId = Brand<string, "MemberId">;
export type DutyId = Brand<string, "DutyId">;
export type SkillId = Brand<string, "SkillId">;
export type KpiId = Brand<string, "KpiId">;
export type CustomerId = Brand<string, "CustomerId">;
export type DealId = Brand<string, "DealId">;
export type OrderId = Brand<string, "OrderId">;
export type BatchId = Brand<string, "BatchId">;
export type MappingId = Brand<string, "MappingId">;
export type CaseId = Brand<string, "CaseId">;
export type TaskId = Brand<string, "TaskId">;
export type CourseId = Brand<string, "CourseId">;
export type SessionId = Brand<string, "SessionId">;
export type PayPlanId = Brand<string, "PayPlanId">;
export type SeriesId = Brand<string, "SeriesId">;
export type MeetingId = Brand<string, "MeetingId">;
export type ActionId = Brand<string, "ActionId">;
export type PracticeId = Brand<string, "PracticeId">;

/** What the manager edits: one row each. The names are those of the tables. */
export const ROW_TABLES = [
  "settings",
  "groups",
  "members",
  "memberships",
  "absences",
  "duties",
  "assignments",
  "skills",
  "skillExpectations",
  "skillRatings",
  "kpis",
  "kpiSets",
  "targets",
  "calendarDays",
  "batches",
  "mappings",
  "stages",
  "matchVerdicts",
  "tasks",
  "targetLocks",
  "goals",
  "marketSizes",
  "weeklyCommits",
  "forecasts",
  "commentaries",
  "courses",
  "trainingSessions",
  "enrolments",
  "trainingBudgets",
  "payPlans",
  "statements",
  "payAdjustments",
  "rewardBudgets",
  "ladderSteps",
  "promotions",
  "recognitions",
  "rewardEvents",
  "meetingSeries",
  "meetings",
  "actions",
  "decisions",
  "practices",
  "announcements",
  "oneToOneNotes",
  "scorePoints",
  "reviewCycles",
  "reviews",
  "reviewSnapshots",
  "evidence",
  "improvementPlans",
] as const;
export type RowTable = (typeof ROW_TABLES)[number];

/** What comes in bulk, from files or the value grid: kept in pages. */
export const FACT_TABLES = [
  "customers",
  "contacts",
  "deals",
  "activities",
  "cases",
  "orders",
  "payments",
  "products",
  "stageEvents",
  "measurements",
  "answers",
  "twins",
  "batchChanges",
] as const;
export type FactTable = (typeof FACT_TABLES)[number];

export type TableName = RowTable | FactTable;

/** Points at an edited record. */
export interface RecordRef {
  readonly table: RowTable;
  readonly id: string;
}

/** Points at an imported or typed fact. */
export interface FactRef {
  readonly table: FactTable;
  readonly id: string;
}

/** Whom a target, measurement or figure is about. `unassigned` stands for owners that match no member. */
export type Subject =
  | { readonly kind: "team" }
  | { readonly kind: "group"; readonly id: GroupId }
  | { readonly kind: "member"; readonly id: MemberId }
  | { readonly kind: "unassigned" };

/** The subject as part of a record's id.
 * @example subjectKey({ kind: "team" }) // => "team"
 * @example subjectKey({ kind: "member", id: "m1" }) // => "member:m1"
 */
export function subjectKey(subject: Subject): string {
  return "id" in subject ? `${subject.kind}:${subject.id}` : subject.kind;
}

/** Reads back what `subjectKey` wrote; throws on anything else.
 * @example parseSubjectKey("group:g1") // => { kind: "group", id: "g1" }
 * @example parseSubjectKey("group:") // => throws
 */
export function parseSubjectKey(key: string): Subject {
  const colon = key.indexOf(":");
  const kind = colon < 0 ? key : key.slice(0, colon);
  const id = colon < 0 ? "" : key.slice(colon + 1);
  if (colon < 0 && (kind === "team" || kind === "unassigned")) return { kind };
  if (id !== "" && kind === "group") return { kind, id: id as GroupId };
  if (id !== "" && kind === "member") return { kind, id: id as MemberId };
  throw new Error(`not a subject key: ${key}`);
}
