import { useMemo } from "react";
import type { GroupId } from "../../../core/base/id.ts";
import type { Settings } from "../../../core/base/settings.ts";
import type { Day } from "../../../core/base/day.ts";
import { teamFindings } from "../../../core/team/findings/team-findings.ts";
import type { TeamFinding } from "../../../core/team/findings/finding.ts";
import type { Group } from "../../../core/team/records.ts";
import { living } from "../../../core/team/team-rows.ts";
import type { TeamRows } from "../../../core/team/team-rows.ts";
import { settingsOf } from "../../../core/vault/workspace.ts";
import { useView } from "../../storage/view-store.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";

/** What every page of this room reads: the tables, the day, the living groups and what was found. */
export interface TeamData {
  readonly rows: TeamRows;
  readonly settings: Settings;
  readonly today: Day;
  readonly groups: readonly Group[];
  readonly findings: readonly TeamFinding[];
  groupOf(id: GroupId | undefined): Group | undefined;
}

/** The selector of this room. */
export function useTeamData(): TeamData {
  const workspace = useWorkspace();
  const today = useView((view) => view.today);
  const rows: TeamRows = workspace.rows;
  const settings = settingsOf(workspace);
  return useMemo(
    () => ({
      rows,
      settings,
      today,
      groups: living(rows.groups),
      findings: teamFindings(rows, settings, today),
      groupOf: (id) => (id === undefined ? undefined : rows.groups.get(id)),
    }),
    [rows, settings, today],
  );
}
