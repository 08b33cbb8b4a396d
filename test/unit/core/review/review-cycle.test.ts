import { beforeAll, describe, expect, test } from "vitest";
import { putRecords, removeRecords, setFields } from "../../../../core/base/change.ts";
import type { Change } from "../../../../core/base/change.ts";
import { day } from "../../../../core/base/day.ts";
import type { MemberId } from "../../../../core/base/id.ts";
import { period } from "../../../../core/base/period.ts";
import type { Result } from "../../../../core/base/result.ts";
import type { Settings } from "../../../../core/base/settings.ts";
import type { Stamp } from "../../../../core/base/stamp.ts";
import { USUAL_LEVELS } from "../../../../core/kpi/levels.ts";
import { distribution, guideCounts } from "../../../../core/review/calibration.ts";
import { cycleView, reviewable } from "../../../../core/review/cycle-view.ts";
import { placeInBox, writePart, writeTalk } from "../../../../core/review/edit-review.ts";
import { missingParts } from "../../../../core/review/missing-parts.ts";
import type { Review, ReviewCycle, ReviewSnapshot } from "../../../../core/review/records.ts";
import {
  editCycle,
  lockCycle,
  moveCycle,
  openCycle,
  reopenCycle,
} from "../../../../core/review/review-cycle.ts";
import { isUntouched } from "../../../../core/review/review-snapshot.ts";
import { applyChanges } from "../../../../core/vault/apply-changes.ts";
import { checkChanges } from "../../../../core/vault/check-changes.ts";
import type { Workspace } from "../../../../core/vault/workspace.ts";
import { factsOf } from "../../../../core/vault/workspace.ts";
import {
  aCycle,
  aPart,
  aReview,
  reviewRows,
  reviewSources,
  withoutReviews,
} from "../../../builders/review-cycle.ts";
import { aSample } from "../../../builders/vault-sample.ts";

const m1 = "m1" as MemberId;
const quarter = period("2026-Q3", 1);
const on = day("2026-10-05");
const stamp = "000000001-0000-t" as Stamp;

/** Does what a command says through the check of every commit. */
function after(workspace: Workspace, command: Result<readonly Change[]>): Workspace {
  const checked = command.ok ? checkChanges(workspace, command.value) : command;
  if (!checked.ok) throw new Error(checked.error[0]!.message.key);
  return applyChanges(workspace, checked.value, stamp);
}

const keyOf = (result: Result<unknown>) => (result.ok ? null : result.error[0]!.message.key);

function filled(start: Workspace): Workspace {
  const memberIds = [...reviewable(reviewSources(start), quarter)];
  const opened = openCycle(start.rows, { periodId: quarter.id, on, memberIds, asksSelf: true, peerCount: 0 });
  let now = after(start, opened);
  const ratings = { expertise: 4, "customer-focus": 4, execution: 3, teamwork: 5, learning: 4 };
  for (const memberId of memberIds) {
    const of = { cycleId: quarter.id, memberId, on };
    now = after(now, writePart(now.rows, { ...of, by: "self", edit: { text: "self", ratings } }));
    now = after(now, writePart(now.rows, { ...of, by: "manager", edit: { text: "good", ratings } }));
    now = after(now, placeInBox(now.rows, { ...of, place: { performance: 2, potential: 2 } }));
  }
  return after(now, moveCycle(now.rows, { cycleId: quarter.id, to: "calibration" }));
}

function lockNow(now: Workspace): Workspace {
  const { members } = cycleView(reviewSources(now), quarter)!;
  return after(now, lockCycle(now.rows, { cycleId: quarter.id, on, members, levels: USUAL_LEVELS }));
}

let calibrated: Workspace;
let locked: Workspace;

beforeAll(() => {
  calibrated = filled(withoutReviews(aSample()));
  locked = lockNow(calibrated);
});

