import { beforeAll, describe, expect, test } from "vitest";
import { putRecords, setFields } from "../../../../core/base/change.ts";
import { day } from "../../../../core/base/day.ts";
import type { MemberId } from "../../../../core/base/id.ts";
import { period } from "../../../../core/base/period.ts";
import type { Settings } from "../../../../core/base/settings.ts";
import type { Stamp } from "../../../../core/base/stamp.ts";
import { USUAL_LEVELS } from "../../../../core/kpi/levels.ts";
import type { Kpi } from "../../../../core/kpi/records.ts";
import { cycleView } from "../../../../core/review/cycle-view.ts";
import { scoreCard } from "../../../../core/review/score-card.ts";
import {
  explainKpiMiddle,
  explainMiddle,
  kpiMiddles,
  mates,
  scoreTrend,
} from "../../../../core/review/score-trend.ts";
import { isUntouched } from "../../../../core/review/review-snapshot.ts";
import type { Member } from "../../../../core/team/records.ts";
import { applyChanges } from "../../../../core/vault/apply-changes.ts";
import type { Workspace } from "../../../../core/vault/workspace.ts";
import { reviewSources } from "../../../builders/review-cycle.ts";
import { aSample } from "../../../builders/vault-sample.ts";

const memberId = "m-zhao-lei" as MemberId;
const subject = { kind: "member", id: memberId } as const;
/** Locked in the sample, and the one after it, which is not. */
const locked = period("2026-Q2", 1);
const open = period("2026-Q3", 1);

/** Everything that a score is made from is changed: points, levels, KPIs, sets, names, the list of competencies. */
function later(now: Workspace): Workspace {
  const points = {
    id: "p9",
    memberId,
    periodId: locked.id,
    points: -9,
    reason: "late",
    on: day("2026-06-01"),
  };
  const kpis = [...now.rows.kpis.values()].map((kpi): Kpi => ({ ...kpi, target: 1, scoreCap: 200 }));
  const changes = [
    putRecords("scorePoints", [points, { ...points, id: "p8", periodId: open.id }]),
    putRecords("kpis", kpis),
    putRecords(
      "kpiSets",
      [...now.rows.kpiSets.values()].map((set) => ({ ...set, weights: set.weights.slice(0, 1) })),
    ),
    setFields<Settings>("settings", "workspace", {
      levels: [{ ...USUAL_LEVELS[4]!, name: "new" }],
      competencies: [{ id: "new", name: { zh: "新", en: "" } }],
    }),
    setFields<Member>("members", memberId, { name: "somebody else" }),
  ];
  return applyChanges(now, changes, "000000001-0000-t" as Stamp);
}

let before: Workspace;
let after: Workspace;

beforeAll(() => {
  before = aSample();
  after = later(before);
});

describe("a locked review", () => {
  test("keeps scores, points, levels, names and competencies whatever is changed later", () => {
    const [was, is] = [before, after].map((workspace) => cycleView(reviewSources(workspace), locked)!);
    expect(is).toEqual(was);
    expect(isUntouched(is!.snapshot!)).toBe(true);
    expect(is!.snapshot!.competencies.map(({ id }) => id)).not.toContain("new");
  });

  test("is what a scorecard of its period shows; one that is not locked follows the changes", () => {
    const card = (workspace: Workspace, of: typeof open) => {
      const { total, level, lines, kept } = scoreCard(reviewSources(workspace), subject, of);
      return { total, level, lines: lines.map(({ now: _now, ...rest }) => rest), kept: kept?.id };
    };
    expect(card(after, locked)).toEqual(card(before, locked));
    expect(card(after, locked).kept).toBe("2026-Q2|1");
    expect(card(after, open)).not.toEqual(card(before, open));
  });
});

describe("a trend of scorecards", () => {
  test("ends with the chosen period and holds a member beside the median of their group", () => {
    const trend = scoreTrend(reviewSources(before), subject, { period: open, steps: 3 });
    expect(trend.map((point) => point.period.id)).toEqual(["2026-Q1", "2026-Q2", "2026-Q3"]);
    const totals = mates(reviewSources(before), subject, open).map(
      (id) => scoreCard(reviewSources(before), { kind: "member", id }, open).total!,
    );
    const sorted = totals.toSorted((a, b) => a - b);
    expect(trend[2]!.middle).toEqual({ n: 4, median: (sorted[1]! + sorted[2]!) / 2 });
  });

  test("has no median under three people, and says how many there are", () => {
    const analyst = { kind: "member", id: "m-lin-yue" as MemberId } as const;
    const [point] = scoreTrend(reviewSources(before), analyst, { period: open, steps: 1 });
    expect(point!.middle).toEqual({ n: 2, median: null });
  });

  test("explains the median by everybody's total", () => {
    const explained = explainMiddle(reviewSources(before), { kind: "team" }, open);
    expect(explained.inputs).toHaveLength(9);
    expect(explained.inputs[0]!.explain!().value).toEqual(explained.inputs[0]!.value);
  });

  test("of each KPI is that of those whose scorecards have it, and is explained by their scores", () => {
    const sources = reviewSources(before);
    const middles = [...kpiMiddles(sources, { kind: "team" }, open)];
    expect(middles.length).toBeGreaterThan(5);
    for (const [kpiId, { n, median }] of middles) {
      const { value, inputs } = explainKpiMiddle(sources, { kind: "team" }, { period: open, kpiId });
      expect(value.value).toBe(median);
      expect(inputs.filter((one) => one.value.value !== null)).toHaveLength(n);
    }
  });
});
