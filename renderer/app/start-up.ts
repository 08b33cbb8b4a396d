import { dayOfMoment } from "../../core/base/day.ts";
import { periodOf } from "../../core/base/period.ts";
import { emptyWorkspace } from "../../core/vault/workspace.ts";
import { setView } from "../storage/view-store.ts";
import { workspaceStore } from "../storage/workspace-store.ts";
import { firstLocale, speak } from "./language.ts";

/** Brings the app up: language, view, workspace. */
export async function startUp(): Promise<void> {
  const today = dayOfMoment(Date.now(), -new Date().getTimezoneOffset());
  setView({ today, periodId: periodOf(today, "quarter", 1).id });
  await speak(firstLocale(null, navigator.languages));
  workspaceStore.setState({
    workspace: emptyWorkspace({
      id: "workspace",
      name: "华东销售部",
      currency: "CNY",
      fiscalStart: 1,
      salesBasis: "order",
      newCustomerBy: "order",
      dutyLimit: 6,
    }),
  });
}
