import { putRecords } from "../../core/base/change.ts";
import { addDays } from "../../core/base/day.ts";
import type { Day } from "../../core/base/day.ts";
import { subjectKey } from "../../core/base/id.ts";
import type { BatchId, CustomerId, DealId, MemberId, OrderId } from "../../core/base/id.ts";
import { money } from "../../core/base/money.ts";
import type { Ppm } from "../../core/base/money.ts";
import { childPeriods, periodOf } from "../../core/base/period.ts";
import { nextStamp } from "../../core/base/stamp.ts";
import type { Customer, Deal, Order } from "../../core/customer/records.ts";
import { measurementId } from "../../core/kpi/measurement-id.ts";
import type { Measurement } from "../../core/kpi/records.ts";
import { seedKpiId } from "../../core/kpi/seed-kpis.ts";
import { splitYear } from "../../core/target/split-year.ts";
import { targetTree } from "../../core/target/target-tree.ts";
import type { Assignment, Group, Member, Membership } from "../../core/team/records.ts";
import { inOrder } from "../../core/team/team-rows.ts";
import { applyChanges } from "../../core/vault/apply-changes.ts";
import { newWorkspace } from "../../core/vault/new-workspace.ts";
import { between, pick, seededRandom } from "../../core/vault/sample/random.ts";
import type { Random } from "../../core/vault/sample/random.ts";
import type { Workspace } from "../../core/vault/workspace.ts";

/** How large a workspace is made. A customer comes with every twentieth order, a deal with every tenth. */
export interface WorkspaceSize {
  readonly orders: number;
  readonly members: number;
  /** The orders lie in the two years before. */
  readonly today: Day;
}

const SEED = 99;
const DAYS = 730;
const STAMP = nextStamp(null, 0, "sized");
const BATCH = "sized-batch" as BatchId;
const FAMILY_NAMES = ["王", "李", "张", "刘", "陈", "杨", "黄", "赵", "周", "吴"] as const;
const GIVEN_NAMES = ["芳", "伟", "娜", "强", "敏", "静", "磊", "洋", "艳", "杰"] as const;
const PRODUCTS = ["标准版", "专业版", "旗舰版", "实施服务", "年度维护"] as const;
/** One order in fifty belongs to an owner whom nobody knows. */
const STRAY_OWNER = "市场部公共账号";

/** A workspace of any size in which every screen has something to compute: people in the seeded groups with their duties,
 * the year's sales targets split down to their months, typed values, customers, deals and orders. The same size and day
 * give the same workspace. */
export function sizedWorkspace(size: WorkspaceSize): Workspace {
  const random = seededRandom(SEED);
  const staffed = staffedWorkspace(size);
  const customers = Array.from({ length: Math.ceil(size.orders / 20) }, (_, at) => customerAt(at, size));
  return applyChanges(
    staffed,
    [
      putRecords("customers", customers),
      putRecords("deals", dealsOf(random, customers, size)),
      putRecords("orders", sizedOrders(size)),
      putRecords("measurements", valuesOf(random, staffed, size.today)),
    ],
    STAMP,
  );
}

/** Only its people, duties and targets. */
export function staffedWorkspace({ members: count, today }: Omit<WorkspaceSize, "orders">): Workspace {
  let lastId = 0;
  const empty = newWorkspace({
    settings: {
      id: "workspace",
      name: "华东销售部",
      currency: "CNY",
      fiscalStart: 1,
      salesBasis: "order",
      newCustomerBy: "order",
      dutyLimit: 8,
    },
    today,
    stamp: STAMP,
    language: "zh",
    newId: () => `sized-${++lastId}`,
  });
  const groups = inOrder(empty.rows.groups);
  const members = Array.from({ length: count }, (_, at) => memberAt(at));
  const seats = members.map((member, at) => seatAt(member, groups[at % groups.length]!));
  const staffed = applyChanges(
    empty,
    [
      putRecords("members", members),
      putRecords("memberships", seats),
      putRecords("assignments", assignmentsOf(empty, seats)),
    ],
    STAMP,
  );
  const year = Number(periodOf(today, "year", 1).id);
  const tree = targetTree(staffed.rows, { kpiId: seedKpiId("sales"), line: "target", year });
  const split =
    tree &&
    splitYear(tree, {
      total: count * 300_000_000,
      season: { by: "working-days" },
      depth: "members",
      groupIds: groups.map((group) => group.id),
    });
  if (!split?.ok) throw new Error("the year can be split");
  return applyChanges(staffed, split.value, STAMP);
}

