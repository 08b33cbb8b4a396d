import { day } from "../../core/base/day.ts";
import { period } from "../../core/base/period.ts";
import type { KpiSet } from "../../core/kpi/records.ts";
import type { LetterSources } from "../../core/target/letter/letter-book.ts";
import type { TargetLock } from "../../core/target/records.ts";
import { kpiWorld } from "./kpi-context.ts";
import { book } from "./target-book.ts";
import type { BookParts } from "./target-book.ts";

export interface LetterParts extends BookParts {
  readonly locks?: readonly TargetLock[];
  readonly kpiSets?: readonly KpiSet[];
  readonly period?: string;
}

/** What letters of the small team are written from: the year 2026 as seen on 15 June, targets on visits. */
export function letterSources(parts: LetterParts = {}): LetterSources {
  const tables = book(parts);
  const context = kpiWorld({
    settings: tables.settings.get("workspace")!,
    today: "2026-06-15",
    members: [...tables.members.values()],
    groups: [...tables.groups.values()],
    memberships: [...tables.memberships.values()],
    kpis: [...tables.kpis.values()],
    kpiSets: parts.kpiSets ?? [],
  });
  return {
    rows: { ...tables, targetLocks: new Map((parts.locks ?? []).map((lock) => [lock.id, lock])) },
    context,
    period: period(parts.period ?? "2026", 1),
    today: day("2026-06-15"),
  };
}
