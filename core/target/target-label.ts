import { parseSubjectKey } from "../base/id.ts";
import { message } from "../base/message.ts";
import type { Message } from "../base/message.ts";
import { subjectLabel } from "../kpi/subject-label.ts";
import type { Kpi } from "../kpi/records.ts";
import { nameMessage } from "../team/name-key.ts";
import type { TeamRows } from "../team/team-rows.ts";
import type { Target } from "./records.ts";

/** What naming a target needs. */
export interface TargetLabelRows extends Pick<TeamRows, "groups" | "members" | "memberships"> {
  readonly kpis: ReadonlyMap<string, Kpi>;
  readonly targets: ReadonlyMap<string, Target>;
}

/** What a target is called: KPI, subject, period, and the line where it is not the first; `null` when it is gone.
 * @example targetLabel({ ...book({ targets: { "team 2026": 5 } }), kpiSets: new Map() }, "visits|team|2026|target").key // => "team.task.under.target-name"
 * @example targetLabel(book(), "visits|team|2026|target") // => null
 */
export function targetLabel(rows: TargetLabelRows, id: string): Message | null {
  const target = rows.targets.get(id);
  const kpi = target && rows.kpis.get(target.kpiId);
  if (!target || !kpi) return null;
  const params = {
    kpi: nameMessage(kpi.name),
    subject: subjectLabel({ rows: { ...rows, ...NO_BOOK } }, parseSubjectKey(target.subject)),
    period: { period: target.periodId },
  };
  return target.line === "target"
    ? message("team.task.under.target-name", params)
    : message("team.task.under.target-line", { ...params, line: message(`target.line.${target.line}`) });
}

/** A label asks for names alone. */
const NO_BOOK = { kpiSets: new Map(), stages: new Map(), batches: new Map() };
