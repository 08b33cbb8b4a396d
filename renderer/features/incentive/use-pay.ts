import { periodOf, parsePeriod } from "../../../core/base/period.ts";
import type { Period } from "../../../core/base/period.ts";
import { currencyDigits } from "../../../core/base/money.ts";
import type { PayContext } from "../../../core/incentive/pay/pay-context.ts";
import { payContext } from "../../../core/vault/pay-context.ts";
import { settingsOf } from "../../../core/vault/workspace.ts";
import { useView } from "../../storage/view-store.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";

/** What the pages of pay are drawn from. */
export interface Pay {
  readonly context: PayContext;
  /** The period in the frame. */
  readonly period: Period;
  readonly fiscalStart: number;
  /** Minor units in a main unit. */
  readonly unit: number;
}

export function usePay(): Pay {
  const workspace = useWorkspace();
  const { periodId, today } = useView();
  const { fiscalStart, currency } = settingsOf(workspace);
  return {
    context: payContext(workspace, today),
    period: parsePeriod(periodId, fiscalStart) ?? periodOf(today, "quarter", fiscalStart),
    fiscalStart,
    unit: 10 ** currencyDigits(currency),
  };
}
