import { describe, expect, test } from "vitest";
import { setFields } from "../../../../core/base/change.ts";
import type { Change } from "../../../../core/base/change.ts";
import { day } from "../../../../core/base/day.ts";
import type { Day } from "../../../../core/base/day.ts";
import type { MemberId } from "../../../../core/base/id.ts";
import { money } from "../../../../core/base/money.ts";
import { inPeriod, period } from "../../../../core/base/period.ts";
import { nextStamp } from "../../../../core/base/stamp.ts";
import type { Order } from "../../../../core/customer/records.ts";
import { scorecard } from "../../../../core/kpi/scorecard.ts";
import { quarterPack } from "../../../../core/review/quarter-pack.ts";
import type { Target } from "../../../../core/target/records.ts";
import { applyChanges } from "../../../../core/vault/apply-changes.ts";
import { packSources } from "../../../../core/vault/pack-sources.ts";
import { sampleWorkspace } from "../../../../core/vault/sample/sample-workspace.ts";
import { factsOf } from "../../../../core/vault/workspace.ts";
import type { Workspace } from "../../../../core/vault/workspace.ts";
import { homeSource } from "../../../../renderer/app/home/home-source.ts";
import { teamStanding } from "../../../../renderer/app/home/result-figures.ts";

const TODAY = day("2026-11-23");
const STAMP = nextStamp(null, 0, "test");
const MEMBER = "m-wang-fang" as MemberId;
const QUARTER = period("2026-Q3", 1);
const sample = sampleWorkspace(TODAY, STAMP);

/** What the square at home, the member's scorecard and the pack say of a workspace. */
function figuresOf(workspace: Workspace, today: Day = TODAY) {
  const source = homeSource(workspace, { periodId: QUARTER.id, today });
  const standing = teamStanding(source)!;
  const { context } = source.book;
  const card = scorecard(context, MEMBER, { period: QUARTER, wantedOf: source.wantedOf });
  const sections = quarterPack(packSources(workspace, { period: QUARTER, today }), {
    subject: { kind: "team" },
    sections: ["results"],
    withPay: true,
  }).sections;
  const results = sections.flatMap(({ blocks }) => blocks).find((block) => block.kind === "table");
  const row = results?.kind === "table" ? results.rows.find(({ key }) => key.includes(MEMBER)) : undefined;
  const packed = (at: number) => {
    const cell = row?.cells[at];
    return cell && "quantity" in cell ? cell.quantity.value : null;
  };
  const team = standing.target.quantity.value;
  const actual = standing.actual.quantity.value;
  const scored = card.lines.find(({ kpi }) => kpi.id === "sales")?.value.value.value ?? null;
  return { team, actual, scored, score: card.total.value.value, target: packed(1), result: packed(2) };
}

function changed(changes: readonly Change[]): Workspace {
  return applyChanges(sample, changes, nextStamp(STAMP, 1, "test"));
}

describe("home, scorecard and pack", () => {
  const before = figuresOf(sample);

  test("follow a target of a member", () => {
    const id = `sales|member:${MEMBER}|2026-Q3|target`;
    const value = sample.rows.targets.get(id)!.value * 2;
    const after = figuresOf(changed([setFields<Target>("targets", id, { value })]));
    expect([after.target, after.result]).toEqual([value, before.result]);
    expect(after.score).toBeLessThan(before.score!);
  });

  test("follow a target of the team", () => {
    const id = "sales|team|2026-Q3|target";
    const value = before.team! + 100_000;
    expect(figuresOf(changed([setFields<Target>("targets", id, { value })])).team).toBe(value);
  });

  test("follow an order of more", () => {
    const order = factsOf(sample, "orders").find(
      ({ ownerName, on }) => ["王芳", "Wang Fang"].includes(ownerName ?? "") && inPeriod(on, QUARTER),
    )!;
    const amount = money(order.amount + 5_000_000);
    const after = figuresOf(changed([setFields<Order>("orders", order.id, { amount })]));
    expect([after.actual! - before.actual!, after.result! - before.result!]).toEqual([5_000_000, 5_000_000]);
    expect(after.scored! - before.scored!).toBe(5_000_000);
  });
});
