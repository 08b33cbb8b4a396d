import { putRecords } from "../base/change.ts";
import type { Change } from "../base/change.ts";
import type { Day } from "../base/day.ts";
import { periodOf, shiftPeriod } from "../base/period.ts";
import type { Settings } from "../base/settings.ts";
import type { Stamp } from "../base/stamp.ts";
import { seedKpis, seedKpiSets } from "../kpi/seed-kpis.ts";
import type { Group } from "../team/records.ts";
import { seedTeam } from "../team/seed-team.ts";
import { applyChanges } from "./apply-changes.ts";
import { emptyWorkspace } from "./workspace.ts";
import type { Workspace } from "./workspace.ts";

/** What a new workspace is made with. */
export interface NewWorkspace {
  readonly settings: Settings;
  readonly today: Day;
  readonly stamp: Stamp;
  /** The language of the seeded purposes and descriptions; names are in both. */
  readonly language: "zh" | "en";
  newId(): string;
}

/** A workspace with nobody on the team yet: three groups with their duties, the skills, the KPI library with its sets. The
 * sets hold from the start of the fiscal year before, so that last year can be looked at too.
 * @example newWorkspace({ settings: aSettings(), today: "2026-11-23", stamp: "000000000-0000-d1", language: "zh", newId: countedIds() }).rows.kpis.size // => 11
 */
export function newWorkspace(of: NewWorkspace): Workspace {
  const team = seedTeam(of.newId, of.language);
  const groups = team.flatMap((change) =>
    change.op === "put" && change.table === "groups" ? (change.records as readonly Group[]) : [],
  );
  const { fiscalStart } = of.settings;
  const from = shiftPeriod(periodOf(of.today, "year", fiscalStart), -1, fiscalStart).start;
  const changes: readonly Change[] = [
    ...team,
    putRecords("kpis", seedKpis()),
    putRecords("kpiSets", seedKpiSets(groups, from)),
  ];
  return applyChanges(emptyWorkspace(of.settings), changes, of.stamp);
}
