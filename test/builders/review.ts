import { putRecords } from "../../core/base/change.ts";
import { day } from "../../core/base/day.ts";
import type { Day } from "../../core/base/day.ts";
import type { KpiId } from "../../core/base/id.ts";
import { period } from "../../core/base/period.ts";
import type { Stamp } from "../../core/base/stamp.ts";
import { packBook } from "../../core/review/pack-sources.ts";
import type { PackBook, PackSources } from "../../core/review/pack-sources.ts";
import { lockTargets } from "../../core/target/target-lock.ts";
import { withVersion } from "../../core/target/with-version.ts";
import { packSources } from "../../core/vault/pack-sources.ts";
import { sampleWorkspace } from "../../core/vault/sample/sample-workspace.ts";
import type { Workspace } from "../../core/vault/workspace.ts";
import { after } from "./target-book.ts";

const TODAY = "2026-11-23" as Day;

/** What a pack of the sample team is written from: a quarter as seen on 23 November 2026. */
export function sampleSources(quarter = "2026-Q3"): PackSources {
  const workspace = sampleWorkspace(TODAY, "000000000-0000-sample" as Stamp);
  return packSources(workspace, { period: period(quarter, 1), today: TODAY });
}

/** The sample team with this year's sales targets locked in March, and the team's third quarter raised by half since. */
export function raisedWorkspace(): Workspace {
  const workspace = sampleWorkspace(TODAY, "000000000-0000-sample" as Stamp);
  const scope = { kpiId: "sales" as KpiId, year: 2026 };
  const locked = after(
    workspace.rows,
    lockTargets(workspace.rows, { ...scope, on: day("2026-03-02"), note: "" }),
  );
  const target = locked.targets.get("sales|team|2026-Q3|target")!;
  const change = putRecords("targets", [{ ...target, value: target.value * 1.5 }]);
  const rows = after(locked, withVersion(locked, [change], { on: day("2026-07-06"), reason: "新区" }));
  return { ...workspace, rows };
}

/** What a pack of that team is written from. */
export function raisedSources(): PackSources {
  return packSources(raisedWorkspace(), { period: period("2026-Q3", 1), today: TODAY });
}

/** The same with its sales KPI and tree. */
export function sampleBook(quarter = "2026-Q3"): PackBook {
  return packBook(sampleSources(quarter));
}
