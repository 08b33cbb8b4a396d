import type { Day } from "../../base/day.ts";
import { message } from "../../base/message.ts";
import type { Message } from "../../base/message.ts";
import type { Paper, PaperBlock, PaperRow, PaperSection, PaperTable } from "../../base/paper.ts";
import type { Period } from "../../base/period.ts";
import { nameMessage } from "../../team/name-key.ts";
import { cellParams, completion, openCells } from "../matrix/completion.ts";
import { courseMatrix } from "../matrix/course-matrix.ts";
import { outcomeOf } from "../results/outcome.ts";
import { trainingPlan } from "../plan/plan-totals.ts";
import type { PlannedSession, TrainingPlan } from "../plan/plan-totals.ts";
import type { TrainingRows } from "../training-rows.ts";

/** What a training plan is written from. */
export interface PlanPaperSources {
  readonly rows: TrainingRows;
  readonly team: string;
  readonly period: Period;
  readonly today: Day;
}

/** The training plan of a year or quarter as a document: what it comes to beside the budget, its sessions, each member's hours,
 * what is mandatory and open, and a place to sign. The same data gives the same document.
 * @example planPaper({ rows: trainingRows(), team: "A", period: period("2026", 1), today: TODAY }).sections.map((one) => one.id) // => ["summary", "sessions", "members", "mandatory", "signatures"]
 */
export function planPaper(of: PlanPaperSources): Paper {
  const { rows, period, today, team } = of;
  const plan = trainingPlan(rows, { period, nameOf });
  const params = { period: { period: period.id }, team };
  return {
    title: message("training.paper.title", params),
    subtitle: message("training.paper.subtitle", { ...params, day: { day: today } }),
    runningHead: message("training.paper.head", params),
    hasContents: false,
    sections: [
      section("summary", [summary(plan)]),
      section("sessions", [sessionsTable(plan)]),
      section("members", [membersTable(plan)]),
      section("mandatory", mandatoryBlocks(of)),
      section("signatures", [
        {
          kind: "signatures",
          lines: [message("training.paper.sign.manager"), message("training.paper.sign.approved")],
        },
      ]),
    ],
  };
}

function summary(plan: TrainingPlan): PaperBlock {
  const figure = (key: string, of: TrainingPlan["cost"]) => ({
    label: message(`training.plan.${key}`),
    quantity: of.value,
    explain: () => of.explain(),
  });
  return {
    kind: "figures",
    figures: [figure("cost", plan.cost), figure("left", plan.left), figure("hours", plan.hours)],
  };
}

function sessionsTable(plan: TrainingPlan): PaperTable {
  const counted = plan.sessions.filter(({ session }) => session.status !== "cancelled");
  const total: PaperRow = {
    key: "total",
    depth: 0,
    emphasis: "total",
    sumOf: counted.map(({ session }) => session.id),
    cells: [
      { message: message("training.paper.total") },
      { text: "" },
      { text: "" },
      { quantity: { unit: "hours", value: counted.reduce((sum, one) => sum + one.session.hours, 0) } },
      { quantity: { unit: "count", value: counted.reduce((sum, one) => sum + one.enrolments.length, 0) } },
      { quantity: plan.cost.value, explain: () => plan.cost.explain() },
      { text: "" },
    ],
  };
  return {
    kind: "table",
    id: "sessions",
    title: message("training.plan.table"),
    columns: [
      { key: "on", title: field("on"), unit: "text" },
      { key: "course", title: field("course"), unit: "text" },
      { key: "trainer", title: field("trainer"), unit: "text" },
      { key: "hours", title: field("hours"), unit: "hours" },
      { key: "people", title: field("people"), unit: "count" },
      { key: "cost", title: field("cost"), unit: "money", isExact: true },
      { key: "status", title: field("status"), unit: "text" },
    ],
    rows: [...plan.sessions.map(sessionRow), ...(counted.length > 0 ? [total] : [])],
    notes: [],
  };
}

function sessionRow({ session, course, enrolments }: PlannedSession): PaperRow {
  const passed = enrolments.filter((one) => outcomeOf(course, session, one) === "passed").length;
  const status = message(`training.status.${session.status}`);
  return {
    key: session.id,
    depth: 0,
    emphasis: "none",
    cells: [
      { message: message("training.paper.day", { day: { day: session.on } }) },
      { message: nameMessage(course.name) },
      { text: session.trainer },
      { quantity: { unit: "hours", value: session.hours } },
      { quantity: { unit: "count", value: enrolments.length } },
      { quantity: { unit: "money", value: session.cost } },
      { message: session.status === "held" ? message("training.paper.held", { count: passed }) : status },
    ],
  };
}

function membersTable(plan: TrainingPlan): PaperTable {
  return {
    kind: "table",
    id: "members",
    title: message("training.paper.members"),
    columns: [
      { key: "member", title: field("member"), unit: "text" },
      { key: "sessions", title: field("sessions"), unit: "count" },
      { key: "hours", title: field("hours"), unit: "hours" },
    ],
    rows: plan.members.map(({ member, hours }) => ({
      key: member.id,
      depth: 0,
      emphasis: "none",
      cells: [
        { text: member.name },
        { quantity: { unit: "count", value: hours.n } },
        { quantity: hours.value, explain: () => hours.explain() },
      ],
    })),
    notes: [],
  };
}

function mandatoryBlocks({ rows, today }: PlanPaperSources): readonly PaperBlock[] {
  const cells = courseMatrix(rows, today);
  const done = completion(cells, { today, nameOf });
  return [
    {
      kind: "figures",
      figures: [
        {
          label: message("training.matrix.completion"),
          quantity: done.value,
          explain: () => done.explain(),
        },
      ],
    },
    {
      kind: "list",
      title: message("training.open.title"),
      items: openCells(cells).map((cell) => ({
        message: message("training.open.line", cellParams(cell)),
        detail: message(`training.state.${cell.state}`),
        tone: cell.state === "overdue" || cell.state === "expired" ? "at-risk" : "behind",
      })),
      empty: message("training.open.none"),
    },
  ];
}

function section(id: string, blocks: readonly PaperBlock[]): PaperSection {
  return { id, title: message(`training.paper.${id}`), newPage: false, blocks };
}

function field(key: string): Message {
  return message(`training.field.${key}`);
}

/** Explanations of a document name courses in Chinese, else in English: it has no language yet. */
function nameOf(name: { readonly zh: string; readonly en: string }): string {
  return name.zh || name.en;
}
