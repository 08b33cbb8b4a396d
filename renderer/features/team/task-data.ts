import { useMemo } from "react";
import type { Duty, Task } from "../../../core/team/records.ts";
import { living } from "../../../core/team/team-rows.ts";
import { taskFindings } from "../../../core/team/tasks/task-findings.ts";
import type { TaskFinding } from "../../../core/team/tasks/task-findings.ts";
import { loadHorizon } from "../../../core/team/tasks/task-load.ts";
import type { LoadSources } from "../../../core/team/tasks/task-load.ts";
import { targetLabel } from "../../../core/target/target-label.ts";
import { calendarOf } from "../../../core/target/target-tree.ts";
import { settingsOf } from "../../../core/vault/workspace.ts";
import type { Workspace } from "../../../core/vault/workspace.ts";
import type { Words } from "../../../core/words/words.ts";
import { useView } from "../../storage/view-store.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";

/** What everything that shows tasks reads. */
export interface TaskData extends LoadSources {
  readonly rows: Workspace["rows"];
  readonly findings: readonly TaskFinding[];
}

/** The selector of tasks. */
export function useTaskData(): TaskData {
  const workspace = useWorkspace();
  const today = useView((view) => view.today);
  const { rows } = workspace;
  const settings = settingsOf(workspace);
  return useMemo(() => {
    const from = { rows, settings, today, horizon: loadHorizon(calendarOf(rows), today) };
    return { ...from, findings: taskFindings(from) };
  }, [rows, settings, today]);
}

/** A duty by name, its group behind it where several living duties bear the name. */
export function dutyText(words: Words, rows: Workspace["rows"], duty: Duty): string {
  const name = words.name(duty.name);
  const group = rows.groups.get(duty.groupId);
  const isShared = living(rows.duties).some((one) => one.id !== duty.id && words.name(one.name) === name);
  return isShared && group ? `${name} · ${words.name(group.name)}` : name;
}

/** What a task stands under, in words; "" for nothing. */
export function underText(
  words: Words,
  rows: Workspace["rows"],
  of: Pick<Task, "dutyId" | "targetId">,
): string {
  const duty = of.dutyId === undefined ? undefined : rows.duties.get(of.dutyId);
  if (duty) return dutyText(words, rows, duty);
  const label = of.targetId === undefined ? null : targetLabel(rows, of.targetId);
  return label === null ? "" : words.say(label);
}
