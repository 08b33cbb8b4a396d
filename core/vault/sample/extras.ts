import { addDays, daysBetween, yearOf } from "../../base/day.ts";
import type { Day } from "../../base/day.ts";
import type { Customer, Deal } from "../../customer/records.ts";
import type { SampleBook } from "./book.ts";
import { between, pick } from "./random.ts";
import type { Random } from "./random.ts";

/** What a system keeps around customers, deals and orders, as cells in the order of its columns. */
export interface SampleExtras {
  readonly contacts: SampleRows;
  readonly stageEvents: SampleRows;
  readonly payments: SampleRows;
  readonly activities: SampleRows;
  readonly cases: SampleRows;
  readonly answers: SampleRows;
  /** Customer id → the day they were last spoken to. */
  readonly lastContactById: ReadonlyMap<string, Day>;
}

export type SampleRows = readonly (readonly (string | number)[])[];

const SURNAMES = [..."陈林黄何高罗郑梁谢宋"];
const GIVEN = ["建国", "志强", "丽华", "晓明", "雪梅", "文博", "海燕", "思远"] as const;
const TITLES = ["采购经理", "总经理", "设备主管", "财务经理", "项目负责人"] as const;
const STEPS = ["验证客户", "需求确定", "方案/报价", "谈判审核"] as const;
const TALKS = ["沟通需求与预算", "演示方案", "跟进报价", "确认合同条款", "了解使用情况", "商谈续约"] as const;
const TROUBLES = [
  ["到货数量不符", "仓库按旧版装箱单发货", "停用旧版装箱单，发货前双人复核"],
  ["系统无法登录", "证书到期未更新", "到期前三十天自动提醒并由专人更新"],
  ["安装延期", "排期未考虑现场条件", "签约后三天内完成现场勘查"],
  ["发票开错", "客户开票信息未同步", "开票前与客户书面核对信息"],
] as const;

/** Invents contacts, stage history, payments, activities, cases and answers that fit a book. The same seed, book and day
 * give the same rows.
 * @example sampleExtras(() => 0.5, { customers: [], deals: [], orders: [] }, "2026-11-23").contacts // => []
 */
export function sampleExtras(random: Random, book: SampleBook, today: Day): SampleExtras {
  const recent = book.deals.filter(
    ({ closedOn }) => closedOn === undefined || yearOf(closedOn) === yearOf(today),
  );
  const activities = recent.flatMap((deal) => talksOf(random, deal, today));
  const lastContactById = new Map<string, Day>();
  for (const [customerId, , , , on] of activities as readonly (readonly string[])[]) {
    const known = lastContactById.get(customerId!);
    if (known === undefined || on! > known) lastContactById.set(customerId!, on!.slice(0, 10) as Day);
  }
  return {
    contacts: book.customers.flatMap((customer) => peopleOf(random, customer)),
    stageEvents: recent.flatMap((deal) => stepsOf(random, deal, today)),
    payments: paymentsOf(random, book, today),
    activities,
    cases: book.customers.length === 0 ? [] : casesOf(random, book, today),
    answers: book.customers.length === 0 ? [] : answersOf(random, book, today),
    lastContactById,
  };
}

function peopleOf(random: Random, customer: Customer): SampleRows {
  return Array.from({ length: between(random, 1, 2) }, (_, at) => [
    `${customer.sourceId}-${at + 1}`,
    pick(random, SURNAMES) + pick(random, GIVEN),
    customer.sourceId!,
    customer.name,
    pick(random, TITLES),
    `1380000${String(between(random, 1000, 9999))}`,
    customer.ownerName!,
  ]);
}

/** A deal's way through the stages: a step every so many days, the last on the day it was closed. */
function stepsOf(random: Random, deal: Deal, today: Day): SampleRows {
  const end = deal.closedOn ?? addDays(today, -1);
  const place = STEPS.findIndex((step) => step === deal.stage);
  const passed = STEPS.slice(0, place >= 0 ? place + 1 : between(random, 2, STEPS.length));
  const days = Math.max(0, daysBetween(deal.createdOn!, end));
  const steps: (readonly [string, Day])[] = passed.map((stage, at) => [
    stage,
    addDays(deal.createdOn!, Math.floor((days * at) / (passed.length + 1))),
  ]);
  // Some have gone on this week.
  if (steps.length > 1 && place > 0 && Number(deal.sourceId!.slice(1)) % 6 === 0) {
    steps[steps.length - 1] = [steps.at(-1)![0], addDays(today, -3)];
  }
  if (deal.closedOn !== undefined) steps.push([deal.stage!, deal.closedOn]);
  return steps.map(([stage, on]) => [
    deal.sourceId!,
    deal.name,
    stage,
    deal.amount! / 100,
    deal.expectedCloseOn!,
    `${on} 10:00`,
    deal.ownerName!,
  ]);
}

function talksOf(random: Random, deal: Deal, today: Day): SampleRows {
  const end = deal.closedOn ?? addDays(today, -1);
  const days = Math.max(1, daysBetween(deal.createdOn!, end));
  return Array.from({ length: between(random, 1, deal.category === "open" ? 4 : 2) }, () => {
    const on = addDays(deal.createdOn!, between(random, 0, days));
    return [
      deal.customerId!.split(":").at(-1)!,
      deal.customerName!,
      deal.sourceId!,
      pick(random, ["拜访", "拜访", "电话", "微信"]),
      `${on < today ? on : addDays(today, -1)} ${between(random, 9, 17)}:${between(random, 10, 59)}`,
      pick(random, TALKS),
      deal.ownerName!,
    ];
  });
}

/** Money comes in within the days of payment; what an order has not been paid is not there. */
function paymentsOf(random: Random, book: SampleBook, today: Day): SampleRows {
  return book.orders
    .filter((order) => (order.paid ?? 0) > 0)
    .map((order, at) => {
      const due = addDays(order.on, between(random, 0, 40));
      const number = `HK${String(at + 1).padStart(5, "0")}`;
      const on = due < today ? due : addDays(today, -1);
      return [number, order.sourceId!, order.customerName!, on, order.paid! / 100, order.ownerName!];
    });
}

function casesOf(random: Random, book: SampleBook, today: Day): SampleRows {
  return Array.from({ length: 36 }, (_, at) => {
    const customer = pick(random, book.customers);
    const [subject, cause, remedy] = pick(random, TROUBLES);
    const openedOn = addDays(today, -3 - at * 9);
    const isClosed = at > 3 && random() < 0.85;
    return [
      `GD${String(36 - at).padStart(4, "0")}`,
      random() < 0.45 ? "客户投诉" : "服务请求",
      subject,
      customer.sourceId!,
      customer.name,
      pick(random, ["高", "中", "中", "低"]),
      isClosed ? "已解决" : "处理中",
      openedOn,
      isClosed ? addDays(openedOn, between(random, 1, 12)) : "",
      isClosed ? cause : "",
      isClosed ? remedy : "",
      isClosed ? between(random, 3, 5) : "",
      customer.ownerName!,
    ];
  });
}

function answersOf(random: Random, book: SampleBook, today: Day): SampleRows {
  return Array.from({ length: 90 }, (_, at) => {
    const customer = pick(random, book.customers);
    const isNps = at % 3 === 0;
    return [
      `DC${String(at + 1).padStart(4, "0")}`,
      customer.sourceId!,
      customer.name,
      isNps ? "推荐意愿（0–10）" : "满意度（1–5）",
      isNps ? between(random, 6, 10) : between(random, 3, 5),
      addDays(today, -1 - at * 4),
      customer.ownerName!,
    ];
  });
}
