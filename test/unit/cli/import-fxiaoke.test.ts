import { describe, expect, test } from "vitest";
import { rowsOf } from "../../../core/vault/workspace.ts";
import {
  cliWithWorkspace,
  csvBytes,
  factsIn,
  importFile,
  workspaceIn,
  xlsxBytes,
} from "../../builders/import-files.ts";
import type { SheetCell } from "../../builders/import-files.ts";

async function importSheets(
  name: string,
  sheets: Readonly<Record<string, readonly (readonly SheetCell[])[]>>,
) {
  const cli = await cliWithWorkspace();
  const file = { name, bytes: await xlsxBytes(sheets) };
  return { cli, file, ...(await importFile(cli, file)) };
}

const ORDERS = ["销售订单编号（必填）", "客户名称（必填）", "销售订单金额(元)", "状态", "下单日期", "负责人"];
const PEOPLE = ["员工姓名（必填）", "员工编号", "主属部门-1", "主属部门-3", "邮箱", "入职日期", "停用时间"];

describe("纷享销客", () => {
  test("an amount with its own unit is not multiplied by the unit of the header", async () => {
    const { tables, cli } = await importSheets("商机2.0对象导出结果_20221011.xlsx", {
      "商机2.0数据": [
        [
          "唯一性ID（必填）",
          "商机名称（必填）",
          "商机金额(万元)",
          "商机阶段",
          "阶段状态",
          "人员-普通成员-读写",
        ],
        [
          "此项必填,\n单行文本字段类型",
          "此项必填,\n单行文本字段类型",
          "金额字段类型,最大位数14,\n小数位数2",
          "单选字段类型",
        ],
        ["a1", "一", 12.5, "谈判审核", "进行中", "甲|乙"],
        ["a2", "二", "3.2万", "谈判审核", "赢单", ""],
        ["a3", "三", "", "无效", "无效", ""],
        ["合计", "", 15.7],
      ],
    });
    expect(tables[0]!.columns[2]).toEqual({
      header: "商机金额(万元)",
      field: "amount",
      decimal: ".",
      multiplier: 10_000,
    });
    expect(tables[0]!.rows).toEqual({ read: 3, added: 3, updated: 0, unchanged: 0, skipped: 0, bad: 0 });
    expect(factsIn(cli, "deals").map(({ amount, category, line }) => [amount, category, line])).toEqual([
      [12_500_000, "open", 3],
      [3_200_000, "won", 4],
      [undefined, "void", 5],
    ]);
  });

  test("a total may stand behind the name of its group; full-width digits, brackets and months are read", async () => {
    const { tables, cli } = await importSheets("销售订单对象导出结果.xlsx", {
      销售订单数据: [
        ORDERS,
        ["SO1", "甲", "（1,234.50）", "正常", "202604", "王伟（已停用）"],
        ["SO2", "甲", "１２３４．５", "正常", "2022年10月", "王伟"],
        ["SO3", "甲", "1", "已作废", "2022-10-11", "王伟"],
        ["销售一部", "小计", 1],
        ["公司小计", "", 1],
        ["总计：", "", 1],
      ],
    });
    expect(tables[0]!.rows).toEqual({ read: 3, added: 2, updated: 0, unchanged: 0, skipped: 1, bad: 0 });
    expect(factsIn(cli, "orders").map(({ amount, on }) => [amount, on])).toEqual([
      [-123_450, "2026-04-01"],
      [123_450, "2022-10-01"],
    ]);
    expect(tables[0]!.owners).toMatchObject([{ name: "王伟", member: null, rows: 2 }]);
  });

  test("two people called 王伟 stay two, who left has left, and a second import changes nothing", async () => {
    const people = [
      ["王伟", "001", "公司", "一组", "w1@x.cn", "2020-01-02", ""],
      ["王伟", "002", "公司", "一组", "w2@x.cn", "2020-01-02", ""],
      ["赵六（已停用）", "003", "公司", "一组", "", "2020-01-02", "2022-03-04 10:00"],
    ];
    const { tables, cli, file } = await importSheets("人员对象导出结果.xlsx", {
      人员数据: [PEOPLE, ...people],
    });
    expect([tables[0]!.object, tables[0]!.rows.added]).toEqual(["members", 3]);
    const members = rowsOf(workspaceIn(cli), "members");
    expect(members.map(({ name, employeeNumber, leftOn }) => [name, employeeNumber, leftOn])).toEqual([
      ["王伟", "001", undefined],
      ["王伟", "002", undefined],
      ["赵六", "003", "2022-03-04"],
    ]);
    const again = await importFile(cli, file);
    expect([again.tables[0]!.batch, again.tables[0]!.rows.unchanged]).toEqual([null, 3]);
  });

  test("a row that two members of one name fit is bad, and says what to add", async () => {
    const { cli } = await importSheets("人员.xlsx", {
      人员数据: [
        ["姓名", "工号"],
        ["王伟", "1"],
        ["王伟", "2"],
      ],
    });
    const bytes = csvBytes([
      ["姓名", "邮箱"],
      ["王伟", ""],
      ["王伟", "w9@x.cn"],
    ]);
    const { exit, tables } = await importFile(cli, { name: "人员.csv", bytes });
    expect([exit, tables[0]!.bad.map(({ line, value }) => [line, value])]).toEqual([
      1,
      [
        [2, "王伟"],
        [3, "王伟"],
      ],
    ]);
    expect(tables[0]!.bad[0]!.reason).toContain("Add the employee number");
  });

  test("two visits of one day and customer are told apart by their time", async () => {
    const { tables } = await importSheets("销售记录对象导出结果.xlsx", {
      销售记录数据: [
        ["互动场景", "互动方式", "跟进正文", "记录时间", "创建人"],
        ["拜访", "电话", "谈了", "2022-10-11 09:00", "王伟"],
        ["拜访", "电话", "谈了", "2022-10-11 15:00", "王伟"],
      ],
    });
    expect([tables[0]!.object, tables[0]!.rows.added]).toEqual(["activities", 2]);
  });

  test("every sheet of records is read, sheets of remarks and failed rows are not", async () => {
    const { tables } = await importSheets("全部.xlsx", {
      说明: [["使用说明"], ["请勿修改"]],
      客户数据: [
        ["客户名称（必填）", "负责人（必填）"],
        ["甲", "王伟"],
      ],
      回款数据: [
        ["回款编号", "客户名称", "销售订单编号", "回款日期", "回款金额"],
        ["1", "甲", "SO1", "2022/10/1", 100],
      ],
      失败结果: [
        ["客户名称", "失败原因"],
        ["丙", "重复"],
      ],
    });
    expect(tables.map(({ object, rows }) => [object, rows.added])).toEqual([
      ["customers", 1],
      ["payments", 1],
    ]);
  });
});

describe("customers that come after what names them", () => {
  const customers = csvBytes([
    ["客户编号", "客户名称", "1级行业"],
    ["C1", "甲", "制造"],
    ["C2", "丙", "零售"],
  ]);
  const orders = csvBytes([
    ["销售订单编号", "客户名称", "下单日期", "销售订单金额"],
    ["1", "甲", "2025-01-01", "5"],
    ["2", "乙", "2025-01-01", "5"],
  ]);

  test.each([[["orders", "customers"]], [["customers", "orders"]]])(
    "%j gives the same customers",
    async (names) => {
      const cli = await cliWithWorkspace();
      for (const name of names)
        await importFile(
          cli,
          { name: `${name}.csv`, bytes: name === "orders" ? orders : customers },
          "--source fxiaoke",
        );
      expect(factsIn(cli, "orders").map((order) => order.customerId)).toEqual([
        "fxiaoke:customers:C1",
        "fxiaoke:customers:~乙",
      ]);
      expect(
        factsIn(cli, "customers")
          .map(({ id }) => id)
          .toSorted(),
      ).toEqual(["fxiaoke:customers:C1", "fxiaoke:customers:C2", "fxiaoke:customers:~乙"]);
      expect(await cli.run("check W")).toBe(0);
    },
  );
});
