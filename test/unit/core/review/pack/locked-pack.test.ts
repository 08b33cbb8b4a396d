import { describe, expect, test } from "vitest";
import { setFields } from "../../../../../core/base/change.ts";
import type { MemberId } from "../../../../../core/base/id.ts";
import { inPeriod, period } from "../../../../../core/base/period.ts";
import type { Stamp } from "../../../../../core/base/stamp.ts";
import type { Order } from "../../../../../core/customer/records.ts";
import { changeBlocks } from "../../../../../core/review/pack/change-blocks.ts";
import { packScore } from "../../../../../core/review/pack/pack-score.ts";
import { scorecardTable } from "../../../../../core/review/pack/scorecard-table.ts";
import { packBook, standingOf } from "../../../../../core/review/pack-sources.ts";
import { applyChanges } from "../../../../../core/vault/apply-changes.ts";
import { packSources } from "../../../../../core/vault/pack-sources.ts";
import { sampleWorkspace } from "../../../../../core/vault/sample/sample-workspace.ts";
import type { Workspace } from "../../../../../core/vault/workspace.ts";
import { factsOf } from "../../../../../core/vault/workspace.ts";
import { createWords } from "../../../../../core/words/words.ts";
import { zhCn } from "../../../../../core/words/zh-cn.ts";

const TODAY = "2026-11-23" as never;
const quarter = period("2026-Q2", 1);
const wangFang = "m-wang-fang" as MemberId;
const words = createWords("zh-CN", zhCn, "CNY");
const locked = sampleWorkspace(TODAY, "000000000-0000-sample" as Stamp);
const order = factsOf(locked, "orders").find(
  (one) => one.ownerName === "王芳" && inPeriod(one.on, quarter) && one.amount > 1_000_000,
)!;
/** The same with one order of the locked quarter cut to a tenth, after the lock. */
const changed = applyChanges(
  locked,
  [setFields<Order>("orders", order.id, { amount: Math.round(order.amount / 10) as Order["amount"] })],
  "000000001-0000-later" as Stamp,
);

const bookOf = (workspace: Workspace) => packBook(packSources(workspace, { period: quarter, today: TODAY }));

/** A table without what explains its figures. */
const plain = (value: object) => JSON.stringify(value);

describe("the pack of a quarter whose reviews are locked", () => {
  test("keeps its scorecard to the digit when an order of the quarter is changed", () => {
    const [before, after] = [locked, changed].map((one) => plain(scorecardTable(bookOf(one), wangFang)));
    expect(after).toBe(before);
  });

  test("names the snapshot that the scorecard was read from", () => {
    const { notes } = scorecardTable(bookOf(locked), wangFang);
    expect(notes.map((note) => note.key)).toContain("review.note.locked");
  });

  test("tells the results as they are now", () => {
    const sales = (workspace: Workspace) =>
      standingOf(bookOf(workspace), { kind: "team" }, quarter.id)!.actual.quantity.value!;
    expect(sales(locked) - sales(changed)).toBe(order.amount - Math.round(order.amount / 10));
  });

  test("says whose review would come out otherwise, by which KPI, and which record was changed", () => {
    const said = changeBlocks(bookOf(changed), { kind: "team" })
      .flatMap((block) => (block.kind === "list" ? block.items : []))
      .filter((item) => item.message.key === "review.pack.since-lock.item")
      .map((item) => words.say(item.message) + words.say(item.detail!));
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/^王芳：锁定时得分 [\d.]+，按现在的数据是 [\d.]+；.*销售额由 .* 变为 /);
    expect(said[0]).toContain(`锁定后改过 1 条记录：${order.customerName}`);
  });

  test("says nothing of changes while nothing has changed", () => {
    const lists = changeBlocks(bookOf(locked), { kind: "team" }).filter((block) => block.kind === "list");
    expect(lists).toEqual([]);
  });

  test("takes the score of an open quarter from the data", () => {
    const open = packBook(packSources(locked, { period: period("2026-Q3", 1), today: TODAY }));
    expect(packScore(open, wangFang, open.period).locked).toBe(null);
  });
});