/** The orders of a workspace of this size. */
function sizedOrders({ orders, members, today }: WorkspaceSize): readonly Order[] {
  const random = seededRandom(SEED + 1);
  const customers = Math.ceil(orders / 20);
  return Array.from({ length: orders }, (_, at): Order => {
    const customer = between(random, 0, customers - 1);
    const amount = money(between(random, 800, 90_000) * 100);
    return {
      id: `generic:orders:S${at}` as OrderId,
      number: `SO${String(at).padStart(7, "0")}`,
      customerId: customerIdAt(customer),
      customerName: customerNameAt(customer),
      product: pick(random, PRODUCTS),
      on: addDays(today, -between(random, 1, DAYS)),
      amount,
      paid: random() < 0.7 ? amount : money(0),
      ...origin("S", at),
      ownerName: at % 50 === 7 ? STRAY_OWNER : nameAt(between(random, 0, members - 1)),
    };
  });
}

function memberAt(at: number): Member {
  return {
    id: memberIdAt(at),
    name: nameAt(at),
    employeeNumber: `E${String(at).padStart(3, "0")}`,
    ftePercent: 100,
    aliases: [],
    interests: {},
    notes: "",
    order: at + 1,
  };
}

function seatAt(member: Member, group: Group): Membership {
  const from = "2019-01-01" as Day;
  return { id: `${member.id}:1`, memberId: member.id, groupId: group.id, title: "", grade: "regular", from };
}

/** In each group the duties go round its people: one does it, the first answers for it. */
function assignmentsOf(workspace: Workspace, seats: readonly Membership[]): readonly Assignment[] {
  return inOrder(workspace.rows.duties).flatMap((duty, at) => {
    const people = seats.filter((seat) => seat.groupId === duty.groupId).map((seat) => seat.memberId);
    const [first] = people;
    const doer = people[at % people.length];
    if (first === undefined || doer === undefined) return [];
    const letters =
      doer === first
        ? [[first, "RA"] as const]
        : ([
            [first, "A"],
            [doer, "R"],
          ] as const);
    return letters.map(([memberId, text]) => ({
      id: `${duty.id}:${memberId}`,
      dutyId: duty.id,
      memberId,
      letters: text,
    }));
  });
}

function customerAt(at: number, { members, today }: WorkspaceSize): Customer {
  return {
    id: customerIdAt(at),
    name: customerNameAt(at),
    industry: "制造",
    createdOn: addDays(today, -(at % DAYS) - 1),
    ...origin("C", at),
    ownerName: nameAt(at % members),
  };
}

function dealsOf(random: Random, customers: readonly Customer[], size: WorkspaceSize): readonly Deal[] {
  const categories = ["won", "won", "lost", "open"] as const;
  return Array.from({ length: Math.ceil(size.orders / 10) }, (_, at): Deal => {
    const category = categories[at % categories.length]!;
    const customer = pick(random, customers);
    const on = addDays(size.today, category === "open" ? between(random, 1, 90) : -between(random, 1, DAYS));
    return {
      id: `generic:deals:D${at}` as DealId,
      name: `${customer.name}采购项目`,
      customerId: customer.id,
      customerName: customer.name,
      amount: money(between(random, 800, 90_000) * 100),
      stage: category === "open" ? "方案/报价" : category === "won" ? "赢单" : "输单",
      category,
      ...(category === "open" ? { probability: 600_000 as Ppm } : { closedOn: on }),
      createdOn: addDays(size.today, -DAYS),
      expectedCloseOn: on,
      ...origin("D", at),
      ownerName: nameAt(at % size.members),
    };
  });
}

/** Everybody's visits of the months of the year that are over. */
function valuesOf(random: Random, workspace: Workspace, today: Day): readonly Measurement[] {
  const kpiId = seedKpiId("visits");
  const months = childPeriods(periodOf(today, "year", 1), 1)
    .flatMap((quarter) => childPeriods(quarter, 1))
    .filter((month) => month.end <= today);
  return inOrder(workspace.rows.members).flatMap((member) =>
    months.map((month): Measurement => {
      const subject = { kind: "member", id: member.id } as const;
      return {
        id: measurementId(kpiId, subject, month.id),
        kpiId,
        subject: subjectKey(subject),
        periodId: month.id,
        value: between(random, 8, 30),
        source: "typed",
      };
    }),
  );
}

function origin(letter: string, at: number) {
  return { source: "generic" as const, sourceId: `${letter}${at}`, batchId: BATCH, line: at + 2 };
}

function memberIdAt(at: number): MemberId {
  return `m${at}` as MemberId;
}

function nameAt(at: number): string {
  return `${FAMILY_NAMES[at % 10]!}${GIVEN_NAMES[Math.floor(at / 10) % 10]!}${GIVEN_NAMES[at % 7]!}`;
}

function customerIdAt(at: number): CustomerId {
  return `generic:customers:C${at}` as CustomerId;
}

function customerNameAt(at: number): string {
  return `第${at + 1}客户有限公司`;
}
