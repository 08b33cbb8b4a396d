import { describe, expect, it } from "vitest";
import { day } from "../../../../../core/base/day.ts";
import type { MemberId } from "../../../../../core/base/id.ts";
import type { Task } from "../../../../../core/team/records.ts";
import type { HomeSource } from "../../../../../renderer/app/home/home-source.ts";
import { taskNeeds } from "../../../../../renderer/app/home/task-needs.ts";
import { aTask, taskRows } from "../../../../builders/team-tasks.ts";
import { TODAY, workspaceOf } from "../../../../builders/team.ts";

const wang = "王芳" as MemberId;

function needsOf(...tasks: readonly Task[]) {
  const start = workspaceOf(taskRows());
  const rows = { ...start.rows, tasks: new Map(tasks.map((task) => [task.id as string, task])) };
  return taskNeeds({ workspace: { ...start, rows }, book: { today: TODAY } } as unknown as HomeSource);
}

describe("taskNeeds", () => {
  it("says of an overdue task by how much and whose it is, at the middle level, and leads to it", () => {
    const [need, ...rest] = needsOf(aTask("询价", { ownerId: wang, dueOn: day("2026-08-29") }));
    expect(rest).toEqual([]);
    expect(need).toMatchObject({
      level: 2,
      about: "询价",
      what: { key: "team.task.need.late", params: { count: 3, member: "王芳" } },
      ref: { table: "tasks", id: "询价" },
    });
  });

  it("keeps tasks without owner and overloads small, and is silent about what is due this week", () => {
    const needs = needsOf(
      aTask("t1", { dueOn: day("2026-09-03") }),
      aTask("t2", { ownerId: wang, effortHours: 500, dueOn: day("2026-09-03") }),
    );
    expect(needs.map((need) => [need.code, need.level])).toEqual([
      ["task-no-owner", 1],
      ["task-overload", 1],
    ]);
  });
});
