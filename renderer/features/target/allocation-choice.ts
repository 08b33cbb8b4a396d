import { create } from "zustand";
import type { PeriodId } from "../../../core/base/period.ts";
import type { AllocationHistory } from "../../../core/target/allocation/allocation-facts.ts";
import type { AllocationPlan, ShareBounds } from "../../../core/target/allocation/propose-allocation.ts";
import type { FactorWeights } from "../../../core/target/allocation/member-weights.ts";

/** How the manager has set the assistant: everything that makes one scenario. */
export interface AllocationSettings {
  readonly weights: FactorWeights;
  /** The step of the shares as a power of ten of the main unit: 3 for a thousand. */
  readonly unitPower: number;
  readonly boundsByKey: ReadonlyMap<string, ShareBounds>;
  readonly rampPercent: number;
  readonly history: AllocationHistory;
  readonly spread: AllocationPlan["spread"];
}

export const FIRST_SETTINGS: AllocationSettings = {
  weights: { ability: 2, experience: 1, interest: 1, history: 4, pipeline: 2 },
  unitPower: 3,
  boundsByKey: new Map(),
  rampPercent: 60,
  history: "last-year",
  spread: "all",
};

/** The row whose target is divided: chosen on the page or brought by a finding. */
export const useAllocationRow = create<{
  readonly rowKey: string | null;
  /** A total that was typed into the table and is to be divided before it is written. */
  readonly proposed: { readonly rowKey: string; readonly periodId: PeriodId; readonly total: number } | null;
}>(() => ({ rowKey: null, proposed: null }));
