import { addDays, dayNumber, weekdayOf } from "../../base/day.ts";
import type { Day } from "../../base/day.ts";
import type { CustomerId, DealId, OrderId } from "../../base/id.ts";
import { money } from "../../base/money.ts";
import type { Money, Ppm } from "../../base/money.ts";
import { periodOf, shiftPeriod } from "../../base/period.ts";
import type { Period } from "../../base/period.ts";
import type { Customer, Deal, Order } from "../../customer/records.ts";
import { sampleCompanies } from "./companies.ts";
import { SAMPLE_PEOPLE, SAMPLE_SEASON } from "./people.ts";
import type { SamplePerson } from "./people.ts";
import { between, pick } from "./random.ts";
import type { Random } from "./random.ts";

/** The facts of the sample team, as an export of 纷享销客 would have brought them. */
export interface SampleBook {
  readonly customers: readonly Customer[];
  readonly deals: readonly Deal[];
  readonly orders: readonly Order[];
}

/** Stage, probability, and how many days ago a deal that stands there was created: most are within the norm. */
const OPEN_STAGES = [
  ["验证客户", 100_000, 3, 21],
  ["需求确定", 300_000, 10, 42],
  ["方案/报价", 600_000, 14, 62],
  ["谈判审核", 800_000, 18, 84],
] as const;
const LOSS_REASONS = ["价格", "选择竞品", "预算取消", "需求变更", "无回应"] as const;
const PRODUCTS = ["标准版", "专业版", "旗舰版", "实施服务", "年度维护"] as const;
const NEED = ["采购项目", "扩容项目", "年度续约", "升级项目", "新厂配套", "试点项目"] as const;
/** An owner whom no member's name or alias matches, so that the unassigned remainder has something true to show. */
const STRAY_OWNER = "市场部公共账号";

/** Invents customers, deals and orders from the first day of the year before until yesterday, following each person's
 * plan, season and performance. The same seed and day give the same book.
 * @example sampleBook(seededRandom(9), "2026-11-23").customers.length // => 96
 */
export function sampleBook(random: Random, today: Day): SampleBook {
  const book = new BookWriter(random, today);
  const thisYear = periodOf(today, "year", 1);
  let month = periodOf(shiftPeriod(thisYear, -1, 1).start, "month", 1);
  while (month.start < today) {
    for (const person of SAMPLE_PEOPLE) book.addMonth(person, month, thisYear);
    month = shiftPeriod(month, 1, 1);
  }
  for (const person of SAMPLE_PEOPLE) book.addOpenDeals(person);
  book.addStrays();
  return book.finish();
}

class BookWriter {
  readonly #random: Random;
  readonly #today: Day;
  readonly #customers: Customer[];
  readonly #deals: Deal[] = [];
  readonly #orders: Order[] = [];

