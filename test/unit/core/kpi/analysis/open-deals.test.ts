import { describe, expect, it } from "vitest";
import { day } from "../../../../../core/base/day.ts";
import { funnel } from "../../../../../core/kpi/analysis/funnel.ts";
import { openDeals } from "../../../../../core/kpi/analysis/open-deals.ts";
import type { KpiContext } from "../../../../../core/kpi/context.ts";
import {
  aCloseChange,
  aMove,
  aStage,
  everything,
  lostDeal,
  wonDeal,
} from "../../../../builders/kpi-analysis.ts";
import { aDeal, aMember, kpiWorld } from "../../../../builders/kpi-context.ts";

const Q1 = everything("2026-Q1");
const STAGES = [aStage("New", 1), aStage("Talk", 2), aStage("Offer", 3)];

function conversions(context: KpiContext, filter = Q1) {
  return funnel(context, filter).map(({ stage, entered, movedOn, conversion }) => [
    stage.stage,
    entered.value.value,
    movedOn.value.value,
    conversion.value.value,
  ]);
}

describe("the funnel", () => {
  const deals = [
    aDeal("still", { stage: "New" }),
    aDeal("on", { stage: "Offer" }),
    wonDeal("won", "2026-03-01", 1),
    lostDeal("lost", "2026-03-01", 1),
    aDeal("back", { stage: "New" }),
    aDeal("unwritten", { stage: "Talk" }),
  ];
  const stageEvents = [
    aMove("still", "New", "2026-01-05"),
    aMove("on", "New", "2026-01-05"),
    aMove("on", "Offer", "2026-02-05"),
    aMove("won", "New", "2026-01-07"),
    aMove("won", "Offer", "2026-02-01"),
    aMove("lost", "New", "2026-01-08"),
    aMove("lost", "Talk", "2026-01-20"),
    aMove("back", "Talk", "2026-01-02"),
    aMove("back", "New", "2026-02-02"),
  ];
  const world = kpiWorld({ stages: STAGES, deals, stageEvents, today: "2026-03-20" });

  it("divides those who moved on by those who entered: 3 of 5, 0 of 2, 1 of 2", () => {
    expect(conversions(world)).toEqual([
      ["New", 5, 3, 0.6],
      ["Talk", 2, 0, 0],
      ["Offer", 2, 1, 0.5],
    ]);
  });

  it("counts who entered in the period, and who moved on at any time since", () => {
    expect(conversions(world, everything("2026-01"))[0]).toEqual(["New", 4, 3, 0.75]);
    expect(conversions(world, everything("2026-03"))[0]).toEqual(["New", 0, 0, null]);
  });

  it("explains a conversion by its deals, 1 for those who moved on", () => {
    const { rows } = funnel(world, Q1)[2]!.conversion.explain();
    expect(rows.map(({ ref, day: on, amount }) => [ref.id, on, amount.value])).toEqual([
      ["on", "2026-02-05", 0],
      ["won", "2026-02-01", 1],
    ]);
  });

  it("a deal that enters a stage twice is counted on its first entry", () => {
    const again = [
      aMove("d", "New", "2025-12-01"),
      aMove("d", "Talk", "2026-01-02"),
      aMove("d", "New", "2026-02-02"),
    ];
    const one = kpiWorld({ stages: STAGES, deals: [aDeal("d", { stage: "New" })], stageEvents: again });
    expect(conversions(one)[0]).toEqual(["New", 0, 0, null]);
  });

  it("says that there is no stage history where there is none", () => {
    const none = kpiWorld({ stages: STAGES, deals });
    expect(funnel(none, Q1)[0]!.conversion.note?.key).toBe("customer.analysis.none.stage-history");
  });

  it("a stage that appears in one page of the book sorts the deals of all pages anew", () => {
    conversions(world);
    const more = {
      ...world,
      facts: { ...world.facts, deals: [...world.facts.deals, [aDeal("z", { stage: "Demo" })]] },
    };
    expect(conversions(more).map(([stage]) => stage)).toEqual(["New", "Talk", "Offer", "Demo"]);
    expect(conversions(more)[2]).toEqual(["Offer", 2, 1, 0.5]);
  });
});

