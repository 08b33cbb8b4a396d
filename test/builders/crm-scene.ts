import { addDays } from "../../core/base/day.ts";
import type { Day } from "../../core/base/day.ts";
import { sampleCompanies } from "../../core/vault/sample/companies.ts";
import { between, pick, seededRandom } from "../../core/vault/sample/random.ts";
import type { Random } from "../../core/vault/sample/random.ts";

/* What two CRMs hold at some day, before either of them writes it down: records of any number from a seed, the week after
 * them, and what differs between the two. */

export interface SceneCustomer {
  readonly id: string;
  readonly name: string;
  readonly industry: string;
  readonly region: string;
  readonly level: string;
  readonly owner: string;
  readonly phone: string;
}

export interface SceneDeal {
  readonly id: string;
  readonly name: string;
  readonly customerId: string;
  readonly owner: string;
  /** Whole yuan. */
  readonly amount: number;
  readonly stage: number;
  readonly expectedClose: Day;
  readonly created: Day;
}

/** A record that stands beside a customer: a contact, an order, a payment, an activity, a case. */
export interface SceneRecord {
  readonly id: string;
  readonly customerId: string;
  readonly owner: string;
  readonly on: Day;
  readonly amount: number;
  readonly text: string;
}

export interface SceneEvent {
  readonly dealId: string;
  readonly stage: number;
  readonly on: Day;
}

export interface Scene {
  readonly today: Day;
  readonly owners: readonly string[];
  readonly customers: readonly SceneCustomer[];
  readonly deals: readonly SceneDeal[];
  readonly events: readonly SceneEvent[];
  readonly contacts: readonly SceneRecord[];
  readonly orders: readonly SceneRecord[];
  readonly payments: readonly SceneRecord[];
  readonly activities: readonly SceneRecord[];
  readonly cases: readonly SceneRecord[];
}

export interface SceneSize {
  readonly seed: number;
  readonly deals: number;
  readonly today: Day;
  /** The first customers are the same in every scene of this size, whatever its seed: what two CRMs share. */
  readonly shared?: number;
}

/** Stages in their order; the last three are won, lost and void. */
export const WON_STAGE = 4;
export const STAGES = 7;
const OWNERS = ["王芳", "赵磊", "李敏", "孙洋", "周涛", "吴倩", "郑凯", "冯雪", "林悦"] as const;
const NEEDS = ["采购项目", "扩容项目", "年度续约", "升级项目", "新厂配套"] as const;

/** Invents a scene: customers a fifth as many as deals, other records in proportion. */
export function crmScene({ seed, deals: count, today, shared = 0 }: SceneSize): Scene {
  const random = seededRandom(seed);
  const customers = customersOf(random, Math.max(5, Math.ceil(count / 5)), shared);
  const deals = Array.from({ length: count }, (_, at): SceneDeal => {
    const customer = pick(random, customers);
    return {
      id: String(at + 1).padStart(6, "0"),
      name: `${customer.name.slice(0, 4)}${pick(random, NEEDS)}${at + 1}`,
      customerId: customer.id,
      owner: customer.owner,
      amount: between(random, 8, 900) * 1000,
      stage: between(random, 0, STAGES - 1),
      expectedClose: addDays(today, between(random, -120, 120)),
      created: addDays(today, -between(random, 121, 700)),
    };
  });
  const records = (share: number) => recordsOf(random, customers, { count: Math.ceil(count * share), today });
  return {
    today,
    owners: OWNERS,
    customers,
    deals,
    events: deals.flatMap((deal) => eventsOf(deal)),
    contacts: records(0.4),
    orders: records(0.5),
    payments: records(0.4),
    activities: records(1.5),
    cases: records(0.1),
  };
}

function customersOf(random: Random, count: number, shared: number): readonly SceneCustomer[] {
  const common = seededRandom(1);
  return Array.from({ length: count }, (_, at) => {
    const source = at < shared ? common : random;
    // More than there are names: a number makes each its own.
    const [company] = sampleCompanies(source, 1);
    const series = at < shared ? `共${at + 1}` : `${at + 1}`;
    return {
      id: String(at + 1).padStart(6, "0"),
      name: company!.name.replace("有限公司", `${series}有限公司`),
      industry: company!.industry,
      region: company!.region,
      level: company!.level,
      owner: pick(source, OWNERS),
      phone: `0571-${String(80_000_000 + (at < shared ? at : at + 5_000_000))}`,
    };
  });
}

