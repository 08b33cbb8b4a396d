import { addDays, daysBetween } from "../base/day.ts";
import type { Day } from "../base/day.ts";
import { FACT_TABLES, ROW_TABLES } from "../base/id.ts";
import type { MemberId, RowTable } from "../base/id.ts";
import { message } from "../base/message.ts";
import { childPeriods, lastDayOf, periodOf, shiftPeriod } from "../base/period.ts";
import { dealState, markedDeals } from "../customer/deal-marks.ts";
import { differenceScope } from "../customer/history/difference-scope.ts";
import { dealNews } from "../customer/import-difference.ts";
import { creditsOf, ownerIndex } from "../customer/owner.ts";
import type { OwnedFact } from "../customer/owner.ts";
import { stageNorm } from "../customer/stage-norms.ts";
import type { AgendaSources } from "../meeting/agenda/propose-agenda.ts";
import { AGENDA_KINDS } from "../meeting/agenda-from-imports.ts";
import type { ImportEvent } from "../meeting/agenda-from-imports.ts";
import { isDue, listDecisions } from "../meeting/decisions/edit-decisions.ts";
import { stalledProposals } from "../meeting/practices/propose-practices.ts";
import type { Decision, Meeting } from "../meeting/records.ts";
import { meetingBefore } from "../meeting/schedule/meeting-list.ts";
import { planStanding } from "../review/improvement-plan.ts";
import { missingParts } from "../review/missing-parts.ts";
import { memberPaces } from "../review/member-paces.ts";
import { packBook } from "../review/pack-sources.ts";
import { nameMessage } from "../team/name-key.ts";
import { courseMatrix } from "../training/matrix/course-matrix.ts";
import { kpiContext } from "./kpi-context.ts";
import { bookSources } from "./book-sources.ts";
import { rowsOf, settingsOf } from "./workspace.ts";
import type { Workspace } from "./workspace.ts";

/** Trainings are on the agenda two weeks ahead; a quarter's review from two weeks before its end to three after. */
const TRAINING_DAYS = 14;
/** Of so many stalled deals, the largest, a practice is looked for. */
const MOST_PRACTICES = 5;
const CHECKPOINT_DAYS = 7;
const REVIEW_DAYS = { before: 14, after: 21 };

/** Tables that an agenda changes while it is made: what the book says of members and deals does not depend on them. */
const OWN_TABLES: ReadonlySet<RowTable> = new Set<RowTable>([
  "meetingSeries",
  "meetings",
  "actions",
  "decisions",
  "oneToOneNotes",
]);

type BookPart = Pick<
  AgendaSources,
  | "paces"
  | "imports"
  | "stalled"
  | "findings"
  | "trainings"
  | "overdueCourses"
  | "cycles"
  | "checkpoints"
  | "reviews"
>;
let last: { readonly key: readonly unknown[]; readonly part: BookPart } | null = null;

/** What the agenda of a meeting is written from, of a workspace on a day. What comes of the book is found once for the same book
 * and day: ordering an agenda reads it again and again.
 * @example agendaSources(aSample(), aMeeting("m1"), "2026-11-23").before // => null
 */
export function agendaSources(workspace: Workspace, meeting: Meeting, today: Day): AgendaSources {
  const { rows } = workspace;
  const other = meeting.kind === "one-to-one" ? meeting.attendance[0]?.memberId : undefined;
  return {
    today,
    nameOf: (id) => rows.members.get(id)?.name ?? id,
    actions: rowsOf(workspace, "actions").filter(({ state }) => state === "open"),
    decisions: listDecisions(rows.decisions.values(), today).filter(
      (one) => isDue(one, today) && isOfMeeting(workspace, one, other),
    ),
    ...bookPart(workspace, today),
    before: meetingBefore(rows, meeting),
    ...(other === undefined ? {} : { memberId: other }),
  };
}

/** What was decided between two comes up between them alone, and what the team decided in meetings of the team. */
function isOfMeeting({ rows }: Workspace, decision: Decision, other: MemberId | undefined): boolean {
  const made = decision.meetingId === undefined ? undefined : rows.meetings.get(decision.meetingId);
  return (made?.kind === "one-to-one" ? made.attendance[0]?.memberId : undefined) === other;
}

function bookPart(workspace: Workspace, today: Day): BookPart {
  const tables = ROW_TABLES.filter((table) => !OWN_TABLES.has(table)).map((table) => workspace.rows[table]);
  const key = [today, ...tables, ...FACT_TABLES.map((table) => workspace.facts[table])];
  if (last?.key.length === key.length && last.key.every((part, at) => part === key[at])) return last.part;
  const part = findBookPart(workspace, today);
  last = { key, part };
  return part;
}

function findBookPart(workspace: Workspace, today: Day): BookPart {
  const quarter = periodOf(today, "quarter", settingsOf(workspace).fiscalStart);
  const book = packBook(bookSources(workspace, { period: quarter, today }));
  return {
    paces: memberPaces(book),
    imports: importEvents(workspace),
    stalled: stalledDeals(workspace, today),
    findings: book.findings.map(({ id, severity, message: said, subjects }) => ({
      id,
      severity,
      message: said,
      ref: subjects[0] ? `${subjects[0].table}/${subjects[0].id}` : null,
      memberIds: subjects.filter(({ table }) => table === "members").map((ref) => ref.id),
    })),
    trainings: comingTrainings(workspace, today),
    overdueCourses: overdueCourses(workspace, today),
    cycles: openCycles(workspace),
    checkpoints: comingCheckpoints(workspace, today),
    reviews: dueReviews(workspace, today),
  };
}

