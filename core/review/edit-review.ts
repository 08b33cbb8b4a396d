import { putRecords, setFields } from "../base/change.ts";
import type { Change } from "../base/change.ts";
import type { Day } from "../base/day.ts";
import type { MemberId } from "../base/id.ts";
import { message } from "../base/message.ts";
import { fail, ok } from "../base/result.ts";
import type { Result } from "../base/result.ts";
import type { Review, ReviewCycle, ReviewPart } from "./records.ts";
import type { ReviewRows } from "./review-lock.ts";

/** Whose words a part holds: the member's, the manager's, or a colleague's. */
export type PartBy = "self" | "manager" | { readonly peer: MemberId };

/** What is written into a part; what is absent stays as it is. A rating of `null` is taken away. */
export interface PartEdit {
  readonly text?: string;
  readonly ratings?: Readonly<Record<string, number | null>>;
  readonly file?: string;
}

/** Writes into a part of a member's review. Refused: a cycle that is locked or does not know the member, a rating that is not
 * a whole number from 1 to 5.
 * @example writePart(reviewRows({ cycles: [aCycle()] }), { cycleId: "2026-Q3", memberId: "m1", by: "self", on: "2026-10-02", edit: { text: "a" } }).value[0].records[0].self.text // => "a"
 */
export function writePart(rows: ReviewRows, of: PartWriting): Result<readonly Change[]> {
  const written = withWritten(rows, of);
  return written.ok ? ok([putRecords("reviews", [written.value])]) : written;
}

/** What is written into which part. */
export interface PartWriting {
  readonly cycleId: string;
  readonly memberId: MemberId;
  readonly by: PartBy;
  readonly on: Day;
  readonly edit: PartEdit;
}

/** The review with what is written into one of its parts; refused like `writePart`.
 * @example withWritten(reviewRows({ cycles: [aCycle()] }), { cycleId: "2026-Q3", memberId: "m1", by: "self", on: "2026-10-02", edit: { text: "a" } }).value.self.text // => "a"
 */
export function withWritten(rows: ReviewRows, of: PartWriting): Result<Review> {
  const known = reviewToEdit(rows, of);
  if (!known.ok) return known;
  const review = known.value;
  const before = partOf(review, of.by);
  const ratings = { ...before?.ratings };
  for (const [id, rating] of Object.entries(of.edit.ratings ?? {})) {
    if (rating === null) delete ratings[id];
    else if (Number.isInteger(rating) && rating >= 1 && rating <= 5) ratings[id] = rating;
    else return fail([{ field: `rating.${id}`, message: message("review.problem.rating") }]);
  }
  const part: ReviewPart = {
    text: of.edit.text ?? before?.text ?? "",
    ratings,
    on: of.on,
    ...(of.edit.file === undefined ? {} : { file: of.edit.file }),
  };
  return ok(withPart(review, of.by, part));
}

/** Puts a member into a box of the nine, or takes them out of it.
 * @example placeInBox(reviewRows({ cycles: [aCycle()] }), { cycleId: "2026-Q3", memberId: "m1", place: { performance: 3, potential: 2 } }).value[0].records[0].performance // => 3
 */
export function placeInBox(
  rows: ReviewRows,
  of: {
    readonly cycleId: string;
    readonly memberId: MemberId;
    readonly place: { readonly performance: number; readonly potential: number } | null;
  },
): Result<readonly Change[]> {
  const known = reviewToEdit(rows, of);
  if (!known.ok) return known;
  const { performance: _was, potential: _could, ...rest } = known.value;
  return ok([putRecords("reviews", [{ ...rest, ...of.place }])]);
}

/** Writes down the talk about a review: the day, what was said, what was agreed, when the member acknowledged it; `undefined`
 * takes it away. It may be held before the lock or after it, and changes nothing that was locked. Refused: an
 * acknowledgement before the talk or on a day that has not come.
 * @example writeTalk(reviewRows({ cycles: [aCycle()] }), { cycleId: "2026-Q3", memberId: "m1", today: "2026-10-07", talk: { on: "2026-10-06", text: "a", agreed: "" } }).value[0].records[0].talk.text // => "a"
 * @example writeTalk(reviewRows({ cycles: [aCycle()] }), { cycleId: "2026-Q3", memberId: "m1", today: "2026-10-07", talk: { on: "2026-10-06", text: "", agreed: "", acknowledgedOn: "2026-10-05" } }).error[0].field // => "acknowledgedOn"
 */
export function writeTalk(
  rows: ReviewRows,
  of: {
    readonly cycleId: string;
    readonly memberId: MemberId;
    readonly today: Day;
    readonly talk: Review["talk"];
  },
): Result<readonly Change[]> {
  const { talk, today } = of;
  const acknowledged = talk?.acknowledgedOn;
  if (talk && acknowledged !== undefined && (acknowledged < talk.on || acknowledged > today)) {
    return fail([{ field: "acknowledgedOn", message: message("review.problem.acknowledged") }]);
  }
  const known = rows.reviews.get(`${of.cycleId}|${of.memberId}`);
  if (known) return ok([setFields<Review>("reviews", known.id, { talk })]);
  const made = reviewToEdit(rows, of);
  return made.ok ? ok([putRecords("reviews", [{ ...made.value, talk }])]) : made;
}

/** A part of a review, or `undefined` while nobody has written it.
 * @example partOf({ peers: [{ memberId: "m2", part: { text: "a" } }] }, { peer: "m2" }) // => { text: "a" }
 */
export function partOf(review: Review | null | undefined, by: PartBy): ReviewPart | undefined {
  if (!review) return undefined;
  return typeof by === "string" ? review[by] : review.peers.find((one) => one.memberId === by.peer)?.part;
}

function withPart(review: Review, by: PartBy, part: ReviewPart): Review {
  if (typeof by === "string") return { ...review, [by]: part };
  const others = review.peers.filter((one) => one.memberId !== by.peer);
  return { ...review, peers: [...others, { memberId: by.peer, part }] };
}

function reviewToEdit(
  rows: ReviewRows,
  of: { readonly cycleId: string; readonly memberId: MemberId },
): Result<Review> {
  const cycle: ReviewCycle | undefined = rows.reviewCycles.get(of.cycleId);
  if (!cycle || cycle.state === "locked") return fail([{ message: message("review.problem.locked") }]);
  if (!cycle.memberIds.includes(of.memberId)) return fail([{ message: message("review.problem.not-in") }]);
  const id = `${cycle.id}|${of.memberId}`;
  return ok(rows.reviews.get(id) ?? { id, cycleId: cycle.id, memberId: of.memberId, peers: [] });
}