  constructor(random: Random, today: Day) {
    this.#random = random;
    this.#today = today;
    this.#customers = sampleCompanies(random, 96).map((company, index) => ({
      id: `fxiaoke:customers:C${String(index + 1).padStart(4, "0")}` as CustomerId,
      name: company.name,
      industry: company.industry,
      level: company.level,
      region: company.region,
      ...this.#origin("C", index, SAMPLE_PEOPLE[index % SAMPLE_PEOPLE.length]!.name),
    }));
  }

  addMonth(person: SamplePerson, month: Period, thisYear: Period): void {
    if (month.end <= person.hiredOn) return;
    const growth = month.start >= thisYear.start ? 100 : 86;
    const season = SAMPLE_SEASON[Number(month.id.slice(5)) - 1]!;
    const noise = between(this.#random, 88, 112);
    const days = dayNumber(month.end) - dayNumber(month.start);
    const elapsed = Math.min(days, dayNumber(this.#today) - dayNumber(month.start));
    const plan = (person.monthlyPlan * season * growth) / 10_000;
    const yuan = (plan * person.performance * noise * elapsed) / (100 * days);
    const count = Math.max(1, Math.round((between(this.#random, 2, 5) * elapsed) / days));
    for (const part of this.#split(yuan, count)) {
      const on = this.#workday(month.start, elapsed);
      if (on >= this.#today || on < person.hiredOn) continue;
      this.#won(person, month, on, money(part * 100));
      if (this.#random() < 0.62) this.#lost(person, on, money(Math.round(part * 0.9) * 100));
    }
  }

  addOpenDeals(person: SamplePerson): void {
    const count = between(this.#random, 5, 8);
    for (let i = 0; i < count; i++) {
      const [stage, probability, shortest, longest] = pick(this.#random, OPEN_STAGES);
      const size = person.monthlyPlan * (0.25 + this.#random() * 0.6);
      this.#deal(person.name, this.#customerFor(person, 1), {
        amount: money(Math.round(size / 100) * 10_000),
        stage,
        category: "open",
        probability: probability as Ppm,
        createdOn: addDays(this.#today, -between(this.#random, shortest, longest)),
        expectedCloseOn: addDays(this.#today, between(this.#random, -10, 70)),
        ...(this.#random() < 0.7
          ? { nextStep: pick(this.#random, ["安排演示", "寄送报价", "约见采购", "确认合同条款"]) }
          : {}),
      });
    }
  }

  addStrays(): void {
    for (let back = 5; back < 150; back += 29) {
      const on = addDays(this.#today, -back);
      const customer = pick(this.#random, this.#customers);
      this.#order(STRAY_OWNER, customer, on, money(between(this.#random, 60, 240) * 10_000));
    }
  }

  finish(): SampleBook {
    const orders = this.#orders.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
    return {
      customers: this.#customers,
      deals: this.#deals,
      orders: orders.map((order, index) => ({ ...order, line: index + 2 })),
    };
  }

  #won(person: SamplePerson, month: Period, on: Day, amount: Money): void {
    const age = (dayNumber(on) - dayNumber(month.start)) / 31;
    const customer = this.#customerFor(person, this.#progress(on) + age / 50);
    const deal = this.#deal(person.name, customer, {
      amount,
      stage: "赢单",
      category: "won",
      createdOn: addDays(on, -between(this.#random, 18, 80)),
      expectedCloseOn: on,
      closedOn: on,
    });
    this.#order(person.name, customer, on, amount, deal.id);
  }

  #lost(person: SamplePerson, on: Day, amount: Money): void {
    this.#deal(person.name, this.#customerFor(person, this.#progress(on)), {
      amount,
      stage: "输单",
      category: "lost",
      createdOn: addDays(on, -between(this.#random, 20, 90)),
      expectedCloseOn: on,
      closedOn: on,
      lossReason: pick(this.#random, LOSS_REASONS),
    });
  }

  #deal(ownerName: string, customer: Customer, rest: Partial<Deal> & Pick<Deal, "category">): Deal {
    const index = this.#deals.length;
    const deal: Deal = {
      id: `fxiaoke:deals:D${String(index + 1).padStart(5, "0")}` as DealId,
      name: `${customer.name.replace("有限公司", "")}${pick(this.#random, NEED)}`,
      customerId: customer.id,
      customerName: customer.name,
      product: pick(this.#random, PRODUCTS),
      ...rest,
      ...this.#origin("D", index, ownerName),
    };
    this.#deals.push(deal);
    return deal;
  }

  #order(ownerName: string, customer: Customer, on: Day, amount: Money, dealId?: DealId): void {
    const index = this.#orders.length;
    const number = `SO${on.replaceAll("-", "")}-${String((index % 90) + 10)}`;
    const age = dayNumber(this.#today) - dayNumber(on);
    // A few of the last months are overdue.
    const paid = age > 45 ? age > 150 || index % 11 !== 0 : this.#random() < 0.3;
    this.#orders.push({
      id: `fxiaoke:orders:S${String(index + 1).padStart(5, "0")}` as OrderId,
      number,
      customerId: customer.id,
      customerName: customer.name,
      ...(dealId ? { dealId } : {}),
      on,
      amount,
      paid: paid ? amount : money(0),
      dueOn: addDays(on, 45),
      ...this.#origin("S", index, ownerName),
    });
  }

  /** Developers win new customers as time goes on; the others sell to those already there. */
  #customerFor(person: SamplePerson, progress: number): Customer {
    const known = Math.max(12, Math.floor(this.#customers.length * (0.25 + 0.75 * progress)));
    const reach = Math.min(this.#customers.length, known);
    const index =
      person.group === 0 && this.#random() < 0.3
        ? reach - 1 - between(this.#random, 0, 4)
        : between(this.#random, 0, reach - 1);
    return this.#customers[Math.max(0, index)]!;
  }

  #progress(on: Day): number {
    const start = dayNumber(shiftPeriod(periodOf(this.#today, "year", 1), -1, 1).start);
    return (dayNumber(on) - start) / Math.max(1, dayNumber(this.#today) - start);
  }

  #split(yuan: number, count: number): readonly number[] {
    const weights = Array.from({ length: count }, () => 0.5 + this.#random());
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return weights.map((weight) => Math.max(800, Math.round((yuan * weight) / total / 10) * 10));
  }

  #workday(start: Day, days: number): Day {
    const on = addDays(start, between(this.#random, 0, Math.max(0, days - 1)));
    const weekday = weekdayOf(on);
    return weekday > 5 && addDays(on, 5 - weekday) >= start ? addDays(on, 5 - weekday) : on;
  }

  #origin(letter: string, index: number, ownerName: string) {
    return {
      source: "fxiaoke" as const,
      sourceId: `${letter}${String(index + 1).padStart(letter === "C" ? 4 : 5, "0")}`,
      line: index + 2,
      ownerName,
    };
  }
}
