import { day } from "../../core/base/day.ts";
import type { CaseId, CustomerId, DealId, GroupId, KpiId, MemberId, OrderId } from "../../core/base/id.ts";
import { money } from "../../core/base/money.ts";
import type { Ppm } from "../../core/base/money.ts";
import type { PeriodId } from "../../core/base/period.ts";
import type { Settings } from "../../core/base/settings.ts";
import type { KpiContext } from "../../core/kpi/context.ts";
import type { Kpi, KpiSet, Measurement } from "../../core/kpi/records.ts";
import type {
  Activity,
  Answer,
  Batch,
  BatchChange,
  Case,
  Customer,
  Deal,
  Order,
  Payment,
  Stage,
  StageEvent,
} from "../../core/customer/records.ts";
import type { Group, Member, Membership } from "../../core/team/records.ts";

export const kpiTestSettings: Settings = {
  id: "workspace",
  name: "Test",
  currency: "CNY",
  fiscalStart: 1,
  salesBasis: "order",
  newCustomerBy: "order",
  dutyLimit: 8,
};

/** What a test's KPI context holds; absent tables are empty. */
export interface KpiWorld {
  readonly settings?: Partial<Settings>;
  readonly today?: string;
  readonly members?: readonly Member[];
  readonly groups?: readonly Group[];
  readonly memberships?: readonly Membership[];
  readonly kpis?: readonly Kpi[];
  readonly kpiSets?: readonly KpiSet[];
  readonly stages?: readonly Stage[];
  readonly customers?: readonly Customer[];
  readonly deals?: readonly Deal[];
  readonly orders?: readonly Order[];
  readonly payments?: readonly Payment[];
  readonly cases?: readonly Case[];
  readonly stageEvents?: readonly StageEvent[];
  readonly activities?: readonly Activity[];
  readonly answers?: readonly Answer[];
  readonly measurements?: readonly Measurement[];
  readonly batches?: readonly Batch[];
  readonly batchChanges?: readonly BatchChange[];
}

/** A KPI context with the given rows and facts, each table in one piece. */
export function kpiWorld(world: KpiWorld): KpiContext {
  const byId = <R extends { readonly id: string }>(list: readonly R[] = []) =>
    new Map(list.map((record) => [record.id as string, record]));
  const chunk = <F>(list: readonly F[] = []) => [list];
  return {
    rows: {
      members: byId(world.members),
      groups: byId(world.groups),
      memberships: byId(world.memberships),
      kpis: byId(world.kpis),
      kpiSets: byId(world.kpiSets),
      stages: byId(world.stages),
      batches: byId(world.batches),
    },
    settings: { ...kpiTestSettings, ...world.settings },
    facts: {
      customers: chunk(world.customers),
      deals: chunk(world.deals),
      orders: chunk(world.orders),
      payments: chunk(world.payments),
      cases: chunk(world.cases),
      stageEvents: chunk(world.stageEvents),
      activities: chunk(world.activities),
      answers: chunk(world.answers),
      measurements: chunk(world.measurements),
      batchChanges: chunk(world.batchChanges),
    },
    today: day(world.today ?? "2026-11-23"),
  };
}

/** A member with an id and a name. */
export function aMember(id: string, more: Partial<Member> = {}): Member {
  return {
    id: id as MemberId,
    name: id,
    ftePercent: 100,
    aliases: [],
    interests: {},
    notes: "",
    order: 0,
    ...more,
  };
}

/** A group with an id. */
export function aGroup(id: string, more: Partial<Group> = {}): Group {
  return {
    id: id as GroupId,
    name: { zh: id, en: id },
    purpose: "",
    color: "teal",
    order: 0,
    archived: false,
    ...more,
  };
}

/** A member's place in a group from a day on. */
export function aMembership(memberId: string, groupId: string, from: string): Membership {
  return {
    id: `${memberId}:${from}`,
    memberId: memberId as MemberId,
    groupId: groupId as GroupId,
    title: "",
    grade: "regular",
    from: day(from),
  };
}

/** A typed monthly flow, counted, unless told otherwise. */
export function aKpi(id: string, more: Partial<Kpi> = {}): Kpi {
  return {
    id: id as KpiId,
    name: { zh: id, en: id },
    definition: { zh: "", en: "" },
    unit: "count",
    direction: "higher",
    source: "typed",
    kind: "flow",
    frequency: "month",
    scoreFloor: 60,
    scoreCap: 120,
    order: 0,
    archived: false,
    ...more,
  };
}

/** An order of a day and amount. */
export function anOrder(id: string, on: string, amount: number, more: Partial<Order> = {}): Order {
  return { id: id as OrderId, number: id, on: day(on), amount: money(amount), source: "generic", ...more };
}

/** A deal: open unless told otherwise. */
export function aDeal(id: string, more: Partial<Deal> = {}): Deal {
  return { id: id as DealId, name: id, category: "open", source: "generic", ...more };
}

/** A case opened on a day. */
export function aCase(id: string, openedOn: string, more: Partial<Case> = {}): Case {
  return { id: id as CaseId, kind: "投诉", status: "", openedOn: day(openedOn), source: "generic", ...more };
}

/** A customer with an id. */
export function aCustomer(id: string, more: Partial<Customer> = {}): Customer {
  return { id: id as CustomerId, name: id, source: "generic", ...more };
}

/** An answer given on 2026-03-05. */
export function anAnswer(
  id: string,
  scale: Answer["scale"],
  score: number,
  more: Partial<Answer> = {},
): Answer {
  return { id, scale, score, on: day("2026-03-05"), source: "generic", ...more };
}

/** A typed value of a member. */
export function aMeasurement(
  kpiId: string,
  memberId: string,
  of: Partial<Measurement> & { readonly periodId: PeriodId; readonly value: number },
): Measurement {
  const subject = of.subject ?? `member:${memberId}`;
  return {
    id: `${kpiId}|${subject}|${of.periodId}`,
    kpiId: kpiId as KpiId,
    subject,
    source: "typed",
    ...of,
  };
}

/** A typed value of March 2026. */
export function aMarchValue(kpiId: string, memberId: string, value: number): Measurement {
  return aMeasurement(kpiId, memberId, { periodId: "2026-03" as PeriodId, value });
}

/** A group's weights from a day on, in whole percent by KPI. */
export function aSet(groupId: string, from: string, percents: Readonly<Record<string, number>>): KpiSet {
  const subject = `group:${groupId}`;
  const weights = Object.entries(percents).map(([kpiId, percent]) => ({
    kpiId: kpiId as KpiId,
    weight: (percent * 10_000) as Ppm,
  }));
  return { id: `${subject}:${from}`, subject, from: day(from), weights };
}
