import { message } from "../base/message.ts";
import type { Message } from "../base/message.ts";
import { quantityOf } from "../kpi/kpi-value.ts";
import type { Kpi } from "../kpi/records.ts";
import type { TargetLock } from "./records.ts";

/** When targets were locked, each version that changed what is asked for with its reason, and since when the lock is open.
 * @example lockNotes({ on: "2026-03-01", versions: [] }, { unit: "count", valueAt: () => 3 }) // => [{ key: "target.note.locked", params: { day: { day: "2026-03-01" } } }]
 */
export function lockNotes(
  lock: Pick<TargetLock, "on" | "versions" | "opened">,
  of: { readonly unit: Kpi["unit"]; valueAt(version: number): number | null },
): readonly Message[] {
  const versions = lock.versions.flatMap((version) => {
    const before = of.valueAt(version.number - 1);
    const after = of.valueAt(version.number);
    if (before === after) return [];
    return message("target.note.version", {
      number: version.number,
      day: { day: version.on },
      reason: version.reason,
      before: quantityOf(of.unit, before),
      after: quantityOf(of.unit, after),
    });
  });
  const opened = lock.opened ? [message("target.note.opened", { day: { day: lock.opened.on } })] : [];
  return [message("target.note.locked", { day: { day: lock.on } }), ...versions, ...opened];
}
