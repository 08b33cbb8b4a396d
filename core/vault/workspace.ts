import type { z } from "zod";
import { FACT_TABLES, ROW_TABLES } from "../base/id.ts";
import type { FactTable, RowTable, TableName } from "../base/id.ts";
import { settingsSchema } from "../base/settings.ts";
import type { Settings } from "../base/settings.ts";
import type { Stamp, Stamps } from "../base/stamp.ts";
import {
  activitySchema,
  answerSchema,
  batchChangeSchema,
  batchSchema,
  caseSchema,
  contactSchema,
  customerSchema,
  dealSchema,
  mappingSchema,
  matchVerdictSchema,
  orderSchema,
  paymentSchema,
  productSchema,
  stageEventSchema,
  stageSchema,
  twinSchema,
} from "../customer/records.ts";
import {
  ladderStepSchema,
  payAdjustmentSchema,
  payPlanSchema,
  promotionSchema,
  recognitionSchema,
  rewardBudgetSchema,
  rewardEventSchema,
  statementSchema,
} from "../incentive/records.ts";
import { kpiSchema, kpiSetSchema, measurementSchema, scorePointSchema } from "../kpi/records.ts";
import {
  actionSchema,
  announcementSchema,
  decisionSchema,
  meetingSchema,
  meetingSeriesSchema,
  oneToOneNoteSchema,
  practiceSchema,
} from "../meeting/records.ts";
import {
  commentarySchema,
  evidenceSchema,
  improvementPlanSchema,
  reviewCycleSchema,
  reviewSchema,
  reviewSnapshotSchema,
} from "../review/records.ts";
import {
  calendarDaySchema,
  forecastSchema,
  goalSchema,
  marketSizeSchema,
  targetLockSchema,
  targetSchema,
  weeklyCommitSchema,
} from "../target/records.ts";
import {
  absenceSchema,
  assignmentSchema,
  dutySchema,
  groupSchema,
  memberSchema,
  membershipSchema,
  skillExpectationSchema,
  skillRatingSchema,
  skillSchema,
  taskSchema,
} from "../team/records.ts";
import {
  courseSchema,
  enrolmentSchema,
  trainingBudgetSchema,
  trainingSessionSchema,
} from "../training/records.ts";

/** The shape of every table. A table without a line here does not compile. */
export const SCHEMA_BY_TABLE = {
  settings: settingsSchema,
  groups: groupSchema,
  members: memberSchema,
  memberships: membershipSchema,
  absences: absenceSchema,
  duties: dutySchema,
  assignments: assignmentSchema,
  skills: skillSchema,
  skillExpectations: skillExpectationSchema,
  skillRatings: skillRatingSchema,
  kpis: kpiSchema,
  kpiSets: kpiSetSchema,
  targets: targetSchema,
  calendarDays: calendarDaySchema,
  batches: batchSchema,
  mappings: mappingSchema,
  stages: stageSchema,
  matchVerdicts: matchVerdictSchema,
  tasks: taskSchema,
  targetLocks: targetLockSchema,
  goals: goalSchema,
  marketSizes: marketSizeSchema,
  weeklyCommits: weeklyCommitSchema,
  forecasts: forecastSchema,
  commentaries: commentarySchema,
  courses: courseSchema,
  trainingSessions: trainingSessionSchema,
  enrolments: enrolmentSchema,
  trainingBudgets: trainingBudgetSchema,
  payPlans: payPlanSchema,
  statements: statementSchema,
  payAdjustments: payAdjustmentSchema,
  rewardBudgets: rewardBudgetSchema,
  ladderSteps: ladderStepSchema,
  promotions: promotionSchema,
  recognitions: recognitionSchema,
  rewardEvents: rewardEventSchema,
  meetingSeries: meetingSeriesSchema,
  meetings: meetingSchema,
  actions: actionSchema,
  decisions: decisionSchema,
  practices: practiceSchema,
  announcements: announcementSchema,
  oneToOneNotes: oneToOneNoteSchema,
  scorePoints: scorePointSchema,
  reviewCycles: reviewCycleSchema,
  reviews: reviewSchema,
  reviewSnapshots: reviewSnapshotSchema,
  evidence: evidenceSchema,
  improvementPlans: improvementPlanSchema,
  customers: customerSchema,
  contacts: contactSchema,
  deals: dealSchema,
  activities: activitySchema,
  cases: caseSchema,
  orders: orderSchema,
  payments: paymentSchema,
  products: productSchema,
  stageEvents: stageEventSchema,
  measurements: measurementSchema,
  answers: answerSchema,
  twins: twinSchema,
  batchChanges: batchChangeSchema,
} as const satisfies Record<TableName, z.ZodType>;

