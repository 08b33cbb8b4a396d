import { subjectKey } from "../../base/id.ts";
import type { Subject } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import type { PaperBlock, PaperCell, PaperListItem, PaperTable } from "../../base/paper.ts";
import { inPeriod, shiftPeriod } from "../../base/period.ts";
import type { Period } from "../../base/period.ts";
import { kpiValue } from "../../kpi/kpi-value.ts";
import { nameMessage } from "../../team/name-key.ts";
import { enrolmentsOf, sessionsByDay } from "../../training/training-rows.ts";
import { periodMessage, provisionalNotes, standingAt, subjectCell } from "../pack-sources.ts";
import type { PackBook } from "../pack-sources.ts";
import { isBetweenTwo } from "./action-blocks.ts";
import { column, figureCell } from "./cells.ts";
import { treeOf } from "./trend-blocks.ts";

/** How many lines a list of what is to come has. */
const LINES_SHOWN = 12;

/** The quarter after the pack's: the targets beside what was made in this one, and what is already fixed for it: trainings, actions
 * that fall due, decisions to look at again. Nothing where neither targets nor dates are known.
 * @example nextBlocks(sampleBook(), { kind: "team" }).map((block) => block.kind) // => ["table", "list"]
 */
export function nextBlocks(book: PackBook, subject: Subject): readonly PaperBlock[] {
  const next = shiftPeriod(book.period, 1, book.context.settings.fiscalStart);
  const table = targetTable(book, subject, next);
  const items = comingItems(book, subject, next);
  return [
    ...(table ? [table] : []),
    ...(items.length === 0
      ? []
      : [
          {
            kind: "list",
            title: message("review.pack.next.list", { period: periodMessage(next) }),
            items,
            empty: message("review.pack.next.none"),
          } satisfies PaperBlock,
        ]),
  ];
}

function targetTable(book: PackBook, subject: Subject, next: Period): PaperTable | null {
  const tree = treeOf(book, next);
  const at = tree?.periods.findIndex((one) => one.id === next.id) ?? -1;
  if (!tree || at < 0) return null;
  const rows = tree.rows
    .filter((row) => subject.kind === "team" || subjectKey(row.subject) === subjectKey(subject))
    .filter((row) => tree.cells[row.index]![at]!.value !== null);
  if (rows.length === 0) return null;
  const keys = new Map(rows.map((row) => [row.index, row.key]));
  return {
    kind: "table",
    id: `next-${subjectKey(subject)}`,
    title: message("review.pack.next.table", {
      kpi: nameMessage(tree.kpi.name),
      period: periodMessage(next),
    }),
    columns: [
      column("subject", "text"),
      { key: "this", title: periodMessage(book.period), unit: "money" },
      column("target", "money"),
      column("growth", "percent"),
    ],
    rows: rows.map((row) => {
      const now = kpiValue(book.context, tree.kpi.id, { subject: row.subject, period: book.period });
      const target = standingAt(book, tree, { row: row.index, period: at }).target;
      const [was, wanted] = [now.value.value, target.quantity.value];
      const parts = row.children.flatMap((child) => keys.get(child) ?? []);
      const growth: PaperCell = {
        quantity: {
          unit: "percent",
          value: was === null || was === 0 || wanted === null ? null : (wanted - was) / Math.abs(was),
        },
      };
      return {
        key: row.key,
        depth: subject.kind === "team" ? row.depth : 0,
        emphasis:
          row.depth === 0
            ? ("total" as const)
            : row.subject.kind === "group"
              ? ("group" as const)
              : ("none" as const),
        ...(parts.length > 0 ? { sumOf: parts } : {}),
        cells: [
          subjectCell(book, row.subject),
          figureCell(now),
          { quantity: target.quantity, explain: () => target.explain() },
          growth,
        ],
      };
    }),
    notes: provisionalNotes(book),
  };
}

function comingItems(book: PackBook, subject: Subject, next: Period): readonly PaperListItem[] {
  const items = [
    ...trainingItems(book, subject, next),
    ...actionItems(book, subject, next),
    ...(subject.kind === "team" ? decisionItems(book, next) : []),
  ];
  const rest = items.length - LINES_SHOWN;
  return [
    ...items
      .toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)))
      .slice(0, LINES_SHOWN)
      .map(({ item }) => item),
    ...(rest > 0 ? [{ message: message("review.pack.more", { count: rest }) }] : []),
  ];
}

interface Coming {
  readonly on: string;
  readonly item: PaperListItem;
}

function trainingItems({ rows }: PackBook, subject: Subject, next: Period): readonly Coming[] {
  return sessionsByDay(rows.trainingSessions)
    .filter(({ on, status }) => status === "planned" && inPeriod(on, next))
    .filter(
      ({ id }) =>
        subject.kind !== "member" ||
        enrolmentsOf(rows.enrolments, id).some(({ memberId }) => memberId === subject.id),
    )
    .flatMap((session): readonly Coming[] => {
      const course = rows.courses.get(session.courseId);
      if (!course) return [];
      const params = { day: { day: session.on }, course: nameMessage(course.name) };
      return [{ on: session.on, item: { message: message("review.pack.next.training", params) } }];
    });
}

function actionItems(book: PackBook, subject: Subject, next: Period): readonly Coming[] {
  return [...book.rows.actions.values()].flatMap((action): readonly Coming[] => {
    const { dueOn, state, ownerId, text } = action;
    if (state !== "open" || dueOn === undefined || !inPeriod(dueOn, next)) return [];
    if (subject.kind === "member" ? ownerId !== subject.id : isBetweenTwo(book, action)) return [];
    const owner = ownerId === undefined ? undefined : book.context.rows.members.get(ownerId);
    const who = subject.kind === "member" || !owner ? "" : "-owner";
    const params = { day: { day: dueOn }, text, name: owner?.name ?? "" };
    return [{ on: dueOn, item: { message: message(`review.pack.next.action${who}`, params) } }];
  });
}

function decisionItems(book: PackBook, next: Period): readonly Coming[] {
  return [...book.rows.decisions.values()].flatMap((decision): readonly Coming[] => {
    const { reviewOn, text } = decision;
    if (reviewOn === undefined || !inPeriod(reviewOn, next) || isBetweenTwo(book, decision)) return [];
    const said = message("review.pack.next.decision", { day: { day: reviewOn }, text });
    return [{ on: reviewOn, item: { message: said } }];
  });
}
