import type { PeriodId } from "../../../core/base/period.ts";
import { goTo, placeHref } from "../../platform/place.ts";
import { setView } from "../../storage/view-store.ts";
import { useAllocationRow } from "./allocation-choice.ts";

/** Goes to the assistant: for a row and period that do not add up, or as it was left. */
export function openAssistant(at: { readonly rowKey: string; readonly periodId: PeriodId } | null): void {
  if (at) {
    useAllocationRow.setState({ rowKey: at.rowKey });
    setView({ periodId: at.periodId });
  }
  goTo(placeHref("target", "allocation"));
}
