import { create } from "zustand";
import type { KpiId } from "../../../core/base/id.ts";
import type { TargetLine } from "../../../core/target/records.ts";

/** What the manager looks at in the target table; kept while the app is open. */
export interface TargetChoice {
  /** `null`: the first KPI that has targets, else the first that sums. */
  readonly kpiId: KpiId | null;
  readonly line: TargetLine;
  /** The shown multiple of money by language, as a power of ten. */
  readonly powerByLocale: Readonly<Record<string, number>>;
  /** The column of opening figures is asked for. */
  readonly showsOpening: boolean;
}

export const useTargetChoice = create<TargetChoice>(() => ({
  kpiId: null,
  line: "target",
  powerByLocale: { "zh-CN": 4, en: 3 },
  showsOpening: false,
}));
