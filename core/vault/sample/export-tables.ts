import type { Day } from "../../base/day.ts";
import { addDays } from "../../base/day.ts";
import type { Table, TableCell } from "../../base/table.ts";
import type { ImportObject } from "../../customer/records.ts";
import type { SampleBook } from "./book.ts";
import type { SampleExtras } from "./extras.ts";

/** One object of the sample as 纷享销客 would export it. */
export interface SampleTable {
  readonly object: ImportObject;
  /** What the system calls the object. */
  readonly title: string;
  readonly table: Table;
}

/** The sample's book as the sheets of an export, in the order in which they are imported.
 * @example sampleTables({ customers: [], deals: [], orders: [] }, { contacts: [], stageEvents: [], payments: [], activities: [], cases: [], answers: [], lastContactById: new Map() }, "2026-11-23").length // => 9
 */
export function sampleTables(book: SampleBook, extras: SampleExtras, today: Day): readonly SampleTable[] {
  return [
    sampleSheet("customers", "客户", CUSTOMER_HEADER, customerRows(book, extras, today)),
    sampleSheet(
      "contacts",
      "联系人",
      ["唯一性ID（必填）", "姓名（必填）", "客户名称_唯一性ID", "客户名称", "职务", "手机", "负责人"],
      extras.contacts,
    ),
    // Before the deals: what stage history tells is not told again by what differs from the week before.
    sampleSheet(
      "stage-history",
      "商机阶段变更",
      ["商机名称_唯一性ID", "商机名称", "商机阶段", "商机金额(元)", "预计成交日期", "变更时间", "变更人"],
      extras.stageEvents,
    ),
    sampleSheet("deals", "商机2.0", DEAL_HEADER, dealRows(book)),
    sampleSheet("orders", "销售订单", ORDER_HEADER, orderRows(book)),
    sampleSheet(
      "payments",
      "回款",
      ["回款编号（必填）", "销售订单编号_唯一性ID", "客户名称", "回款日期", "回款金额(元)", "负责人"],
      extras.payments,
    ),
    sampleSheet(
      "activities",
      "销售记录",
      ["客户名称_唯一性ID", "客户名称", "商机名称_唯一性ID", "互动方式", "记录时间", "跟进正文", "创建人"],
      extras.activities,
    ),
    sampleSheet(
      "cases",
      "工单",
      [
        "工单编号（必填）",
        "工单类型",
        "主题",
        "客户名称_唯一性ID",
        "客户名称",
        "优先级",
        "处理状态",
        "创建时间",
        "关闭时间",
        "问题原因",
        "解决方案",
        "满意度",
        "负责人",
      ],
      extras.cases,
    ),
    sampleSheet(
      "answers",
      "客户回访",
      ["答卷编号（必填）", "客户名称_唯一性ID", "客户名称", "题型", "得分", "回答日期", "负责人"],
      extras.answers,
    ),
  ];
}

const CUSTOMER_HEADER = [
  "唯一性ID（必填）",
  "客户名称（必填）",
  "1级行业",
  "客户级别",
  "地区",
  "成交状态",
  "电话",
  "负责人",
  "最后跟进时间",
  "续约日期",
] as const;

function customerRows({ customers, orders }: SampleBook, extras: SampleExtras, today: Day): Table["rows"] {
  const buyers = new Set(orders.map((order) => order.customerId));
  return customers.map((customer, at) => [
    customer.sourceId!,
    customer.name,
    customer.industry!,
    customer.level!,
    customer.region!,
    buyers.has(customer.id) ? "已成交" : "未成交",
    `0571-8800${String(1000 + at)}`,
    customer.ownerName!,
    extras.lastContactById.get(customer.sourceId!) ?? "",
    at % 4 === 0 ? addDays(today, at * 3 - 20) : "",
  ]);
}

const DEAL_HEADER = [
  "唯一性ID（必填）",
  "商机名称（必填）",
  "客户名称_唯一性ID",
  "客户名称",
  "产品",
  "商机金额(元)",
  "商机阶段",
  "赢率",
  "预计成交日期",
  "实际成交日期",
  "输单原因",
  "下一步计划",
  "负责人",
  "创建时间",
] as const;

function dealRows({ deals }: SampleBook): Table["rows"] {
  return deals.map((deal) => [
    deal.sourceId!,
    deal.name,
    idIn(deal.customerId!),
    deal.customerName!,
    deal.product!,
    deal.amount! / 100,
    deal.stage!,
    deal.probability === undefined ? "" : deal.probability / 10_000,
    deal.expectedCloseOn!,
    deal.closedOn ?? "",
    deal.lossReason ?? "",
    deal.nextStep ?? "",
    deal.ownerName!,
    deal.createdOn!,
  ]);
}

const ORDER_HEADER = [
  "唯一性ID（必填）",
  "销售订单编号（必填）",
  "客户名称_唯一性ID",
  "客户名称",
  "商机名称_唯一性ID",
  "销售订单金额(元)",
  "状态",
  "下单日期",
  "应收日期",
  "已回款金额(元)",
  "负责人",
] as const;

function orderRows({ orders }: SampleBook): Table["rows"] {
  return orders.map((order) => [
    order.sourceId!,
    order.number,
    idIn(order.customerId!),
    order.customerName!,
    order.dealId === undefined ? "" : idIn(order.dealId),
    order.amount / 100,
    "已确认",
    order.on,
    order.dueOn!,
    (order.paid ?? 0) / 100,
    order.ownerName!,
  ]);
}

function idIn(factId: string): string {
  return factId.slice(factId.lastIndexOf(":") + 1);
}

/** A sheet with its header and rows, as a file has it.
 * @example sampleSheet("customers", "Accounts", ["Record Id"], [["1"]]).table.lines // => [1, 2]
 */
export function sampleSheet(
  object: ImportObject,
  title: string,
  header: readonly string[],
  rows: readonly (readonly TableCell[])[],
): SampleTable {
  const all = [header, ...rows];
  return { object, title, table: { rows: all, lines: all.map((_, at) => at + 1) } };
}
