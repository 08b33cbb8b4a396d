import { describe, expect, test } from "vitest";
import { emptyBook, plan, tableOf } from "../../builders/import.ts";
import { importRows, workspaceIn } from "../../builders/import-files.ts";

describe("groups of a file of members", () => {
  test("the plan names the groups that it makes, before anything is written", () => {
    const table = tableOf(["员工姓名", "主属部门"], ["王", "华东"], ["李", "华东"]);
    const { madeGroups } = plan(emptyBook(), table, { fileName: "人员.csv" });
    expect(madeGroups.map(({ id, name }) => [id, name.zh])).toEqual([["fxiaoke:groups:~华东", "华东"]]);
  });

  test("of levelled departments the deepest that the row fills is the group", async () => {
    const { cli } = await importRows("人员.csv", [
      ["员工姓名", "员工编号", "主属部门-1", "主属部门-2", "主属部门-3"],
      ["王", "1", "公司", "华东", "上海"],
      ["李", "2", "公司", "华北", ""],
    ]);
    const { groups, memberships } = workspaceIn(cli).rows;
    const names = [...memberships.values()].map(({ groupId }) => groups.get(groupId)!.name.zh);
    expect(names).toEqual(["上海", "华北"]);
  });

  test("a group that the team does not have is made once; one in either language is found", async () => {
    const { cli } = await importRows("sales_teams.csv", [
      ["Sales Agent", "Regional Office"],
      ["Ann", "East"],
      ["Bob", "EAST"],
      ["Cy", "Customer care"],
      ["Di", ""],
    ]);
    const { rows } = workspaceIn(cli);
    const names = new Map(
      [...rows.groups.values()].map((group) => [group.id, group.name.en || group.name.zh]),
    );
    expect(names.size).toBe(4);
    expect([...rows.memberships.values()].map(({ groupId }) => names.get(groupId))).toEqual([
      "East",
      "East",
      "Customer care",
      "Customer development",
    ]);
  });
});
