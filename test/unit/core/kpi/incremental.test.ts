import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, day } from "../../../../core/base/day.ts";
import type { Subject } from "../../../../core/base/id.ts";
import { parsePeriod } from "../../../../core/base/period.ts";
import type { Period } from "../../../../core/base/period.ts";
import { money } from "../../../../core/base/money.ts";
import type { Ppm } from "../../../../core/base/money.ts";
import type { CustomerId, DealId } from "../../../../core/base/id.ts";
import type { Deal, Order, StageEvent } from "../../../../core/customer/records.ts";
import type { KpiContext } from "../../../../core/kpi/context.ts";
import { attribute, entriesOf } from "../../../../core/kpi/entries.ts";
import { LOST_DEALS, ORDERS, WON_DEALS } from "../../../../core/kpi/fact-source.ts";
import type { CountedFact, FactSource } from "../../../../core/kpi/fact-source.ts";
import { kpiValue } from "../../../../core/kpi/kpi-value.ts";
import { BOOK_METRICS } from "../../../../core/kpi/records.ts";
import { aDeal, aGroup, aMember, aMembership, anOrder, kpiWorld } from "../../../builders/kpi-context.ts";

/* Figures keep what they computed of pages and months that did not change. Whatever is edited, they must be those of a book
 * that was never seen before. */

const FIRST = day("2026-01-01");
const SUBJECTS: readonly Subject[] = [
  { kind: "team" },
  { kind: "unassigned" },
  ...["g1", "g2"].map((id) => ({ kind: "group", id }) as Subject),
  ...["m1", "m2", "m3"].map((id) => ({ kind: "member", id }) as Subject),
];
const PERIODS = ["2026-02", "2026-03", "2026-Q1", "2026-Q2", "2026"].map((id) => parsePeriod(id, 1)!);

const dayArb = fc.integer({ min: 0, max: 180 }).map((days) => addDays(FIRST, days));
const ownerArb = fc.constantFrom("m1", "m2", "m3", "nobody", undefined);
const customerArb = fc.constantFrom<Pick<Deal, "customerId" | "customerName">>(
  { customerId: "c1" as CustomerId, customerName: "A" },
  { customerId: "c2" as CustomerId },
  { customerName: "B" },
  {},
);
const creditsArb = fc.constantFrom<Deal["credits"]>(undefined, [
  { memberId: aMember("m1").id, share: 333_333 as Ppm },
  { memberId: aMember("m2").id, share: 500_000 as Ppm },
]);
const shapeArb = fc.record({ ownerName: ownerArb, credits: creditsArb, on: dayArb, of: customerArb });
const amountArb = fc.integer({ min: -500, max: 9_999 });

const orderArb = fc
  .record({ at: fc.integer({ min: 0, max: 11 }), amount: amountArb, shape: shapeArb })
  .map(({ at, amount, shape: { on, of, ...owned } }) => anOrder(`o${at}`, on, amount, { ...of, ...owned }));
const dealArb = fc
  .record({
    at: fc.integer({ min: 0, max: 11 }),
    amount: fc.option(amountArb, { nil: undefined }),
    shape: shapeArb,
    category: fc.constantFrom("open", "won", "lost", "void"),
    probability: fc.constantFrom(undefined, 250_000 as Ppm),
  })
  .map(({ at, amount, shape: { on, of, ...owned }, category, probability }) =>
    aDeal(`d${at}`, {
      ...of,
      ...owned,
      category,
      probability,
      stage: category,
      createdOn: FIRST,
      closedOn: on,
      ...(amount === undefined ? {} : { amount: money(amount) }),
    }),
  );
const moveArb = fc
  .record({
    at: fc.integer({ min: 0, max: 11 }),
    deal: fc.integer({ min: 0, max: 11 }),
    on: dayArb,
    stage: fc.constantFrom("open", "won"),
  })
  .map(({ at, deal, on, stage }): StageEvent => ({
    id: `e${at}`,
    dealId: `d${deal}` as DealId,
    stage,
    on,
    amount: money(100 + at),
    source: "generic",
  }));

interface Facts {
  readonly deals: Pages<Deal>;
  readonly orders: Pages<Order>;
  readonly stageEvents: Pages<StageEvent>;
}
type Pages<F> = readonly (readonly F[])[];

const editArb = fc.oneof(
  orderArb.map((order) => (facts: Facts) => ({ ...facts, orders: put(facts.orders, order) })),
  dealArb.map((deal) => (facts: Facts) => ({ ...facts, deals: put(facts.deals, deal) })),
  moveArb.map((move) => (facts: Facts) => ({ ...facts, stageEvents: put(facts.stageEvents, move) })),
);

