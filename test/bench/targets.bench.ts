import { putRecords } from "../../core/base/change.ts";
import { day } from "../../core/base/day.ts";
import type { GroupId, KpiId, MemberId } from "../../core/base/id.ts";
import { periodOf } from "../../core/base/period.ts";
import { nextStamp } from "../../core/base/stamp.ts";
import type { Kpi } from "../../core/kpi/records.ts";
import { kpiValue } from "../../core/kpi/kpi-value.ts";
import { allocationFacts } from "../../core/target/allocation/allocation-facts.ts";
import type { AllocationSources } from "../../core/target/allocation/allocation-facts.ts";
import { proposeAllocation } from "../../core/target/allocation/propose-allocation.ts";
import { sumFindings } from "../../core/target/reconcile.ts";
import { setTargets } from "../../core/target/set-targets.ts";
import { splitYear } from "../../core/target/split-year.ts";
import { rowStanding } from "../../core/target/standing.ts";
import type { ActualOf } from "../../core/target/standing.ts";
import { numberShape } from "../../core/target/target-rows.ts";
import { targetTree } from "../../core/target/target-tree.ts";
import type { TargetTree } from "../../core/target/target-tree.ts";
import type { Group, Member, Membership } from "../../core/team/records.ts";
import { applyChanges } from "../../core/vault/apply-changes.ts";
import { checkChanges } from "../../core/vault/check-changes.ts";
import { kpiContext } from "../../core/vault/kpi-context.ts";
import { emptyWorkspace, settingsOf } from "../../core/vault/workspace.ts";
import type { Workspace } from "../../core/vault/workspace.ts";
import type { BenchFigure } from "./harness.ts";

const TODAY = day("2026-09-14");
const STAMP = nextStamp(null, 0, "bench");
const YEAR = 2026;
const PERIODS = 17;

const visits: Kpi = {
  id: "visits" as KpiId,
  name: { zh: "拜访量", en: "Visits" },
  definition: { zh: "", en: "" },
  unit: "count",
  direction: "higher",
  source: "typed",
  kind: "flow",
  frequency: "month",
  scoreFloor: 60,
  scoreCap: 120,
  order: 1,
  archived: false,
};

export const figures: readonly BenchFigure[] = [
  {
    name: "one target edited: checked, applied, tree, sums and all figures anew",
    floorName: "structuredClone of the year's targets",
    of: "members × 12 months",
    sizes: [9, 25, 50],
    prepare(size) {
      const workspace = teamOf(size);
      const shape = numberShape(visits, "CNY", 0);
      const targets = [...workspace.rows.targets.values()];
      let round = 0;
      return {
        run: () => {
          round += 1;
          const edit = { rowKey: "member:m0@g0", periodId: `${YEAR}-09`, text: String(100 + round) };
          const edited = setTargets(treeOf(workspace), [edit], shape);
          if (!edited.ok || !checkChanges(workspace, edited.value).ok)
            throw new Error("the edit was refused");
          return allFigures(applyChanges(workspace, edited.value, STAMP));
        },
        floor: () => structuredClone(targets),
      };
    },
  },
  {
    name: "a month's target allocated to everybody: facts, weights, shares, reasons",
    floorName: "structuredClone of the members",
    of: "members",
    sizes: [9, 25, 50],
    prepare(size) {
      const workspace = teamOf(size);
      const tree = treeOf(workspace);
      const context = kpiContext(workspace, TODAY);
      const at = { row: 0, period: 13 };
      const sources: AllocationSources = {
        team: workspace.rows,
        actualOf: (subject, period) => kpiValue(context, visits.id, { subject, period }),
        pipelineOf: (subject, period) => kpiValue(context, "open-amount", { subject, period }),
        today: TODAY,
        history: "last-year",
        rampPercent: 60,
      };
      const plan = { ...at, total: 100 * size, unit: 10, spread: "all" } as const;
      const weights = { ability: 2, experience: 1, interest: 1, history: 4, pipeline: 2 };
      const boundsByKey = new Map([["member:m0@g0", { ceiling: 10 }]]);
      const members = [...workspace.rows.members.values()];
      return {
        run() {
          const facts = allocationFacts(tree, at, sources);
          const proposed = proposeAllocation(tree, facts, { ...plan, weights, boundsByKey });
          if (!proposed.ok) throw new Error("the bench allocates");
          return proposed.value.shares.length;
        },
        floor: () => structuredClone(members),
      };
    },
  },
];

function allFigures(workspace: Workspace): number {
  const tree = treeOf(workspace);
  const context = kpiContext(workspace, TODAY);
  const actualOf: ActualOf = (kpiId, subject, period) => kpiValue(context, kpiId, { subject, period });
  const from = { actualOf, today: TODAY };
  let figures = sumFindings(tree).length;
  for (const row of tree.rows) {
    for (let period = 0; period < PERIODS; period += 1) {
      if (rowStanding(tree, { row: row.index, period }, from).state !== null) figures += 1;
    }
  }
  return figures;
}

function treeOf(workspace: Workspace): TargetTree {
  const tree = targetTree(workspace.rows, { kpiId: visits.id, line: "target", year: YEAR });
  if (!tree) throw new Error("the bench has its KPI");
  return tree;
}

/** A team in groups of five, its year split down to everybody's months. */
function teamOf(size: number): Workspace {
  const empty = emptyWorkspace({
    id: "workspace",
    name: "",
    currency: "CNY",
    fiscalStart: 1,
    salesBasis: "order",
    newCustomerBy: "order",
    dutyLimit: 6,
  });
  const groupCount = Math.ceil(size / 5);
  const groups = Array.from({ length: groupCount }, (_, at) => groupAt(at));
  const members = Array.from({ length: size }, (_, at) => memberAt(at));
  const memberships = members.map((member, at) => seatAt(member.id, at % groupCount));
  const filled = applyChanges(
    empty,
    [
      putRecords("kpis", [visits]),
      putRecords("groups", groups),
      putRecords("members", members),
      putRecords("memberships", memberships),
    ],
    STAMP,
  );
  const year = periodOf(TODAY, "year", settingsOf(filled).fiscalStart);
  const split = splitYear(treeOf(filled), {
    total: Number(year.id) * size,
    season: { by: "working-days" },
    depth: "members",
    groupIds: groups.map((group) => group.id),
  });
  if (!split.ok) throw new Error("the bench splits its year");
  return applyChanges(filled, split.value, STAMP);
}

function groupAt(at: number): Group {
  const name = { zh: `组 ${at}`, en: `Group ${at}` };
  return { id: `g${at}` as GroupId, name, purpose: "", color: "teal", order: at, archived: false };
}

function memberAt(at: number): Member {
  const id = `m${at}` as MemberId;
  return { id, name: `成员 ${at}`, ftePercent: 100, aliases: [], interests: {}, notes: "", order: at };
}

function seatAt(memberId: MemberId, group: number): Membership {
  const groupId = `g${group}` as GroupId;
  return { id: `${memberId}:2020`, memberId, groupId, title: "", grade: "regular", from: day("2020-01-01") };
}
