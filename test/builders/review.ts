import type { Day } from "../../core/base/day.ts";
import { period } from "../../core/base/period.ts";
import type { Stamp } from "../../core/base/stamp.ts";
import { packBook } from "../../core/review/pack-sources.ts";
import type { PackBook, PackSources } from "../../core/review/pack-sources.ts";
import { packSources } from "../../core/vault/pack-sources.ts";
import { sampleWorkspace } from "../../core/vault/sample/sample-workspace.ts";

const TODAY = "2026-11-23" as Day;

/** What a pack of the sample team is written from: a quarter as seen on 23 November 2026. */
export function sampleSources(quarter = "2026-Q3"): PackSources {
  const workspace = sampleWorkspace(TODAY, "000000000-0000-sample" as Stamp);
  return packSources(workspace, { period: period(quarter, 1), today: TODAY });
}

/** The same with its sales KPI and tree. */
export function sampleBook(quarter = "2026-Q3"): PackBook {
  return packBook(sampleSources(quarter));
}
