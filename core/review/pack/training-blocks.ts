import type { MemberId, Subject } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import type { PaperBlock, PaperRow } from "../../base/paper.ts";
import { inPeriod } from "../../base/period.ts";
import type { Bilingual } from "../../base/schema.ts";
import { nameMessage } from "../../team/name-key.ts";
import { cellParams, completion, openCells } from "../../training/matrix/completion.ts";
import type { CourseCell } from "../../training/matrix/course-matrix.ts";
import { courseMatrix } from "../../training/matrix/course-matrix.ts";
import { trainingPlan } from "../../training/plan/plan-totals.ts";
import type { PlannedSession } from "../../training/plan/plan-totals.ts";
import { outcomeOf, resultsOf } from "../../training/results/outcome.ts";
import type { PackBook } from "../pack-sources.ts";
import { column, countCell, headline, plainRow } from "./cells.ts";

/** How many open courses are named. */
const OPEN_SHOWN = 12;

/** Training in the period: for the team its sessions with cost and hours, how far mandatory courses are, and what is open; for a
 * member what they took part in, what came of it, and what is open. Nothing where there is neither course nor session.
 * @example trainingBlocks(sampleBook(), { kind: "team" }).map((block) => block.kind) // => ["figures", "table", "list"]
 */
export function trainingBlocks(book: PackBook, subject: Subject): readonly PaperBlock[] {
  return subject.kind === "member" ? memberBlocks(book, subject.id) : teamBlocks(book);
}

function teamBlocks(book: PackBook): readonly PaperBlock[] {
  const { rows, period, today } = book;
  if (rows.courses.size === 0) return [];
  const plan = trainingPlan(rows, { period, nameOf });
  const cells = courseMatrix(rows, today);
  const sessions = plan.sessions.filter(({ session }) => session.status !== "cancelled");
  return [
    {
      kind: "figures",
      figures: [
        headline(message("training.plan.hours"), plan.hours),
        headline(message("training.plan.cost"), plan.cost),
        headline(message("training.matrix.completion"), completion(cells, { today, nameOf })),
      ],
    },
    ...(sessions.length === 0 ? [] : [sessionTable(sessions, plan.cost)]),
    openList(cells),
  ];
}

function sessionTable(
  sessions: readonly PlannedSession[],
  cost: ReturnType<typeof trainingPlan>["cost"],
): PaperBlock {
  const hours = sessions.reduce((sum, { session }) => sum + session.hours, 0);
  const people = sessions.reduce((sum, { enrolments }) => sum + enrolments.length, 0);
  const rows = sessions.map(({ session, course, enrolments }): PaperRow => {
    const passed = enrolments.filter((one) => outcomeOf(course, session, one) === "passed").length;
    return plainRow(session.id, [
      { message: nameMessage(course.name) },
      { day: session.on },
      { quantity: { unit: "hours", value: session.hours } },
      countCell(enrolments.length),
      session.status === "held" ? countCell(passed) : { message: message("training.status.planned") },
      { quantity: { unit: "money", value: session.cost } },
    ]);
  });
  return {
    kind: "table",
    id: "training",
    title: message("review.pack.training.table"),
    columns: [
      column("course", "text"),
      column("day", "text"),
      column("hours", "hours"),
      column("people", "count"),
      column("passed", "count"),
      column("cost", "money"),
    ],
    rows: [
      ...rows,
      plainRow(
        "total",
        [
          { message: message("review.pack.total") },
          { text: "" },
          { quantity: { unit: "hours", value: Math.round(hours * 100) / 100 } },
          countCell(people),
          { text: "" },
          { quantity: cost.value, explain: () => cost.explain() },
        ],
        { emphasis: "total", sumOf: rows.map((row) => row.key) },
      ),
    ],
    notes: [],
  };
}

function memberBlocks(book: PackBook, memberId: MemberId): readonly PaperBlock[] {
  const { rows, period, today } = book;
  const results = resultsOf(rows, memberId).filter(
    ({ session, outcome }) => inPeriod(session.on, period) && outcome !== "cancelled",
  );
  const own = openCells(courseMatrix(rows, today).filter((cell) => cell.member.id === memberId));
  if (results.length === 0 && own.length === 0) return [];
  return [
    ...(results.length === 0
      ? []
      : [
          {
            kind: "table",
            id: `training-${memberId}`,
            title: message("review.pack.training.own"),
            columns: [
              column("course", "text"),
              column("day", "text"),
              column("hours", "hours"),
              column("outcome", "text"),
              column("mark", "score"),
            ],
            rows: results.map(({ session, course, enrolment, outcome }) =>
              plainRow(session.id, [
                { message: nameMessage(course.name) },
                { day: session.on },
                { quantity: { unit: "hours", value: session.hours } },
                { message: message(`training.outcome.${outcome}`) },
                { quantity: { unit: "score", value: enrolment.score ?? null } },
              ]),
            ),
            notes: [],
          } satisfies PaperBlock,
        ]),
    ...(own.length === 0 ? [] : [openList(own)]),
  ];
}

function openList(cells: readonly CourseCell[]): PaperBlock {
  const open = openCells(cells);
  const rest = open.length - OPEN_SHOWN;
  return {
    kind: "list",
    title: message("review.pack.training.open"),
    items: [
      ...open.slice(0, OPEN_SHOWN).map((cell) => ({
        message: message("training.open.line", cellParams(cell)),
        detail: message(`training.state.${cell.state}`),
        tone:
          cell.state === "overdue" || cell.state === "expired" ? ("at-risk" as const) : ("behind" as const),
      })),
      ...(rest > 0 ? [{ message: message("review.pack.more", { count: rest }) }] : []),
    ],
    empty: message("review.pack.training.none"),
  };
}

/** Explanations of a document name courses in Chinese, else in English: it has no language yet. */
function nameOf(name: Bilingual): string {
  return name.zh || name.en;
}
