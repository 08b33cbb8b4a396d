import type { Day } from "../../core/base/day.ts";
import type { Settings } from "../../core/base/settings.ts";
import type { Stamp } from "../../core/base/stamp.ts";
import { inOrder } from "../../core/team/team-rows.ts";
import { newWorkspace } from "../../core/vault/new-workspace.ts";
import { sampleWorkspace } from "../../core/vault/sample/sample-workspace.ts";
import type { SeededTeam } from "../../core/vault/sample/team.ts";
import type { Workspace } from "../../core/vault/workspace.ts";
import { rowsOf } from "../../core/vault/workspace.ts";

export { aMeeting } from "./meeting.ts";
export { seededRandom } from "../../core/vault/sample/random.ts";

const TODAY = "2026-11-23" as Day;
const STAMP = "000000000-0000-sample" as Stamp;

/** The sample team on 23 November 2026. */
export function aSample(): Workspace {
  return sampleWorkspace(TODAY, STAMP);
}

/** The settings of a workspace in yuan. */
export function aSettings(changed: Partial<Settings> = {}): Settings {
  return {
    id: "workspace",
    name: "T",
    currency: "CNY",
    fiscalStart: 1,
    salesBasis: "order",
    newCustomerBy: "order",
    dutyLimit: 8,
    ...changed,
  };
}

/** Ids that count up. */
export function countedIds(): () => string {
  let count = 0;
  return () => `id-${++count}`;
}

/** What the seeds put there before the people come. */
export function seededTeam(): SeededTeam {
  const { rows, ...rest } = newWorkspace({
    settings: aSettings(),
    today: TODAY,
    stamp: STAMP,
    language: "zh",
    newId: countedIds(),
  });
  return {
    groups: inOrder(rows.groups),
    duties: inOrder(rows.duties),
    expectations: rowsOf({ rows, ...rest }, "skillExpectations"),
  };
}
