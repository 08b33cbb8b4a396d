import { describe, expect, it } from "vitest";
import type { TaskId } from "../../../../../core/base/id.ts";
import { addTaskFromCells, editTaskCells } from "../../../../../core/team/tasks/edit-task-cells.ts";
import type { TaskCell } from "../../../../../core/team/tasks/edit-task-cells.ts";
import { aTask, taskRows } from "../../../../builders/team-tasks.ts";
import { aDuty, aMember, TODAY } from "../../../../builders/team.ts";

const rows = taskRows({
  duties: [aDuty("走访", "开发", { name: { zh: "走访", en: "Visits" } })],
  members: [
    aMember("w1", { name: "王伟", employeeNumber: "007" }),
    aMember("w2", { name: "王伟", employeeNumber: "008" }),
    aMember("李敏"),
  ],
  tasks: [aTask("t1"), aTask("t2", { kind: "milestone" })],
});

function edit(...cells: readonly (readonly [string, TaskCell, string])[]) {
  const edits = cells.map(([taskId, cell, text]) => ({ taskId: taskId as TaskId, cell, text }));
  return editTaskCells(rows, { edits, today: TODAY });
}

describe("editTaskCells", () => {
  it("reads a block of cells as people type them", () => {
    const command = edit(["t1", "owner", " 李敏 "], ["t1", "dueOn", "9/15"], ["t1", "effortHours", "1.5天"]);
    expect(command.ok && command.value).toMatchObject([
      { op: "put", records: [{ id: "t1", ownerId: "李敏", dueOn: "2026-09-15", effortHours: 12 }] },
    ]);
  });

  it("names a duty in either language", () => {
    expect(edit(["t1", "under", "visits"])).toMatchObject({ value: [{ records: [{ dutyId: "走访" }] }] });
  });

  it("asks for the employee number where two bear the name", () => {
    expect(edit(["t1", "owner", "王伟"])).toMatchObject({
      error: [{ field: "t1:owner", message: { key: "team.task.problem.owner-several" } }],
    });
    expect(edit(["t1", "owner", "008"])).toMatchObject({ value: [{ records: [{ ownerId: "w2" }] }] });
  });

  it("writes nothing of a gesture when one cell is wrong", () => {
    expect(edit(["t1", "owner", "李敏"], ["t1", "status", "也许"])).toMatchObject({
      ok: false,
      error: [{ field: "t1:status", message: { key: "team.task.problem.status", params: { text: "也许" } } }],
    });
  });

  it("says at the cell of the day that a milestone needs one", () => {
    expect(edit(["t2", "dueOn", ""])).toMatchObject({ error: [{ field: "t2:dueOn" }] });
  });
});

describe("addTaskFromCells", () => {
  it("adds under the duty that the page is at, and says at each cell what is wrong", () => {
    const add = (text: string) =>
      addTaskFromCells(rows, {
        id: "new" as TaskId,
        cells: [
          { cell: "title", text: "询价" },
          { cell: "effortHours", text },
        ],
        under: { dutyId: rows.duties.get("走访")!.id },
        today: TODAY,
      });
    expect(add("2d")).toMatchObject({ value: [{ records: [{ dutyId: "走访", effortHours: 16 }] }] });
    expect(add("soon")).toMatchObject({ error: [{ field: "new:effortHours" }] });
  });
});

it("tells duties of one name in two groups apart by the group behind the name", () => {
  const twice = taskRows({
    duties: [
      aDuty("d1", "开发", { name: { zh: "走访", en: "" } }),
      aDuty("d2", "维护", { name: { zh: "走访", en: "" } }),
    ],
    tasks: [aTask("t1")],
  });
  const under = (text: string) =>
    editTaskCells(twice, { edits: [{ taskId: "t1" as TaskId, cell: "under", text }], today: TODAY });
  expect(under("走访")).toMatchObject({ error: [{ message: { key: "team.task.problem.duty-several" } }] });
  expect(under("走访 · 维护")).toMatchObject({ value: [{ records: [{ dutyId: "d2" }] }] });
});
