import { day } from "../../core/base/day.ts";
import type { MemberId } from "../../core/base/id.ts";
import type { PeriodId } from "../../core/base/period.ts";
import type { ReviewSources } from "../../core/review/cycle-view.ts";
import type { Review, ReviewCycle, ReviewPart } from "../../core/review/records.ts";
import type { ReviewRows } from "../../core/review/review-lock.ts";
import { kpiContext } from "../../core/vault/kpi-context.ts";
import type { Workspace } from "../../core/vault/workspace.ts";
import { aSample } from "./vault-sample.ts";

/** A cycle of one competency and one member, open and without peers, unless told otherwise. */
export function aCycle(more: Partial<ReviewCycle> = {}): ReviewCycle {
  return {
    id: "2026-Q3" as PeriodId,
    state: "open",
    openedOn: day("2026-10-01"),
    memberIds: ["m1" as MemberId],
    asksSelf: true,
    peerCount: 0,
    competencies: [{ id: "skill", name: { zh: "专业能力", en: "Expertise" } }],
    lockCount: 0,
    reopenings: [],
    ...more,
  };
}

/** A part with words and a rating. */
export function aPart(more: Partial<ReviewPart> = {}): ReviewPart {
  return { text: "words", ratings: { skill: 4 }, on: day("2026-10-02"), ...more };
}

/** A review of m1 in the cycle of `aCycle`, empty unless told otherwise. */
export function aReview(more: Partial<Review> = {}): Review {
  return {
    id: "2026-Q3|m1",
    cycleId: "2026-Q3" as PeriodId,
    memberId: "m1" as MemberId,
    peers: [],
    ...more,
  };
}

/** The tables of reviews with what a test needs. */
export function reviewRows(
  of: { readonly cycles?: readonly ReviewCycle[]; readonly reviews?: readonly Review[] } = {},
): ReviewRows {
  const byId = <R extends { readonly id: string }>(list: readonly R[] = []) =>
    new Map(list.map((record) => [record.id as string, record]));
  return { reviewCycles: byId(of.cycles), reviews: byId(of.reviews), reviewSnapshots: new Map() };
}

/** What reviews of a workspace are made from, on 23 November 2026; of the sample team, as it was before its cycles, unless
 * told otherwise. */
export function reviewSources(workspace: Workspace = withoutReviews(aSample())): ReviewSources {
  return {
    context: kpiContext(workspace, day("2026-11-23")),
    targetRows: workspace.rows,
    rows: workspace.rows,
  };
}

/** The sample team before anything was reviewed. */
export function withoutReviews(workspace: Workspace): Workspace {
  const none = {
    scorePoints: new Map(),
    reviewCycles: new Map(),
    reviews: new Map(),
    reviewSnapshots: new Map(),
  };
  return { ...workspace, rows: { ...workspace.rows, ...none } };
}
