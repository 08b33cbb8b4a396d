import type { DayOverride } from "../base/working-calendar.ts";
import type { KpiId, Subject } from "../base/id.ts";
import { subjectKey } from "../base/id.ts";
import { currencyDigits } from "../base/money.ts";
import type { PeriodId } from "../base/period.ts";
import type { Settings } from "../base/settings.ts";
import type { Kpi } from "../kpi/records.ts";
import type { TeamRows } from "../team/team-rows.ts";
import type { NumberShape } from "./target-text.ts";
import type { Target, TargetLine } from "./records.ts";

/** The tables that targets are made of. A workspace's `rows` are these and more. */
export interface TargetRows extends Pick<TeamRows, "groups" | "members" | "memberships" | "absences"> {
  readonly settings: ReadonlyMap<string, Settings>;
  readonly kpis: ReadonlyMap<string, Kpi>;
  readonly targets: ReadonlyMap<string, Target>;
  readonly calendarDays: ReadonlyMap<string, DayOverride>;
}

/** One place a target can stand. */
export interface TargetPlace {
  readonly kpiId: KpiId;
  readonly subject: Subject;
  readonly periodId: PeriodId;
  readonly line: TargetLine;
}

/** The id of the target at a place.
 * @example targetId({ kpiId: "won-amount", subject: { kind: "team" }, periodId: "2026-Q3", line: "target" }) // => "won-amount|team|2026-Q3|target"
 */
export function targetId(place: TargetPlace): string {
  return `${place.kpiId}|${subjectKey(place.subject)}|${place.periodId}|${place.line}`;
}

/** The settings of the workspace; throws when there are none, for a workspace always has them.
 * @example settingsIn(book()).currency // => "CNY"
 */
export function settingsIn(rows: Pick<TargetRows, "settings">): Settings {
  const settings = rows.settings.get("workspace");
  if (!settings) throw new Error("a workspace always has settings");
  return settings;
}

/** How a KPI's targets are typed: exactly, in the given multiple of the main unit (0 for a bare yuan, 4 for 万).
 * @example numberShape({ unit: "count", kind: "flow" }, "CNY", 4) // => { unit: "count", kind: "flow", digits: 0, shownPower: 0 }
 */
export function numberShape(
  kpi: Pick<Kpi, "unit" | "kind">,
  currency: string,
  moneyPower: number,
): NumberShape {
  const isMoney = kpi.unit === "money";
  return {
    unit: kpi.unit,
    kind: kpi.kind,
    digits: isMoney ? currencyDigits(currency) : 0,
    shownPower: isMoney ? moneyPower : 0,
  };
}
