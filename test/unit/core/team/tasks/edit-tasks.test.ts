import { describe, expect, it } from "vitest";
import { day } from "../../../../../core/base/day.ts";
import type { DutyId, MemberId, TaskId } from "../../../../../core/base/id.ts";
import { addTask, editTask } from "../../../../../core/team/tasks/edit-tasks.ts";
import type { TaskFields } from "../../../../../core/team/tasks/edit-tasks.ts";
import { aTask, taskRows } from "../../../../builders/team-tasks.ts";
import { aDuty, aMember, afterChanges, problemKeys, TODAY, workspaceOf } from "../../../../builders/team.ts";

const rows = taskRows({
  duties: [aDuty("走访", "开发"), aDuty("旧事", "开发", { archived: true })],
  members: [aMember("王芳"), aMember("赵磊", { leftOn: day("2026-08-01") })],
  targetIds: ["sales|team|2026|target"],
  tasks: [aTask("t1"), aTask("t2", { status: "done", doneOn: day("2026-08-20") })],
});

function add(fields: TaskFields) {
  return addTask(rows, { id: "new" as TaskId, fields, today: TODAY });
}

function edited(id: string, fields: TaskFields) {
  const command = editTask(rows, { id: id as TaskId, fields, today: TODAY });
  if (!command.ok) throw new Error(JSON.stringify(command.error));
  const start = workspaceOf(rows);
  const whole = { ...start, rows: { ...start.rows, tasks: rows.tasks } };
  return afterChanges(whole, command.value).rows.tasks.get(id);
}

describe("addTask", () => {
  it("writes a record that passes the schema, title trimmed, after all others", () => {
    const command = add({ title: " 整理名单 ", dutyId: "走访" as DutyId, effortHours: 4 });
    if (!command.ok) throw new Error("refused");
    const task = afterChanges(workspaceOf(rows), command.value).rows.tasks.get("new");
    expect(task).toEqual({
      id: "new",
      kind: "task",
      title: "整理名单",
      dutyId: "走访",
      status: "open",
      effortHours: 4,
      note: "",
      createdOn: TODAY,
      order: 2,
    });
  });

  it("refuses what has no title, and what stands under a duty and a target at once", () => {
    const both = { dutyId: "走访" as DutyId, targetId: "sales|team|2026|target" };
    expect(problemKeys(add({ title: " ", ...both }))).toEqual([
      "team.task.problem.title",
      "team.task.problem.both",
    ]);
  });

  it("refuses an archived duty, a target that is not there and an owner who has left", () => {
    const left = { ownerId: "赵磊" as MemberId };
    expect(problemKeys(add({ title: "a", dutyId: "旧事" as DutyId }))).toEqual(["team.task.problem.duty"]);
    expect(problemKeys(add({ title: "a", targetId: "x" }))).toEqual(["team.task.problem.target"]);
    expect(problemKeys(add({ title: "a", ...left }))).toEqual(["team.task.problem.owner-left"]);
  });

  it("asks a milestone for its day and refuses effort on it", () => {
    expect(problemKeys(add({ title: "a", kind: "milestone", effortHours: 8 }))).toEqual([
      "team.task.problem.milestone-day",
      "team.task.problem.milestone-effort",
    ]);
    expect(add({ title: "a", kind: "milestone", dueOn: day("2026-10-01") }).ok).toBe(true);
  });

  it("refuses effort of nothing and of more than 10 000 hours", () => {
    expect(problemKeys(add({ title: "a", effortHours: 0 }))).toEqual(["team.task.problem.effort-range"]);
    expect(problemKeys(add({ title: "a", effortHours: 10_001 }))).toEqual(["team.task.problem.effort-range"]);
  });
});

describe("editTask", () => {
  it("keeps the day on which a task was done, and forgets it when the task is opened again", () => {
    expect(edited("t1", { status: "done" })?.doneOn).toBe(TODAY);
    expect(edited("t2", { note: "看过" })?.doneOn).toBe("2026-08-20");
    expect(edited("t2", { status: "open" })).not.toHaveProperty("doneOn");
  });

  it("lets an owner who has left by now stay while something else is edited", () => {
    const old = taskRows({
      members: [aMember("赵磊", { leftOn: day("2026-08-01") })],
      tasks: [aTask("t1", { ownerId: "赵磊" as MemberId })],
    });
    expect(editTask(old, { id: "t1" as TaskId, fields: { note: "a" }, today: TODAY }).ok).toBe(true);
  });

  it("writes nothing where nothing changes", () => {
    const same = editTask(rows, { id: "t1" as TaskId, fields: { note: "" }, today: TODAY });
    expect(same).toEqual({ ok: true, value: [] });
  });
});
