import { describe, expect, it } from "vitest";
import { day } from "../../../../../core/base/day.ts";
import type { ActionId, MemberId } from "../../../../../core/base/id.ts";
import type { Ppm } from "../../../../../core/base/money.ts";
import { takersFor } from "../../../../../core/review/handover/handover-book.ts";
import { handoverItems } from "../../../../../core/review/handover/handover-items.ts";
import type { HandoverKind } from "../../../../../core/review/handover/handover-items.ts";
import { planHandover } from "../../../../../core/review/handover/plan-handover.ts";
import type { HandoverChoice, Taker } from "../../../../../core/review/handover/plan-handover.ts";
import { handoverSheet } from "../../../../../core/review/handover/handover-sheet.ts";
import { aHandedDeal, handoverBook } from "../../../../builders/review-handover.ts";
import { member, visits } from "../../../../builders/target-book.ts";
import type { Change } from "../../../../../core/base/change.ts";

const a = "a" as MemberId;
const b = "b" as MemberId;
const c = "c" as MemberId;
const stays = { memberId: a, today: day("2026-06-15"), leavesOn: null };
const leaves = { ...stays, leavesOn: day("2026-08-15") };

function all(taker: Taker, more: Partial<HandoverChoice> = {}): HandoverChoice {
  const kinds: readonly HandoverKind[] = ["groups", "duties", "stand-ins", "tasks", "actions"];
  const facts: readonly HandoverKind[] = ["customers", "deals", "cases", "targets"];
  const takerByKind = Object.fromEntries([...kinds, ...facts].map((kind) => [kind, taker]));
  return { takerByKind, takerByKey: {}, reason: "", ...more };
}

function changesOf(result: ReturnType<typeof planHandover>): readonly Change[] {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value.changes;
}

class CountedMap<K, V> extends Map<K, V> {
  times = 0;
  override values() {
    this.times += 1;
    return super.values();
  }
}

describe("a large book", () => {
  it("is handed over with the members looked through no more often than a small one", () => {
    const timesFor = (count: number) => {
      const deals = Array.from({ length: count }, (_, at) => aHandedDeal(`o${at}`));
      const book = handoverBook({ deals });
      const members = new CountedMap(book.rows.members);
      const plan = planHandover({ ...book, rows: { ...book.rows, members } }, stays, all(b));
      return [changesOf(plan).length > count, members.times];
    };
    expect(timesFor(50)).toEqual(timesFor(2));
  });
});

describe("what a member holds", () => {
  it("is neither what is finished nor what belongs to others", () => {
    const keys = handoverItems(handoverBook(), stays).map((item) => item.key);
    expect(keys).toEqual(["duties/d1", "tasks/t1", "customers/c1", "deals/o1"]);
  });

  it("includes the targets of the months after the leaving, and none of one who stays", () => {
    const item = handoverItems(handoverBook(), leaves).find(({ kind }) => kind === "targets");
    // 15 August is a Saturday: 10 of 21 working days are kept, September goes whole.
    expect(item).toMatchObject({ key: "targets/visits|target|2026", amount: { value: 11 + 22 } });
  });

  it("includes the part of a deal that is shared", () => {
    const credits = [
      { memberId: a, share: 300_000 as Ppm },
      { memberId: b, share: 700_000 as Ppm },
    ];
    const items = handoverItems(handoverBook({ deals: [aHandedDeal("o1", { credits })] }), stays);
    expect(items.map((item) => item.key)).toContain("deals/o1");
  });

  it("has open actions, not those that are done", () => {
    const action = { text: "报价", ownerId: a, createdOn: day("2026-06-01"), note: "", order: 1 };
    const actions = [
      { ...action, id: "x1" as ActionId, state: "open" as const },
      { ...action, id: "x2" as ActionId, state: "done" as const },
    ];
    const keys = handoverItems(handoverBook({ actions }), stays).map((item) => item.key);
    expect(keys.filter((key) => key.startsWith("actions/"))).toEqual(["actions/x1"]);
  });
});

