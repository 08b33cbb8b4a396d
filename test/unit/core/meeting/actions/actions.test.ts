import { describe, expect, test } from "vitest";
import { day } from "../../../../../core/base/day.ts";
import type { ActionId, KpiId, MemberId } from "../../../../../core/base/id.ts";
import { actionEffect } from "../../../../../core/meeting/actions/action-effect.ts";
import { actionState, doneRates, listActions } from "../../../../../core/meeting/actions/action-state.ts";
import { editActionCells } from "../../../../../core/meeting/actions/edit-action-cells.ts";
import type { ActionCell } from "../../../../../core/meeting/actions/edit-action-cells.ts";
import { editAction } from "../../../../../core/meeting/actions/edit-actions.ts";
import { isDue, lookAgain } from "../../../../../core/meeting/decisions/edit-decisions.ts";
import { aDecision, anAction, kpiWorld, MEETING_DAY, meetingRows } from "../../../../builders/meeting.ts";
import { anOrder } from "../../../../builders/kpi-context.ts";

const wang = "王芳" as MemberId;
const cell = (name: ActionCell, text: string) =>
  editActionCells(meetingRows({ actions: [anAction("a")] }), {
    edits: [{ actionId: "a" as ActionId, cell: name, text }],
    today: MEETING_DAY,
  });

describe("actions", () => {
  test("overdue ones stand first, then by day, then without a day, then what is closed", () => {
    const actions = [
      anAction("done", { state: "done", closedOn: day("2026-11-25") }),
      anAction("none"),
      anAction("later", { dueOn: day("2026-12-20") }),
      anAction("late", { dueOn: day("2026-11-20") }),
    ];
    expect(listActions(actions, {}, MEETING_DAY).map(({ id }) => id)).toEqual([
      "late",
      "later",
      "none",
      "done",
    ]);
  });
  test("what is due today is not overdue", () => {
    expect(actionState(anAction("a", { dueOn: MEETING_DAY }), MEETING_DAY)).toBe("this-week");
  });
  test("the done-rate counts what is done and what is past its day, and says when that is little", () => {
    const [rate] = doneRates(
      [
        anAction("1", { ownerId: wang, state: "done" }),
        anAction("2", { ownerId: wang, state: "done" }),
        anAction("3", { ownerId: wang, dueOn: day("2026-11-20") }),
        anAction("4", { ownerId: wang, dueOn: day("2026-12-20") }),
        anAction("5", { ownerId: wang, state: "dropped" }),
        anAction("6", { state: "done" }),
      ],
      MEETING_DAY,
    );
    expect([rate?.done, rate?.due, rate?.explain().notes[0]?.key]).toEqual([2, 3, "meeting.rate.few"]);
  });
  test("an action opened again forgets the day on which it was done", () => {
    const rows = meetingRows({ actions: [anAction("a", { state: "done", closedOn: day("2026-11-20") })] });
    const command = editAction(rows, { id: "a" as ActionId, fields: { state: "open" }, today: MEETING_DAY });
    expect(command.ok && command.value[0]).toMatchObject({
      records: [expect.not.objectContaining({ closedOn: expect.anything() })],
    });
  });
  test("a cell takes days as people say them", () => {
    const command = cell("dueOn", "下周三");
    expect(command.ok && command.value[0]).toMatchObject({ records: [{ dueOn: "2026-12-02" }] });
  });
  test.each([
    ["owner", "李雷", "meeting.problem.owner-unknown"],
    ["dueOn", "某天", "meeting.problem.day"],
    ["state", "也许", "meeting.problem.state"],
    ["text", " ", "meeting.problem.text"],
  ] as const)("a wrong %s is refused at its cell", (name, text, key) => {
    const command = cell(name, text);
    expect(command.ok ? [] : command.error).toMatchObject([{ field: `a:${name}`, message: { key } }]);
  });
});

describe("a KPI before and after an action", () => {
  const world = (...months: readonly string[]) =>
    kpiWorld({
      kpis: [
        {
          id: "k" as KpiId,
          name: { zh: "订单额", en: "" },
          definition: { zh: "", en: "" },
          unit: "money",
          kind: "flow",
          direction: "higher",
          source: "book",
          metric: "order-amount",
          frequency: "monthly",
          order: 1,
          archived: false,
        } as never,
      ],
      orders: months.map((month, at) => anOrder(`o${at}`, `${month}-10`, 100 * (at + 1))),
    });
  const action = anAction("a", {
    kpiId: "k" as KpiId,
    state: "done",
    createdOn: day("2026-06-15"),
    closedOn: day("2026-07-20"),
  });
  test("the means of the whole months on either side are compared, with how many there are", () => {
    const effect = actionEffect(world("2026-04", "2026-05", "2026-08", "2026-09"), action, MEETING_DAY);
    expect([effect?.before.n, effect?.after.n, effect?.verdict.key]).toEqual([2, 3, "meeting.effect.rose"]);
  });
  test("with one month after it is too early to say", () => {
    const effect = actionEffect(world("2026-04", "2026-05", "2026-08"), action, day("2026-09-02"));
    expect([effect?.after.n, effect?.verdict.key]).toEqual([1, "meeting.effect.few"]);
  });
});

describe("decisions", () => {
  test("one that was looked at is not due again until its next day", () => {
    const decision = aDecision("d", { reviewOn: day("2026-11-20") });
    const command = lookAgain(meetingRows({ decisions: [decision] }), decision, {
      outcome: "有效",
      next: day("2026-12-20"),
      today: MEETING_DAY,
    });
    const again = command.ok && command.value[0]?.op === "put" && command.value[0].records[0];
    expect([isDue(again as never, MEETING_DAY), isDue(again as never, day("2026-12-20"))]).toEqual([
      false,
      true,
    ]);
  });
});
