import { putRecords } from "../../../core/base/change.ts";
import { message } from "../../../core/base/message.ts";
import { ok } from "../../../core/base/result.ts";
import type { KpiContext } from "../../../core/kpi/context.ts";
import { seedKpis, seedKpiSets } from "../../../core/kpi/seed-kpis.ts";
import type { Period } from "../../../core/base/period.ts";
import { living } from "../../../core/team/team-rows.ts";
import { runCommand } from "../../storage/run-command.ts";

/** Puts the usual KPIs into an empty library, with the sets of the seeded groups where no set is there yet. */
export async function seedLibrary(context: KpiContext, period: Period): Promise<void> {
  const sets = context.rows.kpiSets.size > 0 ? [] : seedKpiSets(living(context.rows.groups), period.start);
  await runCommand(message("kpi.change.seed"), () =>
    ok([putRecords("kpis", seedKpis()), ...(sets.length > 0 ? [putRecords("kpiSets", sets)] : [])]),
  );
}
