import { describe, expect, it } from "vitest";
import { day } from "../../../../../core/base/day.ts";
import type { MemberId } from "../../../../../core/base/id.ts";
import { taskFindings } from "../../../../../core/team/tasks/task-findings.ts";
import { listTasks } from "../../../../../core/team/tasks/task-state.ts";
import { aTask, loadSources } from "../../../../builders/team-tasks.ts";
import { aMember, TODAY } from "../../../../builders/team.ts";

const wang = "王芳" as MemberId;

describe("taskFindings", () => {
  it("says nothing of tasks that are done, dropped, or due later with an owner", () => {
    const tasks = [
      aTask("done", { status: "done", dueOn: day("2026-08-01") }),
      aTask("dropped", { status: "dropped" }),
      aTask("later", { dueOn: day("2026-09-07"), ownerId: wang }),
    ];
    expect(taskFindings(loadSources({ tasks }))).toEqual([]);
  });

  it("finds the overdue before what is due by Sunday", () => {
    const tasks = [
      aTask("sunday", { dueOn: day("2026-09-06"), ownerId: wang }),
      aTask("late", { dueOn: day("2026-08-31"), ownerId: wang }),
    ];
    expect(taskFindings(loadSources({ tasks })).map((one) => [one.code, one.tasks[0]?.id])).toEqual([
      ["overdue", "late"],
      ["this-week", "sunday"],
    ]);
  });

  it("gives out tasks of nobody so that each raises the load for the next", () => {
    const tasks = [aTask("t1", { effortHours: 80 }), aTask("t2", { effortHours: 80, order: 2 })];
    const [finding] = taskFindings(loadSources({ tasks }));
    expect(finding?.code).toBe("no-owner");
    expect(finding?.repairs()[0]?.changes).toMatchObject([
      {
        records: [
          { id: "t1", ownerId: "王芳" },
          { id: "t2", ownerId: "赵磊" },
        ],
      },
    ]);
  });

  it("finds tasks whose owner has left, and repairs them by the rule", () => {
    const members = [aMember("王芳", { leftOn: day("2026-08-01") }), aMember("李敏")];
    const [finding] = taskFindings(loadSources({ members, tasks: [aTask("t1", { ownerId: wang })] }));
    expect(finding?.code).toBe("owner-left");
    expect(finding?.repairs()[0]?.changes).toMatchObject([{ records: [{ ownerId: "李敏" }] }]);
  });

  it("finds more hours in the next twenty working days than their owner has", () => {
    const tasks = [
      aTask("t1", { ownerId: wang, effortHours: 161 }),
      aTask("far", { ownerId: wang, effortHours: 500, dueOn: day("2026-12-01") }),
    ];
    const [finding] = taskFindings(loadSources({ tasks }));
    expect(finding?.code).toBe("overload");
    expect(finding?.member?.carries).toMatchObject({ hours: 161, available: 160 });
  });
});

describe("listTasks", () => {
  it("puts the earliest day first, those without a day after them, and what is done last", () => {
    const tasks = [
      aTask("done", { status: "done", doneOn: day("2026-08-30") }),
      aTask("no-day"),
      aTask("late", { dueOn: day("2026-08-31") }),
      aTask("soon", { dueOn: day("2026-09-03") }),
    ];
    const { rows } = loadSources({ tasks });
    expect(listTasks(rows.tasks, {}, TODAY).map((task) => task.id)).toEqual([
      "late",
      "soon",
      "no-day",
      "done",
    ]);
  });

  it("filters by owner, state and the KPI of a target", () => {
    const tasks = [
      aTask("t1", { ownerId: wang, targetId: "sales|team|2026|target" }),
      aTask("t2", { targetId: "sales2|team|2026|target" }),
    ];
    const { rows } = loadSources({ tasks });
    const ids = (filter: Parameters<typeof listTasks>[1]) =>
      listTasks(rows.tasks, filter, TODAY).map((task) => task.id);
    expect(ids({ ownerId: null })).toEqual(["t2"]);
    expect(ids({ state: "no-day", kpiId: "sales" })).toEqual(["t1"]);
  });
});
