import { dayOfMoment } from "../../../core/base/day.ts";
import type { Day } from "../../../core/base/day.ts";
import { parsePeriod, periodOf } from "../../../core/base/period.ts";
import type { PeriodId } from "../../../core/base/period.ts";
import { settingsOf } from "../../../core/vault/workspace.ts";
import type { Platform } from "../../platform/platform.ts";
import { setView, useView } from "../../storage/view-store.ts";
import type { Density, ThemeChoice } from "../../storage/view-store.ts";
import { workspaceStore } from "../../storage/workspace-store.ts";

const MINUTE_MS = 60_000;
const THEMES: readonly string[] = ["light", "dark", "system"] satisfies readonly ThemeChoice[];
const DENSITIES: readonly string[] = ["compact", "comfortable"] satisfies readonly Density[];

/** Theme and density as they were left; today by the clock of this device. */
export function readView(platform: Platform): void {
  const theme = platform.readPreference("theme") ?? "";
  const density = platform.readPreference("density") ?? "";
  const today = todayOf(platform);
  setView({
    theme: THEMES.includes(theme) ? (theme as ThemeChoice) : "system",
    density: DENSITIES.includes(density) ? (density as Density) : "compact",
    today,
    periodId: periodOf(today, "quarter", 1).id,
  });
}

/** Keeps what the reader chooses. The period is kept only where it is not the present quarter, which moves on by itself. */
export function keepView(platform: Platform): void {
  useView.subscribe((view, before) => {
    if (view.locale !== before.locale) platform.writePreference("locale", view.locale);
    if (view.theme !== before.theme) platform.writePreference("theme", view.theme);
    if (view.density !== before.density) platform.writePreference("density", view.density);
    if (view.periodId !== before.periodId) {
      const isPresent = view.periodId === presentQuarter(view.today);
      platform.writePreference("period", isPresent ? "" : view.periodId);
    }
  });
}

let timer: ReturnType<typeof setInterval> | undefined;

/** Sets the period of the open workspace's fiscal calendar, and lets the day move on at midnight. */
export function startClock(platform: Platform): void {
  const kept = platform.readPreference("period") ?? "";
  const today = todayOf(platform);
  const periodId = parsePeriod(kept, 1) ? (kept as PeriodId) : presentQuarter(today);
  setView({ today, periodId });
  clearInterval(timer);
  timer = setInterval(() => {
    const now = todayOf(platform);
    if (now !== useView.getState().today) setView({ today: now });
  }, MINUTE_MS);
}

function presentQuarter(today: Day): PeriodId {
  const { workspace } = workspaceStore.getState();
  return periodOf(today, "quarter", workspace ? settingsOf(workspace).fiscalStart : 1).id;
}

function todayOf(platform: Platform): Day {
  const nowMs = platform.nowMs();
  return dayOfMoment(nowMs, -new Date(nowMs).getTimezoneOffset());
}
