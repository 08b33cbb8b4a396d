import { describe, expect, test } from "vitest";
import { day } from "../../../../../core/base/day.ts";
import type { DealId, KpiId, MemberId } from "../../../../../core/base/id.ts";
import { message } from "../../../../../core/base/message.ts";
import { money } from "../../../../../core/base/money.ts";
import { agendaOf, parkedOf } from "../../../../../core/meeting/agenda/agenda-of.ts";
import { addItem, editItem, hideItem, moveItem } from "../../../../../core/meeting/agenda/edit-agenda.ts";
import { proposeAgenda } from "../../../../../core/meeting/agenda/propose-agenda.ts";
import type { ImportEvent } from "../../../../../core/meeting/agenda-from-imports.ts";
import type { Meeting } from "../../../../../core/meeting/records.ts";
import {
  agendaSources,
  aDecision,
  aMeeting,
  anAction,
  anItem,
  meetingRows,
} from "../../../../builders/meeting.ts";

const keys = (sources: Parameters<typeof proposeAgenda>[0]) => proposeAgenda(sources).map(({ key }) => key);
const stalled = (id: string, amount: number) => ({
  id,
  name: id,
  ownerId: "王芳" as MemberId,
  amount: money(amount),
  stage: "报价",
  days: 40,
  norm: 30,
});
const slipped = (id: string): ImportEvent => ({
  ref: { table: "deals", id: id as DealId },
  kind: "slipped",
  about: id,
  ownerId: "王芳" as MemberId,
  owner: "王芳",
  amount: money(100),
  reason: message("slipped"),
});
const written = (command: ReturnType<typeof moveItem>): Meeting => {
  if (!command.ok || command.value[0]?.op !== "put") throw new Error("nothing was written");
  return command.value[0].records[0] as unknown as Meeting;
};

describe("the agenda that writes itself", () => {
  test("its kinds stand in their order, from actions to reviews", () => {
    const sources = agendaSources({
      actions: [anAction("报价", { dueOn: day("2026-11-20") }), anAction("回访")],
      decisions: [aDecision("折扣", { reviewOn: day("2026-11-20") })],
      paces: [
        {
          memberId: "王芳",
          name: "王芳",
          state: "behind",
          pace: 0.8,
          gap: { unit: "money", value: money(100) },
          kpiId: "sales" as KpiId,
        },
      ],
      imports: [slipped("d1")],
      stalled: [stalled("d2", 100)],
      trainings: [{ id: "t1", name: message("t"), on: day("2026-12-01") }],
    });
    expect(keys(sources)).toEqual([
      "action:报价",
      "action:open",
      "decision:折扣",
      "pace:王芳",
      "import:deals/d1",
      "stalled:d2",
      "training:t1",
    ]);
  });
  test("a deal that imports tell of is not told again as stalled", () => {
    expect(keys(agendaSources({ imports: [slipped("d1")], stalled: [stalled("d1", 100)] }))).toEqual([
      "import:deals/d1",
    ]);
  });
  test("of many stalled deals the three largest stand there, and the rest is counted", () => {
    const deals = Array.from({ length: 8 }, (_, at) => stalled(`d${at}`, at * 100));
    const lines = proposeAgenda(agendaSources({ stalled: deals }));
    expect(lines.map(({ key }) => key)).toEqual(["stalled:d7", "stalled:d6", "stalled:d5", "stalled:more"]);
    expect(lines.at(-1)?.title).toEqual(message("meeting.agenda.more.stalled", { count: 5 }));
  });
  test("what was left open or parked comes again, once", () => {
    const items = [
      anItem("合同模板", { state: "carried" }),
      anItem("团建", { state: "parked" }),
      anItem("已谈", { state: "done" }),
      anItem("stalled:d1", { kind: "stalled", state: "carried" }),
    ];
    const lines = proposeAgenda(
      agendaSources({ before: { on: day("2026-11-16"), items }, stalled: [stalled("d1", 100)] }),
    );
    expect(lines.map(({ key, kind }) => [key, kind])).toEqual([
      ["合同模板", "carried"],
      ["团建", "parked"],
      ["stalled:d1", "stalled"],
    ]);
    expect(lines[2]?.reasons[0]?.key).toBe("meeting.agenda.carried");
  });
  test("what was left open and is settled since does not come again, and neither does a count of then", () => {
    const left = (key: string, ref?: string) => anItem(key, { state: "carried", ...(ref ? { ref } : {}) });
    const items = [
      left("action:报价", "actions/报价"),
      left("action:回访", "actions/回访"),
      left("decision:折扣", "decisions/折扣"),
      left("stalled:more"),
      left("action:open"),
    ];
    const sources = agendaSources({
      before: { on: day("2026-11-16"), items },
      actions: [anAction("回访", { dueOn: day("2026-11-20") })],
    });
    expect(keys(sources)).toEqual(["action:回访"]);
  });
  test("a one-to-one speaks of what is theirs alone", () => {
    const sources = agendaSources({
      memberId: "赵磊" as MemberId,
      actions: [anAction("报价", { dueOn: day("2026-11-20"), ownerId: "赵磊" as MemberId })],
      stalled: [stalled("d1", 100)],
    });
    expect(keys(sources)).toEqual(["action:报价"]);
  });
});

describe("an agenda in the manager's hands", () => {
  const proposed = [anItem("action:a", { kind: "action" }), anItem("stalled:d", { kind: "stalled" })];
  test("the manager's order goes before that of kinds", () => {
    const lines = agendaOf(aMeeting("m"), proposed);
    const moved = written(moveItem(meetingRows(), aMeeting("m"), { lines, key: "stalled:d", to: 0 }));
    expect(agendaOf(moved, proposed).map(({ key }) => key)).toEqual(["stalled:d", "action:a"]);
  });
  test("a hidden proposal is gone, and the manager's own line is taken away", () => {
    const added = written(addItem(meetingRows(), aMeeting("m"), { key: "k", title: "团建" }));
    const hidden = written(hideItem(meetingRows(), added, proposed[0]!));
    const bare = written(hideItem(meetingRows(), hidden, hidden.items[0]!));
    expect([agendaOf(hidden, proposed).length, agendaOf(bare, proposed).map(({ key }) => key)]).toEqual([
      2,
      ["stalled:d"],
    ]);
  });
  test("a parked proposal is kept aside", () => {
    const parked = written(
      editItem(meetingRows(), aMeeting("m"), { item: proposed[1]!, fields: { state: "parked" } }),
    );
    expect([
      agendaOf(parked, proposed).map(({ key }) => key),
      parkedOf(parked).map(({ key }) => key),
    ]).toEqual([["action:a"], ["stalled:d"]]);
  });
  test("once it runs nothing is proposed any more", () => {
    expect(agendaOf(aMeeting("m", { state: "running", items: [anItem("a")] }), proposed).length).toBe(1);
  });
});
