import { useMemo } from "react";
import type { MemberId } from "../../../core/base/id.ts";
import { message } from "../../../core/base/message.ts";
import type { Explanation } from "../../../core/base/explain.ts";
import { money, sumMoney } from "../../../core/base/money.ts";
import type { Money } from "../../../core/base/money.ts";
import { period as periodFrom, periodOf, shiftPeriod } from "../../../core/base/period.ts";
import type { Period } from "../../../core/base/period.ts";
import { explainSum } from "../../../core/incentive/pay/pay-elements.ts";
import { explainDifference, explainEarned } from "../../../core/incentive/plan/explain-earned.ts";
import { nearCliffs, simulate } from "../../../core/incentive/plan/simulate.ts";
import type { NearCliff, SimulatedCell } from "../../../core/incentive/plan/simulate.ts";
import type { PayContext } from "../../../core/incentive/pay/pay-context.ts";
import type { PayPlan } from "../../../core/incentive/records.ts";
import { membersOn } from "../../../core/team/memberships.ts";
import { useWords } from "../../ui/words-context.tsx";
import { usePay } from "./use-pay.ts";

/** How many past periods are looked at. */
const PERIODS = { month: 12, quarter: 4 } as const;

export interface SimulationRow {
  readonly memberId: MemberId;
  readonly name: string;
  readonly present: Money;
  readonly tried: Money;
  readonly difference: Money;
  explain(which: SimulatedSide): Explanation;
}

/** As it was, as it would have been, and what that changes. */
export type SimulatedSide = "present" | "tried" | "difference";

export interface Simulation {
  readonly periods: readonly Period[];
  readonly rows: readonly SimulationRow[];
  readonly present: Money;
  readonly tried: Money;
  readonly approvedCells: number;
  readonly near: readonly NearCliff[];
  nameOf(id: MemberId): string;
}

/** The last whole periods of a plan's kind as they were paid, and as the plan would have paid them. */
export function useSimulation(plan: PayPlan): Simulation {
  const words = useWords();
  const { context, fiscalStart, unit } = usePay();
  return useMemo(() => {
    const { today, rows } = context.kpi;
    const running = periodOf(today, plan.frequency, fiscalStart);
    const count = PERIODS[plan.frequency];
    const periods = Array.from({ length: count }, (_, at) => shiftPeriod(running, at - count, fiscalStart));
    const members = membersOn(rows, today);
    const memberIds = members.map((member) => member.id);
    const cells = simulate(context, { plans: [plan], periods, memberIds });
    const nameOf = (id: MemberId) => rows.members.get(id)?.name ?? id;
    const list = memberIds.map((memberId) => {
      const own = cells.filter((cell) => cell.memberId === memberId);
      return rowOf(own, { context, plan, name: nameOf(memberId), periodName: (id) => words.period(id) });
    });
    return {
      periods,
      rows: list,
      present: sumMoney(list.map((row) => row.present)),
      tried: sumMoney(list.map((row) => row.tried)),
      approvedCells: cells.filter((cell) => cell.isApproved).length,
      near: nearCliffs(context, plan, { periods, memberIds, unit }),
      nameOf,
    };
  }, [context, fiscalStart, unit, plan, words]);
}

function rowOf(
  cells: readonly SimulatedCell[],
  by: {
    readonly context: PayContext;
    readonly plan: PayPlan;
    readonly name: string;
    periodName(id: string): string;
  },
): SimulationRow {
  const { context, plan, name } = by;
  const { fiscalStart } = context.kpi.settings;
  const sides = cells.map((cell) => {
    const place = { memberId: cell.memberId, period: periodFrom(cell.periodId, fiscalStart), name };
    return {
      name: by.periodName(cell.periodId),
      present: { amount: cell.present, explain: () => explainEarned(context, place) },
      tried: { amount: cell.tried[0]!, explain: () => explainEarned(context, { ...place, tried: plan }) },
    };
  });
  const sumOf = (which: "present" | "tried") => sumMoney(sides.map((side) => side[which].amount));
  const [present, tried] = [sumOf("present"), sumOf("tried")];
  const titled = (which: SimulatedSide, who: string) =>
    message(`incentive.simulator.explain.${which}`, { name: who });
  const partOf = (side: (typeof sides)[number], which: SimulatedSide) =>
    which === "difference"
      ? {
          amount: money(side.tried.amount - side.present.amount),
          explain: () => explainDifference(titled(which, `${name} · ${side.name}`), side),
        }
      : side[which];
  return {
    memberId: cells[0]!.memberId,
    name,
    present,
    tried,
    difference: money(tried - present),
    explain: (which) =>
      explainSum(
        titled(which, name),
        sides.map((side) => ({ name: side.name, ...partOf(side, which) })),
      ),
  };
}
