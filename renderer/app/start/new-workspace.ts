import { putRecords } from "../../../core/base/change.ts";
import type { Day } from "../../../core/base/day.ts";
import { periodOf } from "../../../core/base/period.ts";
import type { Settings } from "../../../core/base/settings.ts";
import { nextStamp } from "../../../core/base/stamp.ts";
import { seedKpiSets, seedKpis } from "../../../core/kpi/seed-kpis.ts";
import { seedTeam } from "../../../core/team/seed-team.ts";
import { applyChanges } from "../../../core/vault/apply-changes.ts";
import { emptyWorkspace, rowsOf } from "../../../core/vault/workspace.ts";
import type { Workspace } from "../../../core/vault/workspace.ts";

export interface NewWorkspaceInput {
  readonly settings: Settings;
  readonly language: "zh" | "en";
  readonly today: Day;
  readonly nowMs: number;
  newId(): string;
}

/** An empty team as it begins: settings, the three groups with their duties and skills, the KPI library and its sets. */
export function newWorkspace(input: NewWorkspaceInput): Workspace {
  const { settings, today, nowMs, newId, language } = input;
  const stamp = nextStamp(null, nowMs, "start");
  const withTeam = applyChanges(emptyWorkspace(settings), seedTeam(newId, language), stamp);
  const year = periodOf(today, "year", settings.fiscalStart);
  const kpis = [
    putRecords("kpis", seedKpis()),
    putRecords("kpiSets", seedKpiSets(rowsOf(withTeam, "groups"), year.start)),
  ];
  return applyChanges(withTeam, kpis, stamp);
}
