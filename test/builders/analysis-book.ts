import { addDays } from "../../core/base/day.ts";
import type { Day } from "../../core/base/day.ts";
import type { DealId, OrderId } from "../../core/base/id.ts";
import { money } from "../../core/base/money.ts";
import type { Ppm } from "../../core/base/money.ts";
import type { Customer, Deal, Order, StageEvent } from "../../core/customer/records.ts";
import type { Chunks, KpiContext } from "../../core/kpi/context.ts";
import { inOrder } from "../../core/team/team-rows.ts";
import { kpiContext } from "../../core/vault/kpi-context.ts";
import { between, pick, seededRandom } from "../../core/vault/sample/random.ts";
import type { Random } from "../../core/vault/sample/random.ts";
import { aCustomer, aMove } from "./kpi-analysis.ts";
import { aDeal, anOrder } from "./kpi-context.ts";
import { staffedWorkspace } from "./sized-workspace.ts";

/** How large a book for analysis is made. */
export interface BookSize {
  readonly deals: number;
  readonly members: number;
  /** The deals lie in the two years before. */
  readonly today: Day;
}

const PAGE = 500;
const STAGES = ["验证客户", "需求确定", "方案/报价", "谈判审核"] as const;
const REASONS = ["价格", "选择竞品", "预算取消", "无回应", ""] as const;
const PRODUCTS = Array.from({ length: 30 }, (_, at) => `产品 ${at + 1}`);
const INDUSTRIES = ["制造", "医药", "教育", "零售", "物流", "能源"] as const;
const LEADS = ["展会", "转介绍", "官网", "电话", ""] as const;
const SYSTEMS = ["fxiaoke", "zoho"] as const;

/** A book of two systems in which every question of the analysis has an answer: deals with three moves each on the average,
 * a customer to ten deals, an order to every second. The same size and day give the same book. */
export function analysisBook(size: BookSize): KpiContext {
  const context = kpiContext(staffedWorkspace(size), size.today);
  const random = seededRandom(7);
  const owners = inOrder(context.rows.members).map((member) => member.name);
  const customers = Array.from({ length: Math.ceil(size.deals / 10) }, (_, at) => customerAt(at));
  const deals = Array.from({ length: size.deals }, (_, at) =>
    dealAt(at, { random, owners, customers, size }),
  );
  return {
    ...context,
    facts: {
      ...context.facts,
      customers: inPages(customers),
      deals: inPages(deals),
      orders: inPages(deals.filter((_, at) => at % 2 === 0).map((deal, at) => orderOf(deal, at, size.today))),
      stageEvents: inPages(deals.flatMap((deal) => movesOf(random, deal))),
    },
  };
}

/** The same book as no memory has seen it. */
export function unseenBook(context: KpiContext): KpiContext {
  const facts = Object.fromEntries(
    Object.entries(context.facts).map(([table, chunks]) => [
      table,
      (chunks as Chunks<unknown>).map((chunk) => [...chunk]),
    ]),
  ) as unknown as KpiContext["facts"];
  return { ...context, facts };
}

function customerAt(at: number): Customer {
  return aCustomer(`c${at}`, {
    name: `客户${at}`,
    industry: INDUSTRIES[at % INDUSTRIES.length]!,
    source: SYSTEMS[at % 2]!,
  });
}

function dealAt(
  at: number,
  of: {
    readonly random: Random;
    readonly owners: readonly string[];
    readonly customers: readonly Customer[];
    readonly size: BookSize;
  },
): Deal {
  const { random, owners, customers, size } = of;
  const category = pick(random, ["won", "won", "lost", "lost", "open"] as const);
  const createdOn = addDays(size.today, -between(random, 120, 730));
  const customer = pick(random, customers);
  const product = pick(random, PRODUCTS);
  const leadSource = pick(random, LEADS);
  const lossReason = pick(random, REASONS);
  const closes = addDays(createdOn, between(random, 10, 119));
  return aDeal(`d${at}`, {
    id: `d${at}` as DealId,
    source: SYSTEMS[at % 2]!,
    category,
    amount: money(between(random, 800, 90_000) * 100),
    customerId: customer.id,
    customerName: customer.name,
    product,
    createdOn,
    ownerName: at % 50 === 7 ? "市场部公共账号" : pick(random, owners),
    ...(leadSource === "" ? {} : { leadSource }),
    ...(category === "open"
      ? {
          stage: pick(random, STAGES),
          probability: 400_000 as Ppm,
          expectedCloseOn: addDays(size.today, between(random, -30, 90)),
        }
      : { stage: category === "won" ? "赢单" : "输单", closedOn: closes }),
    ...(category === "lost" && lossReason !== "" ? { lossReason } : {}),
  });
}

function orderOf(deal: Deal, at: number, today: Day): Order {
  const on = deal.closedOn ?? today;
  return anOrder(`o${at}`, on, deal.amount!, {
    id: `o${at}` as OrderId,
    source: deal.source,
    customerId: deal.customerId,
    ownerName: deal.ownerName,
    paid: at % 3 === 0 ? money(0) : deal.amount,
    dueOn: addDays(on, 45),
  });
}

function movesOf(random: Random, deal: Deal): readonly StageEvent[] {
  const reached = deal.category === "open" ? STAGES.indexOf(deal.stage as never) : between(random, 0, 3);
  const moves = STAGES.slice(0, reached + 1).map((stage, at) =>
    aMove(deal.id, stage, addDays(deal.createdOn!, at * between(random, 1, 20))),
  );
  return deal.closedOn === undefined ? moves : [...moves, aMove(deal.id, deal.stage!, deal.closedOn)];
}

function inPages<F>(facts: readonly F[]): Chunks<F> {
  return Array.from({ length: Math.ceil(facts.length / PAGE) }, (_, at) =>
    facts.slice(at * PAGE, (at + 1) * PAGE),
  );
}
