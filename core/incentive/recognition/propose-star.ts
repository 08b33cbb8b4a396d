import type { KpiId } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import type { Message } from "../../base/message.ts";
import { shiftPeriod } from "../../base/period.ts";
import type { Period } from "../../base/period.ts";
import { living } from "../../team/team-rows.ts";
import { boardNotes, byLabel, leaderboard, LEAST_RANKED } from "../leaderboard/leaderboard.ts";
import type { Leaderboard, RankedMember } from "../leaderboard/leaderboard.ts";
import type { ResultBy, ResultSource } from "../leaderboard/member-result.ts";
import type { Recognition } from "../records.ts";

/** Who may be the star of a month, and on which grounds. A proposal: a person decides. */
export interface StarProposal {
  readonly month: Period;
  /** What was compared. */
  readonly by: ResultBy;
  /** Whoever has the best result; several when they have the same. */
  readonly best: readonly StarCandidate[];
  /** How many were compared. */
  readonly n: number;
  readonly board: Leaderboard;
  /** Who was left out, too few to rank, month not over. */
  readonly notes: readonly Message[];
}

/** One of the best, with the reason in words. */
export interface StarCandidate {
  readonly row: RankedMember;
  readonly reason: Message;
  /** They were the star of the month before as well. */
  readonly wasLast: boolean;
  /** They are the star of this month already. */
  readonly isStar: boolean;
}

/** Proposes the star of a month: the best total score; where nobody has one, the best attainment of the first KPI for which
 * somebody has an attainment. Who lacks the score of a KPI is left out where at least two scorecards are whole: a total of half the
 * KPIs is no match for a whole one. Equal results are proposed together. Of fewer than five people with a result the best one is
 * still named, with the note that it is no ranking; of fewer than two nobody is.
 * @example proposeStar(rewardWorld({ values: { a: 3, b: 9, c: 3 }, target: 6 }), new Map(), period("2026-10", 1)).best.map((one) => one.row.member.id) // => ["b"]
 * @example proposeStar(rewardWorld({ values: { a: 3, b: 9 } }), new Map(), period("2026-10", 1)).n // => 0
 */
export function proposeStar(
  source: ResultSource,
  recognitions: ReadonlyMap<string, Recognition>,
  month: Period,
): StarProposal {
  const { by, board } = boardOf(source, month);
  const all = board.rows.filter((row) => row.value.value !== null);
  const whole = all.filter((row) => row.gaps === 0);
  const known = whole.length < 2 ? all : whole;
  const top = known.reduce((most, row) => Math.max(most, row.value.value!), Number.NEGATIVE_INFINITY);
  const best = known.length < 2 ? [] : known.filter((row) => row.value.value === top);
  const stars = [...recognitions.values()].filter((one) => one.kind === "star");
  const before = shiftPeriod(month, -1, source.context.settings.fiscalStart);
  const isStarOf = (row: RankedMember, period: Period) =>
    stars.some((one) => one.memberId === row.member.id && one.periodId === period.id);
  return {
    month,
    by,
    best: best.map((row) => ({
      row,
      reason: reasonOf(source, row, { by, month, count: known.length, isShared: best.length > 1 }),
      wasLast: isStarOf(row, before),
      isStar: isStarOf(row, month),
    })),
    n: known.length,
    board,
    notes: notesOf(board, { known: known.length, whole: whole.length, all: all.length }),
  };
}

function notesOf(
  board: Leaderboard,
  of: { readonly known: number; readonly whole: number; readonly all: number },
): readonly Message[] {
  if (of.all === 0) return [message("incentive.board.none")];
  const left = of.all - of.known;
  return [
    ...(left > 0 ? [message("incentive.star.note.left-out", { count: left })] : []),
    ...(of.known > of.whole ? [message("incentive.star.note.gaps")] : []),
    ...boardNotes({ ...board, n: of.known, isRanked: of.known >= LEAST_RANKED }),
  ];
}

function boardOf(
  source: ResultSource,
  month: Period,
): { readonly by: ResultBy; readonly board: Leaderboard } {
  const score = { kind: "score" } as const;
  const byScore = leaderboard(source, { by: score, period: month });
  if (byScore.n > 0) return { by: score, board: byScore };
  for (const kpi of living(source.context.rows.kpis)) {
    const by = { kind: "attainment", kpiId: kpi.id as KpiId } as const;
    const board = leaderboard(source, { by, period: month });
    if (board.n > 0) return { by, board };
  }
  return { by: score, board: byScore };
}

function reasonOf(
  source: ResultSource,
  row: RankedMember,
  of: {
    readonly by: ResultBy;
    readonly month: Period;
    readonly count: number;
    readonly isShared: boolean;
  },
): Message {
  const key = of.isShared ? "incentive.star.reason.shared" : "incentive.star.reason";
  return message(key, {
    month: { period: of.month.id },
    by: byLabel(source, of.by),
    value: row.value,
    count: of.count,
  });
}
