import type { Explanation } from "../base/explain.ts";
import type { Subject } from "../base/id.ts";
import type { Message, Quantity } from "../base/message.ts";
import type { Period } from "../base/period.ts";
import { kpiValue } from "../kpi/kpi-value.ts";
import type { Kpi } from "../kpi/records.ts";
import { attainmentFigures } from "./attainment-figures.ts";
import type { AttainmentSource } from "./attainment-figures.ts";

/** Attainment of a KPI that can explain itself, with what it rests on. */
export interface AttainmentFigure {
  readonly value: Quantity;
  /** How many facts or typed values the actual rests on. */
  readonly n: number;
  readonly note?: Message;
  explain(): Explanation;
}

/** Attainment against the targets as they are now, by `attainmentFigures`, with the number of facts that the actual rests on.
 * Without target or actual there is none, with the reason.
 * @example kpiAttainment({ context: kpiWorld({ kpis: [visits] }), rows: book() }, visits, { subject: { kind: "team" }, period: period("2026-03", 1) }).note.key // => "target.none.no-target"
 */
export function kpiAttainment(
  source: AttainmentSource,
  kpi: Kpi,
  of: { readonly subject: Subject; readonly period: Period },
): AttainmentFigure {
  const { quantity, note, explain } = attainmentFigures(source, kpi, of).current;
  const { n } = kpiValue(source.context, kpi.id, of);
  return { value: quantity, n, ...(note ? { note } : {}), explain };
}