export type RecordOf<T extends TableName> = z.infer<(typeof SCHEMA_BY_TABLE)[T]>;

/** About 500 facts that are stored, checked and replaced as one. Immutable. */
export interface FactPage<T extends FactTable = FactTable> {
  readonly rows: readonly RecordOf<T>[];
  /** Parallel to `rows`. */
  readonly stamps: readonly Stamps[];
}

/** One fact table: its pages, and the page that holds each id. */
export interface FactStore<T extends FactTable = FactTable> {
  readonly pages: readonly FactPage<T>[];
  readonly pageIndexById: ReadonlyMap<string, number>;
}

/** Everything the app knows, immutable. A change makes a new workspace that shares all that did not change,
 * so selectors may be memoised by the identity of a table. */
export interface Workspace {
  readonly rows: { readonly [T in RowTable]: ReadonlyMap<string, RecordOf<T>> };
  readonly rowStamps: { readonly [T in RowTable]: ReadonlyMap<string, Stamps> };
  readonly facts: { readonly [T in FactTable]: FactStore<T> };
  /** Deleted records: `<table>/<id>` → when. */
  readonly tombstones: ReadonlyMap<string, Stamp>;
}

/** A workspace that knows nothing but its settings.
 * @example emptyWorkspace({ id: "workspace" }).tombstones.size // => 0
 */
export function emptyWorkspace(settings: Settings): Workspace {
  const rows = Object.fromEntries(
    ROW_TABLES.map((table) => [table, new Map()]),
  ) as unknown as Workspace["rows"];
  const rowStamps = Object.fromEntries(
    ROW_TABLES.map((table) => [table, new Map()]),
  ) as unknown as Workspace["rowStamps"];
  const facts = Object.fromEntries(
    FACT_TABLES.map((table) => [table, { pages: [], pageIndexById: new Map() }]),
  ) as unknown as Workspace["facts"];
  return {
    rows: { ...rows, settings: new Map([["workspace", settings]]) },
    rowStamps,
    facts,
    tombstones: new Map(),
  };
}

const flatByPages = new WeakMap<readonly FactPage[], readonly unknown[]>();

/** All facts of a table in page order; the same array for the same store.
 * @example factsOf(emptyWorkspace({ id: "workspace" }), "orders") // => []
 */
export function factsOf<T extends FactTable>(workspace: Workspace, table: T): readonly RecordOf<T>[] {
  const { pages } = workspace.facts[table] as FactStore<T>;
  const known = flatByPages.get(pages as readonly FactPage[]);
  if (known) return known as readonly RecordOf<T>[];
  const flat = pages.flatMap((page) => page.rows);
  flatByPages.set(pages as readonly FactPage[], flat);
  return flat;
}

const listByMap = new WeakMap<object, readonly unknown[]>();

/** All records of a row table in the order in which they were first written; the same array for the same table.
 * @example rowsOf(emptyWorkspace({ id: "workspace" }), "settings") // => [{ id: "workspace" }]
 */
export function rowsOf<T extends RowTable>(workspace: Workspace, table: T): readonly RecordOf<T>[] {
  const map = workspace.rows[table] as ReadonlyMap<string, RecordOf<T>>;
  const known = listByMap.get(map);
  if (known) return known as readonly RecordOf<T>[];
  const list = [...map.values()];
  listByMap.set(map, list);
  return list;
}

/** One fact by id, or `undefined`.
 * @example factById(emptyWorkspace({ id: "workspace" }), "orders", "o1") // => undefined
 */
export function factById<T extends FactTable>(
  workspace: Workspace,
  table: T,
  id: string,
): RecordOf<T> | undefined {
  const store = workspace.facts[table] as FactStore<T>;
  const index = store.pageIndexById.get(id);
  return index === undefined ? undefined : store.pages[index]?.rows.find((row) => row.id === id);
}

/** The workspace's settings.
 * @example settingsOf(emptyWorkspace({ id: "workspace", currency: "CNY" })).currency // => "CNY"
 */
export function settingsOf(workspace: Workspace): Settings {
  const settings = workspace.rows.settings.get("workspace");
  if (!settings) throw new Error("a workspace always has settings");
  return settings;
}
