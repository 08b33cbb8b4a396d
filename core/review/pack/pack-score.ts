import type { Explanation } from "../../base/explain.ts";
import type { MemberId } from "../../base/id.ts";
import type { Message, Quantity } from "../../base/message.ts";
import type { Ppm } from "../../base/money.ts";
import type { Period } from "../../base/period.ts";
import type { Level } from "../../base/settings.ts";
import { kpiUnit, quantityOf } from "../../kpi/kpi-value.ts";
import type { Kpi } from "../../kpi/records.ts";
import type { ScoreFigure } from "../../kpi/scorecard.ts";
import { nameMessage } from "../../team/name-key.ts";
import { cycleView, explainLocked, memberScore } from "../cycle-view.ts";
import type { PackBook } from "../pack-sources.ts";
import type { ReviewedMember, ReviewSnapshot } from "../records.ts";

/** One KPI of a member's scorecard as a pack shows it. */
export interface PackScoreLine {
  readonly key: string;
  readonly name: Message;
  /** Absent in a locked scorecard: the KPI may be another one by now. */
  readonly kpi?: Kpi;
  readonly weight: Ppm;
  readonly value: Quantity;
  readonly target: Quantity;
  readonly score: Quantity;
  readonly explainValue?: () => Explanation;
  readonly explainScore?: () => Explanation;
}

/** A member's scorecard with points, total and level. */
export interface PackScore {
  readonly lines: readonly PackScoreLine[];
  readonly points: readonly { readonly points: number; readonly reason: string }[];
  readonly total: ScoreFigure;
  readonly level: Level | null;
  /** How many KPIs have no score. */
  readonly missing: number;
  /** The snapshot that it was read from, where the reviews of the period are locked. */
  readonly locked: ReviewSnapshot | null;
}

/** A member's scorecard in a period: of locked reviews as it was locked, whatever the data says since; else as it stands.
 * @example packScore(sampleBook(), "m-wang-fang", sampleBook().period).lines.length // => 5
 */
export function packScore(book: PackBook, memberId: MemberId, period: Period): PackScore {
  const locked = lockedMember(book, memberId, period);
  return locked ? lockedScore(locked.snapshot, locked.member) : scoreNow(book, memberId, period);
}

/** A member in the locked reviews of a period, with the snapshot; `null` while they are open, or where the member is in none.
 * @example lockedMember(sampleBook(), "m-wang-fang", period("2026-Q2", 1)).member.name // => "王芳"
 * @example lockedMember(sampleBook(), "m-wang-fang", sampleBook().period) // => null
 */
export function lockedMember(
  book: PackBook,
  memberId: MemberId,
  period: Period,
): { readonly snapshot: ReviewSnapshot; readonly member: ReviewedMember } | null {
  const snapshot = cycleView(book, period)?.snapshot ?? null;
  const member = snapshot?.members.find((one) => one.memberId === memberId);
  return snapshot && member ? { snapshot, member } : null;
}

/** A member's scorecard in a period as the data has it today, locked or not.
 * @example scoreNow(sampleBook(), "m-wang-fang", sampleBook().period).locked // => null
 */
export function scoreNow(book: PackBook, memberId: MemberId, period: Period): PackScore {
  const { card, points, total, level } = memberScore(book, period, memberId);
  return {
    lines: card.lines.map((line) => ({
      key: line.kpi.id,
      name: nameMessage(line.kpi.name),
      kpi: line.kpi,
      weight: line.weight,
      value: line.value.value,
      target: quantityOf(kpiUnit(book.context, line.kpi), line.target),
      score: line.score.value,
      explainValue: () => line.value.explain(),
      explainScore: () => line.score.explain(),
    })),
    points,
    total,
    level,
    missing: card.missing.length,
    locked: null,
  };
}

function lockedScore(snapshot: ReviewSnapshot, member: ReviewedMember): PackScore {
  return {
    lines: member.lines.map((line) => ({
      key: line.kpiId,
      name: nameMessage(line.name),
      weight: line.weight,
      value: quantityOf(line.unit, line.value),
      target: quantityOf(line.unit, line.target),
      score: { unit: "score", value: line.score },
    })),
    points: member.points,
    total: {
      value: { unit: "score", value: member.total },
      explain: () => explainLocked(snapshot, member),
    },
    level: member.level,
    missing: member.lines.filter((line) => line.score === null).length,
    locked: snapshot,
  };
}