function eventsOf(deal: SceneDeal): readonly SceneEvent[] {
  const steps = Math.min(deal.stage, 3) + 1;
  const way = Array.from({ length: steps }, (_, at) => ({
    dealId: deal.id,
    stage: at,
    on: addDays(deal.created, at * 20),
  }));
  return deal.stage < WON_STAGE
    ? way
    : [...way, { dealId: deal.id, stage: deal.stage, on: addDays(deal.created, steps * 20) }];
}

function recordsOf(
  random: Random,
  customers: readonly SceneCustomer[],
  { count, today }: { readonly count: number; readonly today: Day },
): readonly SceneRecord[] {
  return Array.from({ length: count }, (_, at) => {
    const customer = pick(random, customers);
    return {
      id: String(at + 1).padStart(6, "0"),
      customerId: customer.id,
      owner: customer.owner,
      on: addDays(today, -between(random, 1, 360)),
      amount: between(random, 5, 400) * 1000,
      text: `${pick(random, NEEDS)} ${at + 1}`,
    };
  });
}

/** What differs between a week and the next, deal by deal. */
export interface SceneDifference {
  readonly moved: readonly string[];
  readonly slipped: readonly string[];
  readonly cut: readonly string[];
  readonly reassigned: readonly string[];
  readonly gone: readonly string[];
  readonly added: readonly string[];
}

const KINDS = ["moved", "slipped", "cut", "reassigned", "gone"] as const;

/** The scene a week later: one deal in ten differs, each in one way, and one in fifty is new. Closed deals stay. */
export function nextWeek(
  scene: Scene,
  seed: number,
): { readonly scene: Scene; readonly difference: SceneDifference } {
  const random = seededRandom(seed);
  const ids: Record<(typeof KINDS)[number] | "added", string[]> = {
    moved: [],
    slipped: [],
    cut: [],
    reassigned: [],
    gone: [],
    added: [],
  };
  const deals: SceneDeal[] = [];
  for (const deal of scene.deals) {
    const kind = deal.stage >= WON_STAGE || random() >= 0.2 ? undefined : pick(random, KINDS);
    if (kind !== undefined) ids[kind].push(deal.id);
    if (kind !== "gone") deals.push(kind === undefined ? deal : changed(deal, kind, scene));
  }
  const fresh = crmScene({
    seed: seed + 1,
    deals: Math.ceil(scene.deals.length / 50),
    today: scene.today,
  }).deals;
  for (const [at, deal] of fresh.entries()) {
    const id = String(scene.deals.length + at + 1).padStart(6, "0");
    ids.added.push(id);
    deals.push({ ...deal, id, customerId: scene.customers[at % scene.customers.length]!.id });
  }
  const today = addDays(scene.today, 7);
  return { scene: { ...scene, today, deals, events: deals.flatMap(eventsOf) }, difference: ids };
}

function changed(deal: SceneDeal, kind: Exclude<(typeof KINDS)[number], "gone">, scene: Scene): SceneDeal {
  if (kind === "moved") return { ...deal, stage: deal.stage + 1 };
  if (kind === "slipped") return { ...deal, expectedClose: addDays(deal.expectedClose, 30) };
  if (kind === "cut") return { ...deal, amount: Math.floor(deal.amount / 2) };
  const at = scene.owners.indexOf(deal.owner);
  return { ...deal, owner: scene.owners[(at + 1) % scene.owners.length]! };
}

/** A customer's name as another CRM may hold it: without the form of the company, in full width, or with a space. */
export function otherName(name: string, at: number): string {
  if (at % 3 === 0) return name.replace("有限公司", "");
  return at % 3 === 1 ? name.replace("有限公司", "有限责任公司") : `${name.slice(0, 2)} ${name.slice(2)}`;
}
