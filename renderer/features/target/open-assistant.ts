import type { PeriodId } from "../../../core/base/period.ts";
import { goTo, placeHref } from "../../platform/place.ts";
import { setView } from "../../storage/view-store.ts";
import { useAllocationRow } from "./allocation-choice.ts";

/** Goes to the assistant: for a row and period that do not add up, with a total that is not written yet, or as it was left. */
export function openAssistant(
  at: { readonly rowKey: string; readonly periodId: PeriodId; readonly total?: number } | null,
): void {
  if (at) {
    const { rowKey, periodId, total } = at;
    useAllocationRow.setState({
      rowKey,
      proposed: total === undefined ? null : { rowKey, periodId, total },
    });
    setView({ periodId });
  }
  goTo(placeHref("target", "allocation"));
}
