import type { Explanation } from "../../base/explain.ts";
import { message } from "../../base/message.ts";
import type { Message } from "../../base/message.ts";
import { parsePeriod } from "../../base/period.ts";
import type { Period } from "../../base/period.ts";
import type { CustomerId } from "../../base/id.ts";
import type { KpiContext } from "../../kpi/context.ts";
import { kpiValue } from "../../kpi/kpi-value.ts";
import type { KpiValue } from "../../kpi/kpi-value.ts";
import { memoBy } from "../../kpi/memo-by.ts";
import { bookMetric } from "../../kpi/metric-of.ts";
import { nameKey } from "../../team/name-key.ts";
import type { MarketSize } from "../records.ts";

/** One market size with what it makes of our sales. */
export interface MarketShare {
  readonly size: MarketSize;
  readonly period: Period;
  /** Own sales of the same scope and period, by what the settings call sales. */
  readonly own: Pick<KpiValue, "value" | "n" | "note" | "explain">;
  /** Own sales ÷ market size. */
  readonly share: Pick<KpiValue, "value" | "n" | "note" | "explain">;
}

/** Sources that differ about one market. */
export interface MarketDispute {
  readonly scope: string;
  readonly periodId: MarketSize["periodId"];
  readonly sources: readonly string[];
  readonly low: number | null;
  readonly high: number | null;
}

const RULE_VERSION = 1;

/** The share of each market size: own sales ÷ size, same scope and period. Own sales are won, ordered or paid amounts, as the
 * settings say; of a scope, those of customers whose region or industry bears its name. The latest period first, then by
 * scope, then the latest word first. Sizes of periods that are none are left out.
 * @example marketShares({}, new Map()) // => []
 */
export function marketShares(
  context: KpiContext,
  sizes: ReadonlyMap<string, MarketSize>,
): readonly MarketShare[] {
  return [...sizes.values()]
    .flatMap((size) => {
      const period = parsePeriod(size.periodId, context.settings.fiscalStart);
      return period === null ? [] : [shareOf(context, size, period)];
    })
    .toSorted(
      (a, b) =>
        compare(b.period.end, a.period.end) ||
        compare(a.period.start, b.period.start) ||
        compare(a.size.scope, b.size.scope) ||
        compare(b.size.on, a.size.on) ||
        compare(a.size.id, b.size.id),
    );
}

/** Where several sources give one scope and period different sizes: the least and the greatest share that they make.
 * @example marketDisputes([]) // => []
 */
export function marketDisputes(shares: readonly MarketShare[]): readonly MarketDispute[] {
  const byMarket = new Map<string, MarketShare[]>();
  for (const one of shares) {
    const key = `${one.size.periodId}|${one.size.scope}`;
    byMarket.set(key, [...(byMarket.get(key) ?? []), one]);
  }
  return [...byMarket.values()].flatMap((same): readonly MarketDispute[] => {
    const [first] = same;
    if (!first || new Set(same.map((one) => one.size.size)).size < 2) return [];
    const values = same.flatMap((one) => one.share.value.value ?? []);
    return [
      {
        scope: first.size.scope,
        periodId: first.size.periodId,
        sources: same.map((one) => one.size.source),
        low: values.length === 0 ? null : Math.min(...values),
        high: values.length === 0 ? null : Math.max(...values),
      },
    ];
  });
}

/** The names that a scope can bear in this book: regions and industries of customers, in order.
 * @example marketScopes({ facts: { customers: [] } }) // => []
 */
export function marketScopes({ facts }: Pick<KpiContext, "facts">): readonly string[] {
  const names = facts.customers.flatMap((chunk) =>
    memoBy([chunk], "market-scopes", () => [
      ...new Set(chunk.flatMap(({ region, industry }) => [region ?? "", industry ?? ""])),
    ]),
  );
  return [...new Set(names)].filter((name) => name !== "").toSorted();
}

function shareOf(context: KpiContext, size: MarketSize, period: Period): MarketShare {
  const own = ownSales(context, size.scope, period);
  const value = own.value.value === null ? null : own.value.value / size.size;
  const isRunning = period.end > context.today;
  const note = own.note ?? (isRunning ? message("target.goal.so-far") : undefined);
  const quantity = { unit: "percent", value } as const;
  const scope = size.scope === "" ? message("target.market.whole") : size.scope;
  const explain = (): Explanation => ({
    title: message("target.market.explain", { scope, period: { period: period.id } }),
    value: quantity,
    formula: message(`target.market.formula.${context.settings.salesBasis}`),
    ruleVersion: RULE_VERSION,
    inputs: [
      { label: message("target.market.column.own"), value: own.value, explain: () => own.explain() },
      {
        label: message("target.market.input.size", { source: size.source, day: { day: size.on } }),
        value: { unit: "money", value: size.size },
      },
    ],
    rows: [],
    notes: [
      ...(note ? [note] : []),
      message("target.market.note.source", { source: size.source, day: { day: size.on } }),
    ],
  });
  return { size, period, own, share: { value: quantity, n: own.n, ...(note ? { note } : {}), explain } };
}

function ownSales(context: KpiContext, scope: string, period: Period): MarketShare["own"] {
  const metric = bookMetric("sales-amount", context.settings);
  if (period.start > context.today) return noSales(message("target.goal.none.future"), scope, period);
  if (scope === "") return kpiValue(context, metric, { subject: { kind: "team" }, period });
  const part = scopedContext(context, scope);
  if (part === null) return noSales(message("target.market.none.scope", { scope }), scope, period);
  return kpiValue(part, metric, { subject: { kind: "team" }, period });
}

function noSales(note: Message, scope: string, period: Period): MarketShare["own"] {
  const value = { unit: "money", value: null } as const;
  const explain = (): Explanation => ({
    title: message("target.market.explain", {
      scope: scope === "" ? message("target.market.whole") : scope,
      period: { period: period.id },
    }),
    value,
    formula: note,
    ruleVersion: RULE_VERSION,
    inputs: [],
    rows: [],
    notes: [],
  });
  return { value, n: 0, note, explain };
}

/** The book as it is for the customers of a region or industry alone; `null` when there are none. Each piece is cut once for
 * the same customers. */
function scopedContext(context: KpiContext, scope: string): KpiContext | null {
  const key = nameKey(scope);
  const { facts } = context;
  const cut = memoBy([facts.customers, context], `market-scope:${key}`, () => {
    const inside = facts.customers.flatMap((chunk) =>
      chunk.filter((one) => [one.region, one.industry].some((name) => nameKey(name ?? "") === key)),
    );
    if (inside.length === 0) return null;
    const ids = new Set<CustomerId>(inside.map((one) => one.id));
    const names = new Set(inside.map((one) => nameKey(one.name)));
    const belongs = (fact: {
      readonly customerId?: CustomerId | undefined;
      readonly customerName?: string | undefined;
    }) =>
      fact.customerId === undefined ? names.has(nameKey(fact.customerName ?? "")) : ids.has(fact.customerId);
    const part: KpiContext = {
      ...context,
      facts: {
        ...facts,
        deals: facts.deals.map((chunk) => chunk.filter(belongs)),
        orders: facts.orders.map((chunk) => chunk.filter(belongs)),
        payments: facts.payments.map((chunk) => chunk.filter(belongs)),
      },
    };
    return part;
  });
  return cut;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