describe("what is missing", () => {
  test("is a part without words or without a rating of every competency", () => {
    const cycle = aCycle({ peerCount: 1, memberIds: [m1, "m2" as MemberId] });
    expect(missingParts(reviewRows(), cycle, m1)).toEqual(["self", "peers", "manager"]);
    const half = aReview({ self: aPart({ ratings: {} }), manager: aPart({ text: " " }) });
    expect(missingParts(reviewRows({ reviews: [half] }), cycle, m1)).toEqual(["self", "peers", "manager"]);
  });

  test("ends when each part is whole; a place is asked for from calibration on", () => {
    const rows = reviewRows({ reviews: [aReview({ self: aPart(), manager: aPart() })] });
    expect(missingParts(rows, aCycle(), m1)).toEqual([]);
    expect(missingParts(rows, aCycle({ state: "calibration" }), m1)).toEqual(["place"]);
  });

  test("is no more colleagues than the cycle has", () => {
    const cycle = aCycle({ peerCount: 2 });
    expect(missingParts(reviewRows(), cycle, m1)).toEqual(["self", "manager"]);
  });

  test("keeps a cycle from being locked", () => {
    const rows = reviewRows({ cycles: [aCycle({ state: "calibration" })] });
    const of = { cycleId: "2026-Q3", on, members: [], levels: [] };
    expect(keyOf(lockCycle(rows, of))).toBe("review.problem.missing");
  });
});

describe("a cycle", () => {
  test("starts once, with somebody", () => {
    const of = { periodId: quarter.id, on, memberIds: [m1], asksSelf: true, peerCount: 0 };
    expect(keyOf(openCycle(reviewRows({ cycles: [aCycle()] }), of))).toBe("review.problem.started");
    expect(keyOf(openCycle(reviewRows(), { ...of, memberIds: [] }))).toBe("review.problem.nobody");
  });

  test("takes in who joined later, and asks for more parts", () => {
    const rows = reviewRows({ cycles: [aCycle()] });
    const wish = { memberIds: [m1, "m2" as MemberId], asksSelf: false, peerCount: 2 };
    const edited = editCycle(rows, { cycleId: "2026-Q3", ...wish });
    expect(edited.ok && edited.value).toEqual([setFields<ReviewCycle>("reviewCycles", aCycle().id, wish)]);
  });

  test("loses with a member what was written of them, and keeps the last one", () => {
    const rows = reviewRows({
      cycles: [aCycle({ memberIds: [m1, "m2" as MemberId] })],
      reviews: [aReview()],
    });
    const edited = editCycle(rows, { cycleId: "2026-Q3", memberIds: ["m2" as MemberId] });
    expect(edited.ok && edited.value[1]).toEqual(removeRecords("reviews", ["2026-Q3|m1"]));
    expect(keyOf(editCycle(rows, { cycleId: "2026-Q3", memberIds: [] }))).toBe("review.problem.nobody");
  });

  test("that is locked or wanted as it is does not change", () => {
    const of = { cycleId: "2026-Q3", memberIds: [m1], peerCount: 0 };
    expect(editCycle(reviewRows({ cycles: [aCycle()] }), of)).toEqual({ ok: true, value: [] });
    const locked = reviewRows({ cycles: [aCycle({ state: "locked", lockCount: 1 })] });
    expect(keyOf(editCycle(locked, { ...of, peerCount: 1 }))).toBe("review.problem.locked");
  });

  test("takes ratings from 1 to 5 of those who are in it", () => {
    const rows = reviewRows({ cycles: [aCycle()] });
    const of = { cycleId: "2026-Q3", on, by: "manager" as const };
    const six = writePart(rows, { ...of, memberId: m1, edit: { ratings: { skill: 6 } } });
    const stranger = writePart(rows, { ...of, memberId: "m2" as MemberId, edit: { text: "a" } });
    expect([keyOf(six), keyOf(stranger)]).toEqual(["review.problem.rating", "review.problem.not-in"]);
  });
});

