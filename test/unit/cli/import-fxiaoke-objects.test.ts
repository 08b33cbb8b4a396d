import { describe, expect, test } from "vitest";
import { rowsOf } from "../../../core/vault/workspace.ts";
import {
  cliWithWorkspace,
  factsIn,
  importFile,
  workspaceIn,
  xlsxBytes,
} from "../../builders/import-files.ts";
import type { SheetCell } from "../../builders/import-files.ts";

async function importSheet(object: string, rows: readonly (readonly SheetCell[])[]) {
  const cli = await cliWithWorkspace();
  const bytes = await xlsxBytes({ [`${object}数据`]: rows });
  const { exit, tables } = await importFile(cli, { name: `${object}对象导出结果_20260126.xlsx`, bytes });
  if (tables[0] === undefined) throw new Error(cli.err);
  return { cli, exit, ...tables[0] };
}

/** A header and one row under it. */
function oneRow(
  header: string,
  cells: Readonly<Record<string, SheetCell>>,
): readonly (readonly SheetCell[])[] {
  const headers = header.split(", ");
  const known = Object.keys(cells).filter((name) => !headers.includes(name));
  if (known.length > 0) throw new Error(known.join());
  return [headers, headers.map((name) => cells[name] ?? "")];
}

describe("纷享销客's objects", () => {
  test("客户 bring status, contacts, address and when they were spoken to", async () => {
    const table = await importSheet(
      "客户",
      oneRow(
        "唯一性ID（必填）, 客户名称（必填）, 客户编号, 客户级别, 客户类型, 客户状态, 成交状态, 来源, 1级行业, 2级行业, 电话, 邮件, 省, 市, 区, 详细地址, 负责人, 负责人主属部门, 所属公海, 转手次数, 最后跟进时间, 下次跟进时间, 最后一次成交时间, 最后一次成交金额, 生命状态, 锁定状态, 业务类型, 创建人, 创建时间, 备注, 普通成员-只读",
        {
          "唯一性ID（必填）": "6131a0",
          "客户名称（必填）": "杭州恒远机械有限公司",
          客户编号: "C-001",
          客户级别: "A",
          客户状态: "跟进中",
          成交状态: "已成交",
          "1级行业": "制造业",
          电话: "0571-1",
          邮件: "a@b.cn",
          省: "浙江",
          详细地址: "文三路 1 号",
          负责人: "李强（已停用）",
          最后跟进时间: "2026-01-05 10:30",
          下次跟进时间: "2026-02-05",
          最后一次成交时间: "2025-06-01",
          生命状态: "正常",
          创建时间: "2024-03-01 08:00",
          "普通成员-只读": "王芳",
        },
      ),
    );
    expect([table.source, table.object, table.rows.added]).toEqual(["fxiaoke", "customers", 1]);
    expect(factsIn(table.cli, "customers")[0]).toMatchObject({
      id: "fxiaoke:customers:6131a0",
      level: "A",
      status: "已成交",
      industry: "制造业",
      phone: "0571-1",
      email: "a@b.cn",
      region: "浙江",
      address: "文三路 1 号",
      ownerName: "李强",
      lastContactOn: "2026-01-05",
      nextContactOn: "2026-02-05",
      createdOn: "2024-03-01",
    });
  });

  test("销售订单 bring what was paid, their status, and voided ones are passed over", async () => {
    const [header, first] = oneRow(
      "唯一性ID, 销售订单编号（必填）, 客户名称, 客户名称_唯一性ID, 商机名称, 销售订单金额(元), 状态, 下单日期, 交货日期, 已回款金额(元), 待回款金额(元), 已开票金额(元), 已退款金额(元), 负责人, 负责人所在部门, 创建时间",
      {
        唯一性ID: "o1",
        "销售订单编号（必填）": "SO-1",
        客户名称: "甲",
        客户名称_唯一性ID: "c1",
        "销售订单金额(元)": "12,000.50",
        状态: "已确认",
        下单日期: "2026-01-02",
        "已回款金额(元)": 2000,
        "已退款金额(元)": 0,
      },
    );
    const voided: SheetCell[] = header!.map((name) =>
      name === "状态" ? "已作废" : name === "唯一性ID" ? "o2" : null,
    );
    voided[5] = "1";
    voided[7] = "2026-01-03";
    const table = await importSheet("销售订单", [header!, first!, voided]);
    expect([table.object, table.rows.added, table.rows.skipped]).toEqual(["orders", 1, 1]);
    expect(factsIn(table.cli, "orders")[0]).toMatchObject({
      number: "SO-1",
      customerId: "fxiaoke:customers:c1",
      amount: 1_200_050,
      paid: 200_000,
      refunded: 0,
      status: "已确认",
    });
  });

  test("回款 are payments of their order", async () => {
    const table = await importSheet(
      "回款",
      oneRow("回款编号, 客户名称, 销售订单编号, 回款日期, 回款金额(万元), 回款方式, 负责人", {
        回款编号: "P1",
        客户名称: "甲",
        销售订单编号: "SO-1",
        回款日期: 20260105,
        "回款金额(万元)": 1.25,
      }),
    );
    expect([table.source, table.object]).toEqual(["fxiaoke", "payments"]);
    expect(factsIn(table.cli, "payments")[0]).toMatchObject({ amount: 1_250_000, on: "2026-01-05" });
  });

  test("销售记录 are activities by who made them", async () => {
    const table = await importSheet(
      "销售记录",
      oneRow("互动场景, 互动方式, 跟进正文, 记录时间, 创建人", {
        互动方式: "拜访",
        跟进正文: "谈了\n价格",
        记录时间: "2026-01-05 14:00",
        创建人: "王芳",
      }),
    );
    expect([table.source, table.object]).toEqual(["fxiaoke", "activities"]);
    expect(factsIn(table.cli, "activities")[0]).toMatchObject({
      kind: "拜访",
      ownerName: "王芳",
      text: "谈了\n价格",
    });
  });

  test("人员 are members, by their deepest department", async () => {
    const table = await importSheet(
      "人员",
      oneRow(
        "员工姓名（必填）, 员工编号, 主属部门-1, 主属部门-2, 主属部门-3, 汇报对象, 职位, 手机, 邮箱, 员工状态, 入职日期, 停用时间",
        {
          "员工姓名（必填）": "王芳",
          员工编号: "007",
          "主属部门-1": "公司",
          "主属部门-3": "客户开发组",
          职位: "销售",
          入职日期: "2020-05-01",
        },
      ),
    );
    expect([table.source, table.object, table.rows.added]).toEqual(["fxiaoke", "members", 1]);
    expect(rowsOf(workspaceIn(table.cli), "members")[0]).toMatchObject({
      name: "王芳",
      employeeNumber: "007",
    });
  });

  test("线索 are refused with the remedy", async () => {
    const refused = importSheet(
      "线索",
      oneRow("姓名, 公司, 职务, 手机, 来源, 状态, 线索池, 负责人, 转换时间", { 姓名: "张三", 公司: "甲" }),
    );
    await expect(refused).rejects.toThrow(/Convert them in the CRM/);
  });

  test("a workbook of failed rows alone is refused, not read", async () => {
    const cli = await cliWithWorkspace();
    const bytes = await xlsxBytes({
      失败结果: [
        ["客户名称（必填）", "失败原因"],
        ["甲", "重复"],
      ],
    });
    const { exit } = await importFile(cli, { name: "客户.xlsx", bytes });
    expect([exit, cli.err]).toEqual([3, expect.stringContaining("the CRM refused")]);
  });

  test("sums between and below the rows are no rows, however many columns they fill", async () => {
    const header = ["商机名称", "客户名称", "商机金额(元)", "赢率", "商机阶段", "预计成交日期"];
    const table = await importSheet("商机2.0", [
      header,
      ["一", "甲", 100, "95.0", "需求确定", 202604],
      ["小计", "", 100, "95.0", "", ""],
      ["华东区", "公司小计", 100, "95.0", "", ""],
      ["二", "乙", 200, "10.0", "需求确定", "202605"],
      ["合计", 2, 300, 52.5, 1, 1],
      ["总计", 2, 300, 52.5, 1, 1],
    ]);
    expect([table.rows.read, table.rows.added]).toEqual([2, 2]);
    expect(
      factsIn(table.cli, "deals").map(({ expectedCloseOn, probability }) => [expectedCloseOn, probability]),
    ).toEqual([
      ["2026-04-01", 950_000],
      ["2026-05-01", 100_000],
    ]);
  });

  test("阶段状态 decides over the stage, and every amount knows its unit", async () => {
    const table = await importSheet("商机2.0", [
      ["商机名称（必填）", "商机金额（万元）（必填）", "商机阶段", "阶段状态"],
      ["一", "1.5", "方案/报价", "赢单"],
      ["二", "3亿", "方案/报价", "输单"],
      ["三", "２，０００", "方案/报价", "无效"],
      ["四", "(10)", "赢单", "赢单"],
    ]);
    expect(factsIn(table.cli, "deals").map(({ amount, category }) => [amount, category])).toEqual([
      [1_500_000, "won"],
      [30_000_000_000, "lost"],
      [2_000_000_000, "void"],
      [-10_000_000, "won"],
    ]);
  });
});
