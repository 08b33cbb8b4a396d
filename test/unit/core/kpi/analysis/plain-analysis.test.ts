import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, day } from "../../../../../core/base/day.ts";
import type { CustomerId, Subject } from "../../../../../core/base/id.ts";
import { money } from "../../../../../core/base/money.ts";
import type { Ppm } from "../../../../../core/base/money.ts";
import { shiftPeriod } from "../../../../../core/base/period.ts";
import type { Deal, Order, StageEvent } from "../../../../../core/customer/records.ts";
import { analyse } from "../../../../../core/kpi/analysis/analyse.ts";
import type { AnalysisFilter } from "../../../../../core/kpi/analysis/analysis-filter.ts";
import { DIMENSIONS } from "../../../../../core/kpi/analysis/dimensions.ts";
import type { KpiContext } from "../../../../../core/kpi/context.ts";
import { aMove, aStage, everything } from "../../../../builders/kpi-analysis.ts";
import { aDeal, aGroup, aMember, aMembership, anOrder, kpiWorld } from "../../../../builders/kpi-context.ts";
import {
  plainCustomers,
  plainFigures,
  plainFunnel,
  plainOpen,
  plainOwed,
} from "../../../../builders/plain-analysis.ts";

/* Whatever the book holds, whatever was asked of it before and whatever was edited since, the answers are those that its rules
 * give fact by fact. */

const STAGES = ["Lead", "Offer", "Talk"] as const;
const RUNS = { numRuns: 40 };
const TODAY = "2026-06-30";
const dayArb = fc.integer({ min: 0, max: 240 }).map((days) => addDays(day("2025-12-01"), days));
const amountArb = fc.integer({ min: 0, max: 9_999 }).map(money);
const ownedArb = fc.record(
  {
    ownerName: fc.constantFrom("m1", "m2", "m3", "nobody"),
    credits: fc.constantFrom<Deal["credits"]>([
      { memberId: aMember("m1").id, share: 333_333 as Ppm },
      { memberId: aMember("m2").id, share: 500_000 as Ppm },
    ]),
    source: fc.constantFrom("zoho", "generic"),
    customerId: fc.constantFrom("c1", "c2", "c3").map((id) => id as CustomerId),
    customerName: fc.constantFrom("A", "B"),
  },
  { requiredKeys: [] },
);
const dealArb = fc
  .record(
    {
      category: fc.constantFrom("open", "won", "lost", "void"),
      stage: fc.constantFrom(...STAGES),
      amount: amountArb,
      probability: fc.constant(250_000 as Ppm),
      createdOn: dayArb,
      closedOn: dayArb,
      expectedCloseOn: dayArb,
      nextStep: fc.constantFrom("call", " "),
      owned: ownedArb,
    },
    { requiredKeys: ["category", "owned"] },
  )
  .map(({ owned, stage, ...deal }) => {
    // A stage in which a deal was won means won.
    const open = deal.category === "open" && stage !== undefined ? { stage } : {};
    return { ...deal, ...open, ...owned } as Partial<Deal>;
  });
const orderArb = fc
  .record({ on: dayArb, amount: amountArb, paid: fc.option(amountArb, { nil: undefined }), owned: ownedArb })
  .map(({ on, amount, paid, owned }) => ({ on, amount, paid, ...owned }) as Partial<Order>);
const moveArb = fc.record({
  deal: fc.integer({ min: 0, max: 11 }),
  stage: fc.constantFrom(...STAGES),
  on: dayArb,
});
const bookArb = fc
  .record({
    deals: fc.array(dealArb, { minLength: 12, maxLength: 12 }),
    orders: fc.array(orderArb, { maxLength: 6 }),
    moves: fc.array(moveArb, { maxLength: 30 }),
    late: moveArb,
  })
  .map(({ deals, orders, moves, late }) => {
    const all = [...moves, late].map(({ deal, stage, on }) => aMove(`d${deal}`, stage, on));
    const world = kpiWorld({
      today: TODAY,
      members: [aMember("m1"), aMember("m2", { order: 1 }), aMember("m3", { order: 2 })],
      groups: [aGroup("g1"), aGroup("g2")],
      memberships: [
        aMembership("m1", "g1", "2020-01-01"),
        aMembership("m2", "g1", "2020-01-01"),
        aMembership("m2", "g2", "2026-03-01"),
      ],
      stages: STAGES.map((stage, at) => aStage(stage, at, at === 0 ? { normDays: 30 } : {})),
      deals: deals.map((deal, at) => aDeal(`d${at}`, deal)),
      orders: orders.map((order, at) => anOrder(`o${at}`, order.on!, order.amount!, order)),
    });
    return { before: paged(world, all.slice(0, -1)), now: paged(world, all) };
  });
