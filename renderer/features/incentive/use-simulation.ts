import { useMemo } from "react";
import type { MemberId } from "../../../core/base/id.ts";
import { message } from "../../../core/base/message.ts";
import type { Explanation } from "../../../core/base/explain.ts";
import { money, sumMoney } from "../../../core/base/money.ts";
import type { Money } from "../../../core/base/money.ts";
import { periodOf, shiftPeriod } from "../../../core/base/period.ts";
import type { Period } from "../../../core/base/period.ts";
import { explainSum } from "../../../core/incentive/pay/pay-elements.ts";
import { nearCliffs, simulate } from "../../../core/incentive/plan/simulate.ts";
import type { NearCliff, SimulatedCell } from "../../../core/incentive/plan/simulate.ts";
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
  explain(which: "present" | "tried"): Explanation;
}

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
    const list = memberIds.map((memberId) =>
      rowOf(
        cells.filter((cell) => cell.memberId === memberId),
        nameOf(memberId),
        (id) => words.period(id),
      ),
    );
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
  name: string,
  periodName: (id: string) => string,
): SimulationRow {
  const amountOf = (cell: SimulatedCell, which: "present" | "tried") =>
    which === "present" ? cell.present : cell.tried[0]!;
  const sumOf = (which: "present" | "tried") => sumMoney(cells.map((cell) => amountOf(cell, which)));
  const [present, tried] = [sumOf("present"), sumOf("tried")];
  return {
    memberId: cells[0]!.memberId,
    name,
    present,
    tried,
    difference: money(tried - present),
    explain: (which) =>
      explainSum(
        message(`incentive.simulator.explain.${which}`, { name }),
        cells.map((cell) => ({ name: periodName(cell.periodId), amount: amountOf(cell, which) })),
      ),
  };
}
