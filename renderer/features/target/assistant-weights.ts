import type { Day } from "../../../core/base/day.ts";
import { kpiValue } from "../../../core/kpi/kpi-value.ts";
import { allocationFacts } from "../../../core/target/allocation/allocation-facts.ts";
import { memberWeights } from "../../../core/target/allocation/member-weights.ts";
import { FIRST_MONTH, wholesOfPeriod } from "../../../core/target/fiscal-year.ts";
import type { LifeFinding } from "../../../core/target/life/life-findings.ts";
import { kpiContext } from "../../../core/vault/kpi-context.ts";
import { FIRST_SETTINGS } from "./allocation-choice.ts";
import type { TargetTable } from "./use-target-table.ts";

/** The assistant's weights of those who could take a finding's months, by row key, as the assistant is first set: over the
 * month, quarter or year that holds all of the months. */
export function assistantWeights(
  { tree, workspace, kpi }: TargetTable,
  finding: LifeFinding,
  today: Day,
): ReadonlyMap<string, bigint> {
  const { weights, history, rampPercent } = FIRST_SETTINGS;
  const context = kpiContext(workspace, today);
  const period = sharedPeriod(finding);
  const parents = new Set(finding.months.map((month) => month.parent));
  const entries = [...parents].flatMap((row) => {
    const members = allocationFacts(
      tree,
      { row, period },
      {
        team: workspace.rows,
        actualOf: (subject, within) => kpiValue(context, kpi.id, { subject, period: within }),
        pipelineOf: (subject, within) => kpiValue(context, "open-amount", { subject, period: within }),
        today,
        history,
        rampPercent,
      },
    );
    const byMember = memberWeights(members, weights);
    return members.map((member, at) => [tree.rows[member.row]!.key, byMember[at]!] as const);
  });
  return new Map(entries);
}

function sharedPeriod({ months }: LifeFinding): number {
  const first = FIRST_MONTH + months[0]!.month;
  const last = FIRST_MONTH + months.at(-1)!.month;
  if (first === last) return first;
  return wholesOfPeriod(first).find((whole) => wholesOfPeriod(last).includes(whole)) ?? 0;
}
