import { addDays } from "../../base/day.ts";
import type { Day } from "../../base/day.ts";
import type { MemberId } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import type { Message } from "../../base/message.ts";
import type { PaperListItem } from "../../base/paper.ts";
import { workingDaysIn } from "../../base/working-calendar.ts";
import { quantityOf } from "../../kpi/kpi-value.ts";
import { subjectLabel } from "../../kpi/subject-label.ts";
import { absencesOf } from "../../team/member-status.ts";
import { memberSpans, overlap } from "../../team/memberships.ts";
import { nameMessage } from "../../team/name-key.ts";
import { wholesOfPeriod } from "../fiscal-year.ts";
import { openingAt } from "../opening.ts";
import { targetId } from "../target-rows.ts";
import { calendarOf, placeOf } from "../target-tree.ts";
import { memberRows } from "./letter-book.ts";
import type { LetterBook, LetterKpi } from "./letter-book.ts";

/** What a member's targets rest on: their part of the group's target, the assistant's reason where it gave the share, what had
 * been reached before the book begins, and the time on the team.
 * @example basisItems(letterBook(letterSources({ targets: { "group:g1 2026": 100, "member:a 2026": 60 } })), "a", letterBook(letterSources({ targets: { "group:g1 2026": 100, "member:a 2026": 60 } })).kpis).map((one) => one.message.key) // => ["target.letter.basis.share", "target.letter.basis.days"]
 */
export function basisItems(
  book: LetterBook,
  memberId: MemberId,
  kpis: readonly LetterKpi[],
): readonly PaperListItem[] {
  return [
    ...kpis.flatMap((one) => [
      ...shareItems(book, memberId, one),
      ...reasonItems(book, memberId, one),
      ...openingItems(book, memberId, one),
    ]),
    ...lifeItems(book, memberId),
    daysItem(book, memberId),
  ].map((said) => ({ message: said }));
}

/** The part of what the group, or the team, is to reach. */
function shareItems(book: LetterBook, memberId: MemberId, one: LetterKpi): readonly Message[] {
  const tree = one.trees.target;
  if (!tree.sums) return [];
  return memberRows(tree, memberId).flatMap((row): readonly Message[] => {
    const { parent } = tree.rows[row]!;
    const part = tree.cells[row]![book.at]!.value;
    const whole = parent === null ? null : tree.cells[parent]![book.at]!.value;
    if (parent === null || part === null || whole === null || whole === 0 || part === whole) return [];
    return [
      message("target.letter.basis.share", {
        kpi: nameMessage(one.kpi.name),
        group: subjectLabel(book.context, tree.rows[parent]!.subject),
        whole: quantityOf(one.unit, whole),
        percent: { unit: "percent", value: part / whole },
      }),
    ];
  });
}

/** Why the assistant gave the share: of the period itself, else of the quarter or year around it. */
function reasonItems(book: LetterBook, memberId: MemberId, one: LetterKpi): readonly Message[] {
  const tree = one.trees.target;
  return memberRows(tree, memberId).flatMap((row): readonly Message[] => {
    for (const at of [book.at, ...wholesOfPeriod(book.at)]) {
      const reason = book.rows.targets.get(targetId(placeOf(tree, row, at)))?.reason;
      if (reason) return [message("target.letter.basis.reason", { kpi: nameMessage(one.kpi.name), reason })];
    }
    return [];
  });
}

function openingItems(book: LetterBook, memberId: MemberId, one: LetterKpi): readonly Message[] {
  const openings = memberRows(one.trees.target, memberId)
    .map((row) => openingAt(one.trees.target, row, book.at))
    .filter((value) => value !== null);
  if (openings.length === 0) return [];
  const value = openings.reduce((sum, opening) => sum + opening, 0);
  return [
    message("target.letter.basis.opening", {
      kpi: nameMessage(one.kpi.name),
      amount: quantityOf(one.unit, value),
    }),
  ];
}

/** Joining, leaving, moving, probation, part-time and leave in the period. */
function lifeItems(book: LetterBook, memberId: MemberId): readonly Message[] {
  const { rows, period } = book;
  const member = rows.members.get(memberId);
  if (!member) return [];
  const isInside = (day: Day | undefined): day is Day =>
    day !== undefined && day > period.start && day < period.end;
  const said = (key: string, day: Day) => message(`target.letter.basis.${key}`, { day: { day } });
  const away = absencesOf(rows.absences, memberId).filter(
    (one) => overlap(one, { from: period.start, until: period.end }) !== null,
  );
  return [
    ...(isInside(member.hiredOn) ? [said("joined", member.hiredOn)] : []),
    ...movesOf(book, memberId),
    ...(isInside(member.leftOn) ? [said("left", addDays(member.leftOn, -1))] : []),
    ...(member.probationUntil !== undefined && member.probationUntil > period.start
      ? [said("probation", member.probationUntil)]
      : []),
    ...(member.ftePercent < 100
      ? [
          message("target.letter.basis.part-time", {
            percent: { unit: "percent", value: member.ftePercent / 100 },
          }),
        ]
      : []),
    ...away.map((one) =>
      message("target.letter.basis.away", {
        kind: message(`team.absence.${one.kind}`),
        from: { day: one.from },
        until: { day: addDays(one.until, -1) },
      }),
    ),
  ];
}

function movesOf({ rows, period, context }: LetterBook, memberId: MemberId): readonly Message[] {
  const spans = memberSpans(rows, memberId);
  return spans.flatMap((span, at): readonly Message[] => {
    const before = spans[at - 1];
    const isMove = before !== undefined && before.membership.groupId !== span.membership.groupId;
    if (!isMove || span.from <= period.start || span.from >= period.end) return [];
    const group = (id: typeof span.membership.groupId) => subjectLabel(context, { kind: "group", id });
    return [
      message("target.letter.basis.moved", {
        day: { day: span.from },
        from: group(before.membership.groupId),
        to: group(span.membership.groupId),
      }),
    ];
  });
}

/** The working days of the period; of somebody who was not there all the time, theirs as well. */
function daysItem({ rows, period }: LetterBook, memberId: MemberId): Message {
  const calendar = calendarOf(rows);
  const all = workingDaysIn(calendar, period);
  const member = rows.members.get(memberId);
  const start =
    member?.hiredOn !== undefined && member.hiredOn > period.start ? member.hiredOn : period.start;
  const end = member?.leftOn !== undefined && member.leftOn < period.end ? member.leftOn : period.end;
  const away = absencesOf(rows.absences, memberId).reduce((sum, one) => {
    const from = one.from > start ? one.from : start;
    const until = one.until < end ? one.until : end;
    return from < until ? sum + workingDaysIn(calendar, { start: from, end: until }) : sum;
  }, 0);
  const here = workingDaysIn(calendar, { start, end }) - away;
  const params = { period: { period: period.id }, count: all, here };
  return message(here === all ? "target.letter.basis.days" : "target.letter.basis.days-part", params);
}
