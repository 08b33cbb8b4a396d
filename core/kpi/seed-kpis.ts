import type { Day } from "../base/day.ts";
import { subjectKey } from "../base/id.ts";
import type { KpiId } from "../base/id.ts";
import type { Ppm } from "../base/money.ts";
import { SEED_GROUPS } from "../team/locales/seed-groups.ts";
import type { Group } from "../team/records.ts";
import { SEED_KPIS, SEED_WEIGHTS } from "./locales/seed-kpis.ts";
import type { SeedKpi, SeedKpiKey } from "./locales/seed-kpis.ts";
import type { Kpi, KpiSet } from "./records.ts";

const PPM_PER_PERCENT = 10_000;

/** The library that every workspace starts with: eleven KPIs whose ids are the same everywhere (`seedKpiId`).
 * @example seedKpis().length // => 11
 * @example seedKpis()[0].id // => "sales"
 */
export function seedKpis(): readonly Kpi[] {
  return SEED_KPIS.map(({ key, ...seed }: SeedKpi, at) => ({
    id: key as KpiId,
    ...seed,
    name: { ...seed.name },
    definition: { ...seed.definition },
    scoreFloor: 60,
    scoreCap: 120,
    order: at + 1,
    archived: false,
  }));
}

/** The id of a KPI of the first library.
 * @example seedKpiId("sales") // => "sales"
 */
export function seedKpiId(key: SeedKpiKey): KpiId {
  return key as string as KpiId;
}

/** The first sets of KPIs, one for each of the given groups that is one of the three seeded ones (known by its Chinese name),
 * from a day on. Each set's weights total 100 %.
 * @example seedKpiSets([aGroup("g1", { name: { zh: SEED_GROUPS[0].name.zh, en: "" } })], "2026-01-01").map((set) => set.id) // => ["group:g1:2026-01-01"]
 */
export function seedKpiSets(groups: readonly Group[], from: Day): readonly KpiSet[] {
  return SEED_GROUPS.flatMap((seed) => {
    const group = groups.find((one) => one.name.zh === seed.name.zh);
    if (!group) return [];
    const subject = subjectKey({ kind: "group", id: group.id });
    const weights = Object.entries(SEED_WEIGHTS[seed.key]).map(([key, percent]) => ({
      kpiId: key as KpiId,
      weight: (percent * PPM_PER_PERCENT) as Ppm,
    }));
    return [{ id: `${subject}:${from}`, subject, from, weights }];
  });
}
