import type { Day } from "../../../core/base/day.ts";
import type { Message } from "../../../core/base/message.ts";
import { message } from "../../../core/base/message.ts";
import { childPeriods, period as periodFrom } from "../../../core/base/period.ts";
import type { Period } from "../../../core/base/period.ts";
import { fiscalYearOf } from "../../../core/target/fiscal-year.ts";
import { nameMessage } from "../../../core/team/name-key.ts";
import type { Course } from "../../../core/training/records.ts";
import { settingsOf } from "../../../core/vault/workspace.ts";
import type { Workspace } from "../../../core/vault/workspace.ts";
import { useView } from "../../storage/view-store.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";

/** What every page of this room reads. */
export interface TrainingData {
  readonly workspace: Workspace;
  readonly rows: Workspace["rows"];
  readonly currency: string;
  readonly today: Day;
}

/** The selector of this room. */
export function useTrainingData(): TrainingData {
  const workspace = useWorkspace();
  const today = useView((view) => view.today);
  return { workspace, rows: workspace.rows, currency: settingsOf(workspace).currency, today };
}

/** The fiscal year of the period in the frame and its quarters, the frame's own first where it is one of them. */
export function usePlanPeriods(): { readonly periods: readonly Period[]; readonly first: Period } {
  const { periodId } = useView();
  const { fiscalStart } = settingsOf(useWorkspace());
  const year = fiscalYearOf(periodFrom(periodId, fiscalStart), fiscalStart);
  const whole = periodFrom(String(year), fiscalStart);
  const periods = [whole, ...childPeriods(whole, fiscalStart)];
  return { periods, first: periods.find((one) => one.id === periodId) ?? whole };
}

/** What the journal calls a change that is about a course. */
export function courseLabel(key: string, course: Pick<Course, "name">): Message {
  return message(key, { course: nameMessage(course.name) });
}