describe("a locked cycle", () => {
  test("is kept whole, with a hash that notices a change", () => {
    const snapshot = locked.rows.reviewSnapshots.get("2026-Q3|1")!;
    expect(snapshot.members).toHaveLength(9);
    expect(isUntouched(snapshot)).toBe(true);
    const [first, ...others] = snapshot.members;
    expect(isUntouched({ ...snapshot, members: [{ ...first!, total: 120 }, ...others] })).toBe(false);
  });

  test("says the same after deals, orders, weights and levels have changed, where an open one does not", () => {
    const later = (now: Workspace) =>
      applyChanges(
        now,
        [
          putRecords(
            "orders",
            factsOf(now, "orders").map((order) => ({ ...order, amount: 1 })),
          ),
          putRecords(
            "kpiSets",
            [...now.rows.kpiSets.values()].map((set) => ({ ...set, weights: set.weights.slice(0, 1) })),
          ),
          setFields<Settings>("settings", "workspace", { levels: [{ ...USUAL_LEVELS[4]!, name: "new" }] }),
        ],
        stamp,
      );
    const seen = (now: Workspace) => cycleView(reviewSources(now), quarter)!.members;
    expect(seen(later(locked))).toEqual(seen(locked));
    expect(seen(later(calibrated))).not.toEqual(seen(calibrated));
  });

  test("is changed by no command", () => {
    const of = { cycleId: quarter.id, memberId: [...locked.rows.members.values()][0]!.id };
    const part = writePart(locked.rows, { ...of, by: "manager", on, edit: { text: "other" } });
    const place = placeInBox(locked.rows, { ...of, place: null });
    const move = moveCycle(locked.rows, { cycleId: quarter.id, to: "open" });
    expect([part, place, move].map(keyOf)).toEqual(Array(3).fill("review.problem.locked"));
  });

  test("is talked about afterwards, which leaves what was locked as it was", () => {
    const memberId = [...locked.rows.members.values()][0]!.id;
    const talk = { on, text: "a", agreed: "b" };
    const talked = after(locked, writeTalk(locked.rows, { cycleId: quarter.id, memberId, today: on, talk }));
    expect(talked.rows.reviews.get(`${quarter.id}|${memberId}`)?.talk).toEqual(talk);
    expect(cycleView(reviewSources(talked), quarter)).toEqual(cycleView(reviewSources(locked), quarter));
  });

  test.each<[string, (now: Workspace) => readonly Change[]]>([
    [
      "a review",
      (now) => [setFields<Review>("reviews", [...now.rows.reviews.keys()][0]!, { performance: 3 })],
    ],
    [
      "a review behind its talk",
      (now) => {
        const review = [...now.rows.reviews.values()][0]!;
        return [putRecords("reviews", [{ ...review, talk: { on, text: "a", agreed: "" }, potential: 3 }])];
      },
    ],
    ["a removed review", (now) => [{ op: "remove", table: "reviews", ids: [...now.rows.reviews.keys()] }]],
    ["a snapshot", () => [setFields<ReviewSnapshot>("reviewSnapshots", "2026-Q3|1", { hash: "x" })]],
    ["a removed snapshot", () => [{ op: "remove", table: "reviewSnapshots", ids: ["2026-Q3|1"] }]],
    ["a state", () => [setFields<ReviewCycle>("reviewCycles", quarter.id, { state: "open" })]],
    ["a removed cycle", () => [{ op: "remove", table: "reviewCycles", ids: [quarter.id] }]],
  ])("lets no commit change %s", (_, changes) => {
    expect(checkChanges(locked, changes(locked)).ok).toBe(false);
  });

  test("cannot be made without a snapshot", () => {
    const change = setFields<ReviewCycle>("reviewCycles", quarter.id, { state: "locked", lockCount: 1 });
    expect(keyOf(checkChanges(calibrated, [change]))).toBe("app.review.snapshot");
  });

  test("opens again with a reason, keeps the first snapshot, and has a second when locked again", () => {
    const reopened = after(
      locked,
      reopenCycle(locked.rows, { cycleId: quarter.id, on, reason: "an appeal" }),
    );
    const again = lockNow(reopened);
    expect(again.rows.reviewSnapshots.get("2026-Q3|1")).toEqual(locked.rows.reviewSnapshots.get("2026-Q3|1"));
    expect(again.rows.reviewSnapshots.get("2026-Q3|2")?.number).toBe(2);
    expect(again.rows.reviewCycles.get(quarter.id)?.reopenings).toEqual([
      { number: 1, on, reason: "an appeal" },
    ]);
  });
});

describe("a distribution", () => {
  test("is beside a guide by largest remainder", () => {
    expect(guideCounts(9, "271")).toEqual([2, 6, 1]);
    expect(guideCounts(9, "361")).toEqual([3, 5, 1]);
    expect(guideCounts(10, "271")).toEqual([2, 7, 1]);
  });

  test("is hidden while fewer than five have a place, however many there are", () => {
    const placed = { review: aReview({ performance: 3, potential: 1 }) };
    const four = [placed, placed, placed, placed];
    const none = { review: null };
    expect(distribution(four)).toBeNull();
    expect(distribution([...four, none, none])).toBeNull();
    expect(distribution([...four, placed, none])).toEqual({ counts: [5, 0, 0], placed: 5, all: 6 });
  });
});