/** What the newest files did to deals, with whose they are. */
function importEvents(workspace: Workspace): readonly ImportEvent[] {
  const scope = differenceScope(workspace.rows.batches, { to: null, since: "previous" });
  const memberIdOf = ownerOf(workspace);
  return dealNews(workspace, scope).flatMap((line): readonly ImportEvent[] => {
    const kind = AGENDA_KINDS.find((one) => one === line.kind);
    if (kind === undefined) return [];
    const ownerId = memberIdOf(line.owner);
    const owner = ownerId === null ? message("base.unassigned") : workspace.rows.members.get(ownerId)!.name;
    const { ref, label: about, amount, sentence: reason } = line;
    return [{ ref, kind, about, ownerId, owner, amount, reason }];
  });
}

function ownerOf(workspace: Workspace): (fact: OwnedFact) => MemberId | null {
  const index = ownerIndex(rowsOf(workspace, "members"));
  return (fact) => creditsOf(fact, index).shares[0]?.memberId ?? null;
}

function stalledDeals(workspace: Workspace, today: Day): AgendaSources["stalled"] {
  const context = kpiContext(workspace, today);
  const memberIdOf = ownerOf(workspace);
  const helps = stalledProposals(context, workspace.rows.practices, MOST_PRACTICES);
  const practiceById = new Map(helps.map(({ deal, practice }) => [deal.id, practice]));
  return [...markedDeals(context, "stalled", today)].map((deal) => ({
    id: deal.id,
    name: deal.name,
    ownerId: memberIdOf(deal),
    amount: deal.amount ?? null,
    stage: deal.stage ?? "",
    days: dealState(context, deal, today).age?.days ?? 0,
    norm: stageNorm(context, deal)?.days ?? 0,
    ...(practiceById.has(deal.id) ? { practice: practiceById.get(deal.id)! } : {}),
  }));
}

function comingTrainings(workspace: Workspace, today: Day): AgendaSources["trainings"] {
  const until = addDays(today, TRAINING_DAYS);
  return rowsOf(workspace, "trainingSessions")
    .filter(({ status, on }) => status === "planned" && on >= today && on <= until)
    .map(({ id, courseId, on }) => {
      const course = workspace.rows.courses.get(courseId);
      return {
        id,
        on,
        name: course ? nameMessage(course.name) : message("meeting.text", { text: courseId }),
      };
    });
}

/** Those who are enrolled already are on their way. */
function overdueCourses({ rows }: Workspace, today: Day): AgendaSources["overdueCourses"] {
  return courseMatrix(rows, today)
    .filter((cell) => cell.state === "overdue" && cell.next === null)
    .map(({ member, course, dueOn }) => ({
      memberId: member.id,
      name: member.name,
      courseId: course.id,
      course: nameMessage(course.name),
      dueOn: dueOn ?? today,
    }));
}

function openCycles(workspace: Workspace): AgendaSources["cycles"] {
  return rowsOf(workspace, "reviewCycles")
    .filter(({ state }) => state !== "locked")
    .map((cycle) => ({
      period: cycle.id,
      missing: cycle.memberIds.filter((id) => missingParts(workspace.rows, cycle, id).length > 0).length,
      all: cycle.memberIds.length,
    }));
}

/** Checkpoints of improvement plans that are due, or will be within a week. */
function comingCheckpoints(workspace: Workspace, today: Day): AgendaSources["checkpoints"] {
  const until = addDays(today, CHECKPOINT_DAYS);
  return rowsOf(workspace, "improvementPlans").flatMap((plan) => {
    const { due, next } = planStanding(plan, today);
    const coming = next !== null && next.on <= until ? [...due, next] : due;
    return coming.map(({ on, expected }) => ({ planId: plan.id, memberId: plan.memberId, on, expected }));
  });
}

/** The quarter that is about to end, or has just ended, while its pack has subjects without words. */
function dueReviews(workspace: Workspace, today: Day): AgendaSources["reviews"] {
  const { fiscalStart } = settingsOf(workspace);
  const here = periodOf(today, "quarter", fiscalStart);
  const isEnding = daysBetween(today, here.end) <= REVIEW_DAYS.before;
  const quarter = isEnding ? here : shiftPeriod(here, -1, fiscalStart);
  if (!isEnding && daysBetween(quarter.end, today) > REVIEW_DAYS.after) return [];
  const members = rowsOf(workspace, "members").filter(({ leftOn }) => leftOn === undefined || leftOn > today);
  const subjects = new Set<string>(members.map(({ id }) => `member:${id}`));
  const written = rowsOf(workspace, "commentaries").filter(
    ({ periodId, subject, text }) => periodId === quarter.id && subjects.has(subject) && text.trim() !== "",
  ).length;
  if (members.length === 0 || written >= members.length) return [];
  const months = childPeriods(quarter, fiscalStart);
  const name = message("meeting.agenda.quarter", {
    from: { day: quarter.start },
    to: { day: lastDayOf(months.at(-1) ?? quarter) },
  });
  return [{ quarter: name, written, all: members.length, due: lastDayOf(quarter) }];
}
