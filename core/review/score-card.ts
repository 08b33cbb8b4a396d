import type { Explanation } from "../base/explain.ts";
import type { Subject } from "../base/id.ts";
import type { MemberId } from "../base/id.ts";
import type { Period } from "../base/period.ts";
import type { Level } from "../base/settings.ts";
import { kpiUnit } from "../kpi/kpi-value.ts";
import { levelOf, levelsOf } from "../kpi/levels.ts";
import { memoBy } from "../kpi/memo-by.ts";
import type { ScorecardLine } from "../kpi/scorecard.ts";
import { sharedScorecard } from "../kpi/shared-scorecard.ts";
import type { SharedSubject } from "../kpi/shared-scorecard.ts";
import { wantedOf } from "../target/wanted-of.ts";
import { explainLocked, memberScore, reviewedMember } from "./cycle-view.ts";
import type { ReviewSources } from "./cycle-view.ts";
import type { ReviewedMember, ReviewSnapshot } from "./records.ts";
import { keptReview } from "./review-score.ts";

/** Whom a scorecard is of. */
export type CardSubject = SharedSubject | { readonly kind: "member"; readonly id: MemberId };

/** A line of a scorecard as it is read: of now with the ways to where its figures come from, of a locked review without. */
export type CardLine = ReviewedMember["lines"][number] & {
  readonly now: ScorecardLine | null;
};

/** A scorecard as it is read. */
export interface ScoreCard {
  readonly lines: readonly CardLine[];
  /** Unrounded, with points; `null` without a score of any KPI. */
  readonly total: number | null;
  readonly heldPoints: number;
  readonly level: Level | null;
  /** The locked review that it is read from; `null`: what the data says now. */
  readonly kept: ReviewSnapshot | null;
  explain(): Explanation;
}

/** The scorecard of a member, a group or the team in a period. A member's is that of the locked review where there is one, so
 * that later changes never reach it; a group's and the team's are always of now. The same tables give the same object.
 * @example scoreCard(reviewSources(), { kind: "member", id: "m-li-min" }, period("2026-Q3", 1)).kept // => null
 */
export function scoreCard(sources: ReviewSources, subject: CardSubject, period: Period): ScoreCard {
  const { reviewCycles, reviewSnapshots, scorePoints } = sources.rows;
  const { targets } = sources.targetRows;
  const key = `card:${period.id}|${subject.kind === "team" ? "team" : `${subject.kind}:${subject.id}`}`;
  return memoBy([sources.context, reviewCycles, reviewSnapshots, scorePoints, targets], key, () =>
    subject.kind === "member"
      ? (keptCard(sources, subject.id, period) ?? memberCard(sources, subject.id, period))
      : sharedCard(sources, subject, period),
  );
}

/** A subject whose scorecard can be read; the team where owners match no member.
 * @example cardSubject({ kind: "unassigned" }) // => { kind: "team" }
 */
export function cardSubject(subject: Subject): CardSubject {
  return subject.kind === "unassigned" ? { kind: "team" } : subject;
}

function keptCard({ rows }: ReviewSources, memberId: MemberId, period: Period): ScoreCard | null {
  const found = keptReview(rows, memberId, period);
  if (!found) return null;
  const { snapshot: kept, member } = found;
  const { total, heldPoints, level } = member;
  const lines = member.lines.map((line) => ({ ...line, now: null }));
  return { lines, total, heldPoints, level, kept, explain: () => explainLocked(kept, member) };
}

function memberCard(sources: ReviewSources, memberId: MemberId, period: Period): ScoreCard {
  const { lines, total, heldPoints, level } = reviewedMember(sources, period, memberId);
  const score = memberScore(sources, period, memberId);
  return {
    lines: lines.map((line, at) => ({ ...line, now: score.card.lines[at] ?? null })),
    total,
    heldPoints,
    level,
    kept: null,
    explain: () => score.total.explain(),
  };
}

function sharedCard(
  { context, targetRows }: ReviewSources,
  subject: SharedSubject,
  period: Period,
): ScoreCard {
  const card = sharedScorecard(context, subject, { period, wantedOf: wantedOf(targetRows) });
  const total = card.total.value.value;
  return {
    lines: card.lines.map((line) => ({
      kpiId: line.kpi.id,
      name: line.kpi.name,
      unit: kpiUnit(context, line.kpi),
      weight: line.weight,
      value: line.value.value.value,
      target: line.target,
      score: line.score.value.value,
      now: line,
    })),
    total,
    heldPoints: 0,
    level: levelOf(levelsOf(context.settings), total),
    kept: null,
    explain: () => card.total.explain(),
  };
}
