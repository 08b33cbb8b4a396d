import type { Change } from "../../../core/base/change.ts";
import type { Day } from "../../../core/base/day.ts";
import type { Message } from "../../../core/base/message.ts";
import { message } from "../../../core/base/message.ts";
import { childPeriods, period as periodFrom } from "../../../core/base/period.ts";
import type { Period } from "../../../core/base/period.ts";
import type { Result } from "../../../core/base/result.ts";
import { fiscalYearOf } from "../../../core/target/fiscal-year.ts";
import { nameMessage } from "../../../core/team/name-key.ts";
import type { Course } from "../../../core/training/records.ts";
import { settingsOf } from "../../../core/vault/workspace.ts";
import type { Workspace } from "../../../core/vault/workspace.ts";
import type { Words } from "../../../core/words/words.ts";
import { runCommand } from "../../storage/run-command.ts";
import { useView } from "../../storage/view-store.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import type { GridProblem } from "../../ui/grid.tsx";

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

/** Runs a command from a field: what is wrong is said beside it, `null` when the value was taken. */
export async function writeField(
  words: Words,
  label: Message,
  command: Result<readonly Change[]>,
): Promise<string | null> {
  const outcome = command.ok ? await runCommand(label, command) : command;
  return outcome.ok ? null : outcome.error.map((problem) => words.say(problem.message)).join(" ");
}

/** Runs a command from a grid: problems come back for the cells that they name, as `<row key>:<column key>`. */
export async function writeCells(
  label: Message,
  command: Result<readonly Change[]>,
): Promise<readonly GridProblem[]> {
  const outcome = command.ok ? await runCommand(label, command) : command;
  if (outcome.ok) return [];
  return outcome.error.map(({ field = "", message: said }) => {
    const colon = field.lastIndexOf(":");
    return { rowKey: field.slice(0, Math.max(0, colon)), columnKey: field.slice(colon + 1), message: said };
  });
}

/** What the journal calls a change that is about a course. */
export function courseLabel(key: string, course: Pick<Course, "name">): Message {
  return message(key, { course: nameMessage(course.name) });
}
