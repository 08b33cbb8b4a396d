import type { FactRef, RecordRef, TableName } from "../../core/base/id.ts";
import { placeHref } from "./place.ts";
import type { Room } from "./place.ts";

type HrefOf = (id: string) => string;

/** One page for all records of a table. */
function page(room: Room, path = ""): HrefOf {
  return () => placeHref(room, path);
}

/** A page that opens the record. */
function opened(room: Room, path: string): HrefOf {
  return (id) => placeHref(room, path, { id });
}

/** A page of the record's own. */
function own(room: Room, path: string): HrefOf {
  return (id) => placeHref(room, `${path}/${encodeURIComponent(id)}`);
}

/** A review is of a period, which may be another than the chosen one. */
function reviewHref(id: string): string {
  const [cycleId = "", memberId = ""] = id.split("|");
  return placeHref("review", `cycle/${encodeURIComponent(memberId)}/${cycleId}`);
}

/** Where the records of a table can be seen; what has no place of its own is not named. */
const HREF_BY_TABLE: { readonly [T in TableName]?: HrefOf } = {
  members: own("team", "members"),
  groups: page("team", "groups"),
  duties: own("team", "matrix"),
  assignments: page("team", "matrix"),
  skills: page("team", "skills"),
  skillRatings: page("team", "skills"),
  skillExpectations: page("team", "skills"),
  tasks: opened("team", "tasks"),
  kpis: page("kpi"),
  kpiSets: page("kpi"),
  measurements: page("kpi", "values"),
  targets: page("target"),
  forecasts: page("target", "forecast"),
  weeklyCommits: page("target", "forecast"),
  goals: page("target", "goals"),
  marketSizes: page("target", "goals"),
  calendarDays: page("target", "calendar"),
  customers: opened("customer", "customers"),
  contacts: opened("customer", "contacts"),
  deals: opened("customer", "deals"),
  activities: opened("customer", "activities"),
  cases: opened("customer", "cases"),
  orders: opened("customer", "orders"),
  payments: opened("customer", "payments"),
  products: opened("customer", "products"),
  answers: opened("customer", "answers"),
  batches: opened("customer", "batches"),
  courses: opened("training", "courses"),
  trainingSessions: opened("training", "plan"),
  enrolments: (id) => placeHref("training", "plan", { id: id.split("|", 1)[0]! }),
  trainingBudgets: page("training", "plan"),
  payPlans: own("incentive", "plans"),
  statements: own("incentive", "statements"),
  payAdjustments: page("incentive", "statements"),
  rewardBudgets: page("incentive", "budgets"),
  ladderSteps: opened("incentive", "promotion"),
  promotions: opened("incentive", "promotion"),
  recognitions: opened("incentive", "recognition"),
  rewardEvents: opened("incentive", "events"),
  meetings: opened("meeting", "meeting"),
  meetingSeries: page("meeting"),
  actions: opened("meeting", "actions"),
  decisions: opened("meeting", "decisions"),
  practices: opened("meeting", "practices"),
  announcements: opened("meeting", "feed"),
  reviewCycles: (id) => placeHref("review", `cycle//${id}`),
  reviewSnapshots: page("review", "cycle"),
  reviews: reviewHref,
  evidence: own("review", "evidence"),
  improvementPlans: own("review", "plans"),
  scorePoints: page("review", "scores"),
};

/** Where a record can be seen; `null` when it has no place of its own. */
export function recordHref(ref: FactRef | RecordRef): string | null {
  return HREF_BY_TABLE[ref.table]?.(ref.id) ?? null;
}
