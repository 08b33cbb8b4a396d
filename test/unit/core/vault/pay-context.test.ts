import { beforeAll, describe, expect, test } from "vitest";
import { putRecords } from "../../../../core/base/change.ts";
import { day } from "../../../../core/base/day.ts";
import type { MemberId } from "../../../../core/base/id.ts";
import { period } from "../../../../core/base/period.ts";
import type { Period } from "../../../../core/base/period.ts";
import type { Stamp } from "../../../../core/base/stamp.ts";
import { statementOf } from "../../../../core/incentive/pay/statement-of.ts";
import { applyChanges } from "../../../../core/vault/apply-changes.ts";
import { payContext } from "../../../../core/vault/pay-context.ts";
import type { Workspace } from "../../../../core/vault/workspace.ts";
import { aSample } from "../../../builders/vault-sample.ts";

const memberId = "m-lin-yue" as MemberId;
const today = day("2026-11-23");
/** Locked in the sample, and the one after it, which is not. */
const locked = period("2026-Q2", 1);
const open = period("2026-Q3", 1);

function withPenalty(workspace: Workspace, of: Period): Workspace {
  const point = { id: "p", memberId, periodId: of.id, points: -9, reason: "late", on: day("2026-10-05") };
  return applyChanges(workspace, [putRecords("scorePoints", [point])], "000000001-0000-t" as Stamp);
}

const scoreIn = (workspace: Workspace, of: Period) => payContext(workspace, today).scoreOf!(memberId, of)!;

let sample: Workspace;

beforeAll(() => {
  sample = aSample();
});

describe("the score that pay goes by", () => {
  test("has the bonus and penalty points in it, as the review has", () => {
    expect(scoreIn(withPenalty(sample, open), open)).toBeCloseTo(scoreIn(sample, open) - 9, 10);
  });

  test("is that of the locked review, whatever is given later", () => {
    expect(scoreIn(withPenalty(sample, locked), locked)).toBe(scoreIn(sample, locked));
  });

  test("stands in a statement that is not approved yet", () => {
    const running = period("2026-Q4", 1);
    const context = payContext(withPenalty(sample, running), today);
    const { lines } = statementOf(context, { memberId, period: running })!;
    const bonus = lines.find(({ kind }) => kind === "coefficient-bonus");
    expect(bonus?.result?.actual).toBe(scoreIn(sample, running) - 9);
  });
});