const filterArb = fc
  .record({
    subject: fc.constantFrom<Subject>(
      { kind: "team" },
      { kind: "unassigned" },
      { kind: "group", id: "g1" as never },
      { kind: "group", id: "g2" as never },
      { kind: "member", id: "m1" as never },
      { kind: "member", id: "m2" as never },
    ),
    source: fc.constantFrom(null, "zoho"),
    periodId: fc.constantFrom("2026-Q1", "2026-03", "2026"),
  })
  .map(({ periodId, ...more }) => everything(periodId, more as Partial<AnalysisFilter>));

/** The same deals and orders in pages, with other moves. */
const pagesOf = new WeakMap<object, KpiContext["facts"]>();
function paged(world: KpiContext, moves: readonly StageEvent[]): KpiContext {
  const cut = <F>([all]: readonly (readonly F[])[], size: number) =>
    Array.from({ length: Math.ceil(all!.length / size) }, (_, at) => all!.slice(at * size, (at + 1) * size));
  const facts = pagesOf.get(world) ?? {
    ...world.facts,
    deals: cut(world.facts.deals, 5),
    orders: cut(world.facts.orders, 4),
  };
  pagesOf.set(world, facts);
  return { ...world, facts: { ...facts, stageEvents: cut([moves], 7) } };
}

function answers(context: KpiContext, filter: AnalysisFilter, dimension: (typeof DIMENSIONS)[number]) {
  return analyse(context, { filter, dimension, isCompared: false });
}

describe("the analysis of a random book", () => {
  it("says of won, lost and open deals what the rules say fact by fact", () => {
    fc.assert(
      fc.property(bookArb, filterArb, ({ now }, filter) => {
        const plain = Object.entries(plainFigures(now, filter));
        const { whole } = answers(now, filter, "member");
        const said = plain.map(([key]) => whole[key as keyof ReturnType<typeof plainFigures>]);
        const isSilent = now.facts.deals.flat().every(({ category }) => category === "open");
        fc.pre(!isSilent && said[0]!.note?.key !== "kpi.none.before-book");
        expect(said.map(({ value, n }) => [value.value, n])).toEqual(plain.map(([, figure]) => figure));
      }),
      RUNS,
    );
  });

  it("adds up over the parts of every dimension", () => {
    fc.assert(
      fc.property(bookArb, filterArb, fc.constantFrom(...DIMENSIONS), ({ now }, filter, dimension) => {
        const { whole, parts } = answers(now, filter, dimension);
        for (const figure of ["won-count", "lost-count", "won-amount"] as const) {
          const sum = parts.reduce((total, part) => total + (part.figures[figure].value.value ?? 0), 0);
          expect(sum).toBeCloseTo(whole[figure].value.value ?? 0, 5);
        }
      }),
      RUNS,
    );
  });

  it("counts who entered a stage and moved on as the history of each deal tells, also after a move", () => {
    fc.assert(
      fc.property(bookArb, filterArb, ({ before, now }, filter) => {
        for (const book of [before, now, before]) {
          const said = answers(book, filter, "member").funnel;
          const plain = plainFunnel(book, filter, STAGES);
          if (said[0]!.entered.note?.key === "customer.analysis.none.stage-history") return;
          expect(said.map(({ entered, movedOn }) => [entered.value.value, movedOn.value.value])).toEqual(
            plain,
          );
        }
      }),
      RUNS,
    );
  });

  it("counts stalled, overdue and unplanned open deals one by one, also after a move", () => {
    fc.assert(
      fc.property(bookArb, filterArb, ({ before, now }, filter) => {
        for (const book of [before, now, before]) {
          const { stalled, overdue, withoutNextStep } = answers(book, filter, "member").open;
          const said = [stalled.value.value ?? 0, overdue.value.value, withoutNextStep.value.value];
          expect(said).toEqual(plainOpen(book, filter));
        }
      }),
      RUNS,
    );
  });

  it("sums what is still to be paid order by order, and keeps and loses customers as sets do", () => {
    fc.assert(
      fc.property(bookArb, filterArb, ({ now }, filter) => {
        const { receivables, business } = answers(now, filter, "member");
        const [amount, count] = plainOwed(now, filter);
        if (receivables.total.value.value !== null) {
          expect([receivables.total.value.value, receivables.total.n]).toEqual([amount, count]);
        }
        if (business.churn.value.value === null) return;
        const earlier = plainCustomers(now, { ...filter, period: shiftPeriod(filter.period, -1, 1) });
        const later = plainCustomers(now, filter);
        const gone = [...earlier].filter((key) => !later.has(key)).length;
        expect([business.churn.value.value, business.churn.n]).toEqual([gone / earlier.size, earlier.size]);
      }),
      RUNS,
    );
  });
});