describe("open deals", () => {
  const past = [2, 4, 6, 8, 20].map((days, at) => ({
    deal: lostDeal(`past${at}`, `2026-01-${String(days + 1).padStart(2, "0")}`, 1),
    move: aMove(`past${at}`, "Talk", "2026-01-01"),
  }));

  function stalledIn(stages: readonly ReturnType<typeof aStage>[]) {
    const world = kpiWorld({
      today: "2026-03-20",
      stages,
      deals: [
        ...past.map(({ deal }) => deal),
        aDeal("nine", { stage: "Talk" }),
        aDeal("eight", { stage: "Talk" }),
      ],
      stageEvents: [
        ...past.map(({ move }) => move),
        aMove("nine", "Talk", "2026-03-11"),
        aMove("eight", "Talk", "2026-03-12"),
      ],
    });
    return openDeals(world, Q1);
  }

  it("are stalled above the 75th percentile of past deals, which is 8 days here", () => {
    const { stalled, stages } = stalledIn([aStage("Talk", 1)]);
    expect(stalled.explain().rows.map(({ ref, amount }) => [ref.id, amount.value])).toEqual([["nine", 9]]);
    expect(stages[0]!.norm).toEqual({ days: 8, from: "past", n: 5 });
  });

  it("are stalled above the stage's own norm where it has one", () => {
    expect(stalledIn([aStage("Talk", 1, { normDays: 7 })]).stalled.value.value).toBe(2);
  });

  it("are not judged without a norm: the figure has no value and says why", () => {
    const world = kpiWorld({ stages: [aStage("Talk", 1)], deals: [aDeal("d", { stage: "Talk" })] });
    expect(openDeals(world, Q1).stalled).toMatchObject({
      value: { value: null },
      note: { key: "customer.analysis.none.norm" },
    });
  });

  it("have the median age of their stage, at most where history is silent", () => {
    const deals = [1, 11, 21].map((on) =>
      aDeal(`d${on}`, { stage: "Talk", createdOn: day(`2026-03-${String(on).padStart(2, "0")}`) }),
    );
    const world = kpiWorld({ today: "2026-03-31", stages: [aStage("Talk", 1)], deals });
    const [stage] = openDeals(world, Q1).stages;
    expect(stage!.ageMedian.value).toEqual({ unit: "days", value: 20 });
    expect(stage!.ageMedian.note).toEqual({ key: "customer.analysis.note.at-most", params: { count: 3 } });
  });

  it("stand in one step of age each; the steps add up to all", () => {
    const deals = [0, 30, 31, 60, 90, 91].map((days, at) =>
      aDeal(`d${at}`, { createdOn: day(new Date(Date.UTC(2026, 2, 31 - days)).toISOString().slice(0, 10)) }),
    );
    const world = kpiWorld({ today: "2026-03-31", deals: [...deals, aDeal("nothing known")] });
    expect(openDeals(world, Q1).ages.map(({ step, count }) => [step, count.value.value])).toEqual([
      ["to-30", 2],
      ["to-60", 2],
      ["to-90", 1],
      ["over-90", 1],
      ["unknown", 1],
    ]);
  });

  it("have slipped when their close was moved later by import or history, or is past", () => {
    const world = kpiWorld({
      today: "2026-03-20",
      deals: [
        aDeal("imported", { expectedCloseOn: day("2026-05-01") }),
        aDeal("historic", { expectedCloseOn: day("2026-05-01") }),
        aDeal("past", { expectedCloseOn: day("2026-03-19") }),
        aDeal("earlier", { expectedCloseOn: day("2026-04-01") }),
        aDeal("today", { expectedCloseOn: day("2026-03-20") }),
      ],
      batchChanges: [
        aCloseChange("imported", "2026-04-01", "2026-05-01"),
        aCloseChange("earlier", "2026-05-01", "2026-04-01"),
      ],
      stageEvents: [aMove("historic", "Talk", "2026-01-01", "2026-03-02")],
    });
    const { slipped, overdue } = openDeals(world, Q1);
    expect(slipped.explain().rows.map(({ ref, amount }) => [ref.id, amount.value])).toEqual([
      ["imported", 30],
      ["historic", 60],
      ["past", 0],
    ]);
    expect(overdue.explain().rows.map(({ ref }) => ref.id)).toEqual(["past"]);
  });

  it("have not slipped by an import that was taken back", () => {
    const world = kpiWorld({
      today: "2026-03-20",
      deals: [aDeal("d", { expectedCloseOn: day("2026-05-01") })],
      batchChanges: [aCloseChange("d", "2026-04-01", "2026-05-01", "gone")],
      batches: [{ id: "gone", undone: true } as never],
    });
    expect(openDeals(world, Q1).slipped.value.value).toBe(0);
  });

  it("without next step are listed; when all are, the column may be missing", () => {
    const two = [aDeal("a", { nextStep: " " }), aDeal("b", { nextStep: "call" })];
    const some = openDeals(kpiWorld({ deals: two }), Q1).withoutNextStep;
    expect(some.explain().rows.map(({ ref }) => ref.id)).toEqual(["a"]);
    expect(some.note?.key).toBe("kpi.note.as-of");
    expect(openDeals(kpiWorld({ deals: [two[0]!] }), Q1).withoutNextStep.note?.key).toBe(
      "customer.analysis.note.no-next-steps",
    );
  });

  it("without a stage stand in a line of their own", () => {
    const world = kpiWorld({ deals: [aDeal("a"), aDeal("b", { stage: "Talk" })] });
    const stages = openDeals(world, Q1).stages.map(({ stage, count }) => [stage?.stage, count.value.value]);
    expect(stages).toEqual([
      [undefined, 1],
      ["Talk", 1],
    ]);
  });

  it("of one member are that member's", () => {
    const deals = [aDeal("a", { ownerName: "m1" }), aDeal("b")];
    const filter = everything("2026-Q1", { subject: { kind: "member", id: "m1" as never } });
    const found = openDeals(kpiWorld({ members: [aMember("m1")], deals }), filter);
    expect(found.withoutNextStep.explain().rows.map(({ ref }) => ref.id)).toEqual(["a"]);
  });
});
