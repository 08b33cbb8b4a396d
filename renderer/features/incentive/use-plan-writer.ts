import { createContext, useContext } from "react";
import { message } from "../../../core/base/message.ts";
import { savePlan, withRule } from "../../../core/incentive/plan/edit-plan.ts";
import type { PayPlan, PayRule } from "../../../core/incentive/records.ts";
import { runCommand } from "../../storage/run-command.ts";
import { useWords } from "../../ui/words-context.tsx";

/** Where an edited plan goes: into the workspace, or, while something is tried out, nowhere but the screen. */
export const PlanSink = createContext<((plan: PayPlan) => void) | null>(null);

export interface PlanWriter {
  /** Answers with what is wrong at the field, else with the first thing that is; `null` when it was written. */
  writePlan(plan: PayPlan, field: string): Promise<string | null>;
  writeRule(plan: PayPlan, rule: PayRule, field: string): Promise<string | null>;
}

export function usePlanWriter(): PlanWriter {
  const words = useWords();
  const sink = useContext(PlanSink);
  const writePlan = async (plan: PayPlan, field: string) => {
    const command = savePlan(plan);
    if (!command.ok) {
      return words.say((command.error.find((one) => one.field === field) ?? command.error[0]!).message);
    }
    if (sink) sink(plan);
    else await runCommand(message("incentive.record.plan", { plan: plan.name }), () => command);
    return null;
  };
  return {
    writePlan,
    writeRule: (plan, rule, field) => writePlan(withRule(plan, rule), `rules.${rule.id}.${field}`),
  };
}
