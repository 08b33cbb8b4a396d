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
import { lockStanding } from "../../core/target/lock-standing.ts";
import { sumFindings } from "../../core/target/reconcile.ts";
import { TARGET_LINES } from "../../core/target/records.ts";
import type { TargetLine } from "../../core/target/records.ts";
import { setTargets, strayTargets } from "../../core/target/set-targets.ts";
import { splitYear } from "../../core/target/split-year.ts";
import { rowStanding } from "../../core/target/standing.ts";
import type { ActualOf } from "../../core/target/standing.ts";
import { lockOf, lockTargets } from "../../core/target/target-lock.ts";
import { numberShape } from "../../core/target/target-rows.ts";
import { targetTree } from "../../core/target/target-tree.ts";
import type { TargetTree } from "../../core/target/target-tree.ts";
import { withVersion } from "../../core/target/with-version.ts";
import type { Group, Member, Membership } from "../../core/team/records.ts";
import { applyChanges } from "../../core/vault/apply-changes.ts";
import { checkChanges } from "../../core/vault/check-changes.ts";
import { kpiContext } from "../../core/vault/kpi-context.ts";
import { emptyWorkspace, settingsOf } from "../../core/vault/workspace.ts";
import type { Workspace } from "../../core/vault/workspace.ts";
import type { BenchFigure } from "./harness.ts";
import { threadTime } from "./thread-time.ts";

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

/** Five KPIs with three lines each. */
const KPIS: readonly Kpi[] = Array.from({ length: 5 }, (_, at) => ({
  ...visits,
  id: (at === 0 ? visits.id : `kpi${at}`) as KpiId,
  order: at + 1,
}));

export const figures: readonly BenchFigure[] = [
  {
    name: "targets: one cell of 12 months × 5 KPIs × 3 lines edited: all figures on the screen, thread time",
    floorName: "structuredClone of all targets",
    of: "members",
    sizes: [9, 25, 50],
    clock: "answer",
    prepare(size) {
      const workspace = teamOf(size, KPIS, TARGET_LINES);
      const targets = [...workspace.rows.targets.values()];
      const tree = treeOf(workspace);
      let round = 0;
      const edit = () => {
        round += 1;
        return onScreen(edited(workspace, { tree, text: String(100 + (round % 50)) }));
      };
      for (let warm = 0; warm < 20; warm += 1) edit();
      return {
        run: () => threadTime(edit, 3),
        floor: () => threadTime(() => structuredClone(targets), 3),
      };
    },
  },
  {
    name: "targets: the same where the year is locked: a version, and attainment against the original",
    floorName: "structuredClone of all targets",
    of: "members",
    sizes: [9, 25, 50],
    clock: "answer",
    prepare(size) {
      const team = teamOf(size, KPIS, TARGET_LINES);
      const lock = lockTargets(team.rows, { kpiId: visits.id, year: YEAR, on: TODAY, note: "" });
      if (!lock.ok) throw new Error("the bench locks its year");
      const workspace = applyChanges(team, lock.value, STAMP);
      const targets = [...workspace.rows.targets.values()];
      const tree = treeOf(workspace);
      let round = 0;
      const edit = () => {
        round += 1;
        const text = String(100 + (round % 50));
        return onScreen(edited(workspace, { tree, text, why: { on: TODAY, reason: "market" } }));
      };
      for (let warm = 0; warm < 20; warm += 1) edit();
      return {
        run: () => threadTime(edit, 3),
        floor: () => threadTime(() => structuredClone(targets), 3),
      };
    },
  },
  {
    name: "targets: one edited: checked, applied, tree, sums and all figures anew",
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
    name: "targets: a month allocated to everybody: facts, weights, shares, reasons, thread time",
    floorName: "structuredClone of the members",
    of: "members",
    sizes: [9, 25, 50],
    clock: "answer",
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
      const allocate = () => {
        const facts = allocationFacts(tree, at, sources);
        const proposed = proposeAllocation(tree, facts, { ...plan, weights, boundsByKey });
        if (!proposed.ok) throw new Error("the bench allocates");
        return proposed.value.shares.length;
      };
      for (let warm = 0; warm < 50; warm += 1) allocate();
      return {
        run: () => threadTime(allocate, 10),
        floor: () => threadTime(() => structuredClone(members), 200),
      };
    },
  },
];

/** The workspace after a month of one member was typed anew into the tree that was on the screen. */
function edited(
  workspace: Workspace,
  edit: {
    readonly tree: TargetTree;
    readonly text: string;
    readonly why?: Parameters<typeof withVersion>[2];
  },
): Workspace {
  const { tree, text, why } = edit;
  const cell = { rowKey: "member:m0@g0", periodId: `${YEAR}-09`, text };
  const typed = setTargets(tree, [cell], numberShape(visits, "CNY", 0));
  const command = typed.ok && why ? withVersion(workspace.rows, typed.value, why) : typed;
  if (!command.ok || !checkChanges(workspace, command.value).ok) throw new Error("the edit was refused");
  return applyChanges(workspace, command.value, STAMP);
}

/** What the target table shows in a quarter: the tree, what does not add up, and how every row stands. */
function onScreen(workspace: Workspace): number {
  const tree = treeOf(workspace);
  const context = kpiContext(workspace, TODAY);
  const actualOf: ActualOf = (kpiId, subject, period) => kpiValue(context, kpiId, { subject, period });
  const lock = lockOf(workspace.rows, { kpiId: visits.id, year: YEAR });
  let figures = sumFindings(tree).length + strayTargets(tree).length;
  for (const { index } of tree.rows) {
    const at = { row: index, period: 3 };
    const standing = rowStanding(tree, at, { actualOf, today: TODAY });
    if (standing.attainment.quantity.value !== null) figures += 1;
    if (lock && lockStanding(tree, at, { lock, standing }).againstOriginal.quantity.value !== null)
      figures += 1;
  }
  return figures;
}

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

function treeOf(workspace: Workspace, kpiId: KpiId = visits.id, line: TargetLine = "target"): TargetTree {
  const tree = targetTree(workspace.rows, { kpiId, line, year: YEAR });
  if (!tree) throw new Error("the bench has its KPI");
  return tree;
}

/** A team in groups of five, its year split down to everybody's months, on each KPI and line. */
function teamOf(
  size: number,
  kpis: readonly Kpi[] = [visits],
  lines: readonly TargetLine[] = ["target"],
): Workspace {
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
      putRecords("kpis", kpis),
      putRecords("groups", groups),
      putRecords("members", members),
      putRecords("memberships", memberships),
    ],
    STAMP,
  );
  const year = periodOf(TODAY, "year", settingsOf(filled).fiscalStart);
  let workspace = filled;
  for (const { id: kpiId } of kpis) {
    for (const line of lines) {
      const split = splitYear(treeOf(workspace, kpiId, line), {
        total: Number(year.id) * size,
        season: { by: "working-days" },
        depth: "members",
        groupIds: groups.map((group) => group.id),
      });
      if (!split.ok) throw new Error("the bench splits its year");
      workspace = applyChanges(workspace, split.value, STAMP);
    }
  }
  return workspace;
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