describe("a handover", () => {
  it("gives everything to one taker in one list of changes", () => {
    expect(changesOf(planHandover(handoverBook(), stays, all(b)))).toEqual([
      {
        op: "put",
        table: "assignments",
        records: [
          { id: "d1:a", dutyId: "d1", memberId: "a", letters: "C" },
          { id: "d1:b", dutyId: "d1", memberId: "b", letters: "RA" },
        ],
      },
      { op: "set", table: "tasks", id: "t1", fields: { ownerId: "b" } },
      {
        op: "set",
        table: "customers",
        id: "c1",
        fields: { ownerName: "b", credits: undefined, by: { ownerName: "typed", credits: "typed" } },
      },
      {
        op: "set",
        table: "deals",
        id: "o1",
        fields: { ownerName: "b", credits: undefined, by: { ownerName: "typed", credits: "typed" } },
      },
    ]);
  });

  it("leaves what has no taker where it is", () => {
    expect(changesOf(planHandover(handoverBook(), stays, all(null)))).toEqual([]);
  });

  it("lets one thing go to somebody else", () => {
    const choice = all(b, { takerByKey: { "tasks/t1": c } });
    const changes = changesOf(planHandover(handoverBook(), stays, choice));
    expect(changes[1]).toEqual({ op: "set", table: "tasks", id: "t1", fields: { ownerId: "c" } });
  });

  it("notes the leaving and hands the months after on, exact to the unit", () => {
    const changes = changesOf(planHandover(handoverBook(), leaves, all(b)));
    expect(changes[0]).toEqual({ op: "set", table: "members", id: "a", fields: { leftOn: "2026-08-15" } });
    const targets = changes.flatMap((change) =>
      change.op === "put" && change.table === "targets"
        ? (change.records as { id: string; value: number }[])
        : [],
    );
    const value = (place: string) => targets.find((one) => one.id === `visits|${place}|target`)?.value;
    expect([value("member:a|2026-08"), value("member:b|2026-08")]).toEqual([10, 53]);
    expect(value("member:b|2026-09")).toBe(44);
    expect(changes).toContainEqual({
      op: "remove",
      table: "targets",
      ids: ["visits|member:a|2026-09|target"],
    });
    expect(value("member:a|2026-07")).toBeUndefined();
  });

  it("moves only the member's share of a shared deal, and adds it to what the taker has", () => {
    const credits = [
      { memberId: a, share: 300_000 as Ppm },
      { memberId: b, share: 500_000 as Ppm },
    ];
    const deals = [aHandedDeal("o1", { credits })];
    const choice: HandoverChoice = { takerByKind: { deals: b }, takerByKey: {}, reason: "" };
    const [change] = changesOf(planHandover(handoverBook({ deals }), stays, choice));
    expect(change).toMatchObject({
      fields: { credits: [{ memberId: "b", share: 800_000 }], ownerName: "a" },
    });
  });

  it("is refused whole where the taker has left by then, with the thing named", () => {
    const members = [member("a", 1), member("b", 2, { leftOn: day("2026-08-01") }), member("c", 3)];
    const result = planHandover(handoverBook({ members }), leaves, {
      takerByKind: { tasks: b, customers: c },
      takerByKey: {},
      reason: "",
    });
    expect(result).toMatchObject({ ok: false, error: [{ field: "tasks/t1" }] });
  });

  it("is refused where nobody of the group can take the targets", () => {
    const result = planHandover(handoverBook(), leaves, {
      takerByKind: { targets: c },
      takerByKey: {},
      reason: "",
    });
    expect(result).toMatchObject({ ok: false, error: [{ field: "targets/visits|target|2026" }] });
  });

  it("asks for a reason where the targets are locked, and makes it their version", () => {
    const lock = {
      id: "visits|2026",
      kpiId: visits.id,
      year: 2026,
      on: day("2026-01-05"),
      note: "",
      original: {},
      versions: [],
    };
    const book = handoverBook({ locks: [lock] });
    const choice: HandoverChoice = { takerByKind: { targets: "shares" }, takerByKey: {}, reason: "" };
    expect(planHandover(book, leaves, choice)).toMatchObject({ ok: false, error: [{ field: "reason" }] });
    const changes = changesOf(planHandover(book, leaves, { ...choice, reason: "a 离开" }));
    expect(changes.at(-1)).toMatchObject({
      table: "targetLocks",
      fields: { versions: [{ reason: "a 离开" }] },
    });
  });

  it("offers as takers only those who are there when the work changes hands", () => {
    const members = [member("a", 1), member("b", 2, { leftOn: day("2026-08-01") }), member("c", 3)];
    expect(takersFor(handoverBook({ members }), leaves).map((one) => one.id)).toEqual(["c"]);
    expect(takersFor(handoverBook({ members }), stays).map((one) => one.id)).toEqual(["b", "c"]);
  });
});

describe("the handover sheet", () => {
  it("names for every single thing who takes it, and counts what stays", () => {
    const sheet = handoverSheet(handoverBook(), leaves, all(b, { takerByKey: { "tasks/t1": null } }));
    const rows = sheet.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === "table" ? block.rows : [])),
    );
    const takers = rows.map(({ key, cells }) => [
      key,
      (cells.at(-1) as { message: { key: string } }).message.key,
    ]);
    expect(takers).toContainEqual(["tasks/t1", "review.handover.nobody"]);
    expect(takers).toContainEqual(["targets/visits|target|2026", "review.handover.taker"]);
    expect(sheet.sections[0]!.blocks.at(-1)).toMatchObject({
      message: { key: "review.handover.sheet.left", params: { count: 1 } },
    });
  });
});
