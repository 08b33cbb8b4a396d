import { create } from "zustand";
import type { Day } from "../../core/base/day.ts";
import type { PeriodId } from "../../core/base/period.ts";
import type { Locale } from "../../core/words/dictionary.ts";

export type ThemeChoice = "light" | "dark" | "system";
export type Density = "compact" | "comfortable";

/** What the person has chosen to look at, and how: rules every screen, belongs to this device, not to the workspace. */
export interface View {
  readonly locale: Locale;
  readonly theme: ThemeChoice;
  readonly density: Density;
  /** The period that every screen shows. */
  readonly periodId: PeriodId;
  /** Handed in at start and moved on at midnight; `core` never asks a clock. */
  readonly today: Day;
}

export const useView = create<View>(() => ({
  locale: "zh-CN",
  theme: "system",
  density: "compact",
  periodId: "2026-Q4" as PeriodId,
  today: "2026-01-01" as Day,
}));

export function setView(view: Partial<View>): void {
  useView.setState(view);
}
