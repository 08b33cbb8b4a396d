import type { Day } from "../base/day.ts";
import { inPeriod } from "../base/period.ts";
import type { Period } from "../base/period.ts";
import { differenceScope, importDay } from "../customer/history/difference-scope.ts";
import { importDifference } from "../customer/import-difference.ts";
import type { Batch } from "../customer/records.ts";
import type { PackSources } from "../review/pack-sources.ts";
import { bookSources } from "./book-sources.ts";
import { payContext } from "./pay-context.ts";
import type { Workspace } from "./workspace.ts";
import { lastStamp, writtenAfter } from "./written-after.ts";

const FIRST_DAY = "1900-01-01" as Day;

/** What a pack of a period is written from, of a workspace on a day.
 * @example packSources(aSample(), { period: period("2026-Q3", 1), today: "2026-11-23" }).findings.length > 0 // => true
 */
export function packSources(
  workspace: Workspace,
  of: { readonly period: Period; readonly today: Day },
): PackSources {
  const { rows, rowStamps } = workspace;
  return {
    ...bookSources(workspace, of),
    commentaries: rows.commentaries,
    rows,
    pay: { context: payContext(workspace, of.today), rows },
    difference: () => importDifference(workspace, changesIn(rows.batches, of.period)),
    lockedAt: (snapshotId) => lastStamp(rowStamps.reviewSnapshots.get(snapshotId)),
    writtenAfter: (moment) => writtenAfter(workspace, moment),
  };
}

/** The imports of a period that could change what was known: a system's first file of a kind is the beginning and no change. */
function changesIn(batches: Workspace["rows"]["batches"], period: Period): readonly Batch[] {
  const seen = new Set<string>();
  const all = differenceScope(batches, { to: null, since: { day: FIRST_DAY } });
  return all.filter((batch) => {
    const kind = `${batch.source}/${batch.object}`;
    const isFirst = !seen.has(kind);
    seen.add(kind);
    return !isFirst && inPeriod(importDay(batch), period);
  });
}