/** Into its own page of four by the number in the id: the other pages stay what they were. */
function put<F extends { readonly id: string }>(pages: Pages<F>, fact: F): Pages<F> {
  const own = Math.floor(Number(fact.id.slice(1)) / 4);
  return [0, 1, 2].map((at) => {
    const page = pages[at] ?? [];
    return at === own ? [...page.filter(({ id }) => id !== fact.id), fact] : page;
  });
}

const team = kpiWorld({
  today: "2026-05-10",
  members: ["m1", "m2", "m3"].map((id) => aMember(id)),
  groups: ["g1", "g2"].map((id) => aGroup(id)),
  memberships: [
    aMembership("m1", "g1", "2020-01-01"),
    aMembership("m2", "g1", "2020-01-01"),
    aMembership("m1", "g2", "2026-03-15"),
  ],
  stages: ["open", "won"].map((stage, order) => ({
    id: `generic:${stage}`,
    source: "generic",
    stage,
    category: stage as "open",
    probability: 500_000 as Ppm,
    order,
  })),
});

function contextOf(facts: Facts): KpiContext {
  return { ...team, facts: { ...team.facts, ...facts } };
}

/** The same facts in one page each that nothing was ever computed from. */
function unseen(facts: Facts): KpiContext {
  const { deals, orders, stageEvents } = facts;
  return contextOf({ deals: [deals.flat()], orders: [orders.flat()], stageEvents: [stageEvents.flat()] });
}

const NO_FACTS: Facts = { deals: [], orders: [], stageEvents: [] };

function afterEach(edits: readonly ((facts: Facts) => Facts)[], check: (facts: Facts) => void): void {
  let facts = NO_FACTS;
  for (const edit of edits) {
    facts = edit(facts);
    check(facts);
  }
}

describe("figures after edits", () => {
  it("are those of a book never seen before, with the same rows behind them", () => {
    const figure = (context: KpiContext, metric: string, subject: Subject, period: Period) => {
      const value = kpiValue(context, metric, { subject, period });
      return { value: value.value, n: value.n, note: value.note, explained: value.explain() };
    };
    fc.assert(
      fc.property(fc.array(editArb, { minLength: 1, maxLength: 8 }), (edits) => {
        afterEach(edits, (facts) => {
          const [kept, fresh] = [contextOf(facts), unseen(facts)];
          for (const metric of BOOK_METRICS) {
            for (const subject of SUBJECTS) {
              for (const period of PERIODS.slice(1, 4)) {
                expect(figure(kept, metric, subject, period)).toEqual(figure(fresh, metric, subject, period));
              }
            }
          }
        });
      }),
      { numRuns: 15 },
    );
  });
});

describe("entries of a span", () => {
  it("are those that all its facts give at once, in the same order", () => {
    fc.assert(
      fc.property(fc.array(editArb, { minLength: 1, maxLength: 12 }), (edits) => {
        afterEach(edits, (facts) => {
          for (const source of [ORDERS, WON_DEALS, LOST_DEALS]) {
            expectWholeEntries(contextOf(facts), source as unknown as FactSource);
          }
        });
      }),
      { numRuns: 50 },
    );
  });

  it("stay the same list when a fact of another month is edited", () => {
    const of = { subject: { kind: "team" }, span: parsePeriod("2026-02", 1)! } as const;
    const before = put(put([], anOrder("o1", "2026-02-03", 5)), anOrder("o2", "2026-03-03", 5));
    const after = put(before, anOrder("o2", "2026-03-04", 7));
    const [a, b] = [before, after].map((orders) => entriesOf(contextOf({ ...NO_FACTS, orders }), ORDERS, of));
    expect(a).toHaveLength(1);
    expect(b).toBe(a);
  });
});

function expectWholeEntries<F extends CountedFact>(context: KpiContext, source: FactSource<F>): void {
  for (const span of PERIODS) {
    const facts = source
      .chunks(context)
      .flat()
      .filter((fact) => {
        const on = source.day(fact);
        return on !== null && on >= span.start && on < span.end;
      });
    const whole = attribute(context, source, facts);
    for (const subject of SUBJECTS) {
      const key = "id" in subject ? `${subject.kind}:${subject.id}` : subject.kind;
      expect(entriesOf(context, source, { subject, span })).toEqual(whole.get(key) ?? []);
    }
  }
}
