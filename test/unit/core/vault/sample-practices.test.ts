import { expect, test } from "vitest";
import { day } from "../../../../core/base/day.ts";
import { feedOf } from "../../../../core/meeting/feed/feed.ts";
import { stalledProposals } from "../../../../core/meeting/practices/propose-practices.ts";
import { kpiContext } from "../../../../core/vault/kpi-context.ts";
import { factById, rowsOf } from "../../../../core/vault/workspace.ts";
import { aSample } from "../../../builders/vault-sample.ts";

const TODAY = day("2026-11-23");
const sample = aSample();

test("the sample team has two practices: one of a won deal that has helped a stalled one", () => {
  const [ofDeal, ofTeam] = rowsOf(sample, "practices");
  expect(factById(sample, "deals", ofDeal!.dealId!)!.category).toBe("won");
  expect(factById(sample, "deals", ofDeal!.uses[0]!.dealId!)!.category).toBe("open");
  expect([ofDeal!.uses.length, ofTeam!.uses.length]).toEqual([1, 0]);
});

test("other deals that stall could use its practices", () => {
  const found = stalledProposals(kpiContext(sample, TODAY), sample.rows.practices, 3);
  expect(found).toHaveLength(3);
});

test("one of its three announcements is pinned, one current, one over", () => {
  const { pinned, current, earlier, coming } = feedOf({ ...sample.rows, recognitions: new Map() }, TODAY);
  expect([pinned.length, current.length, earlier.length, coming.length]).toEqual([1, 1, 1, 0]);
});
