import type { Change } from "../../../core/base/change.ts";
import type { Message } from "../../../core/base/message.ts";
import type { Result } from "../../../core/base/result.ts";
import { runCommand } from "../../storage/run-command.ts";
import type { GridProblem } from "../../ui/grid.tsx";

/** Runs a command from a grid: problems come back for the cells they name, as `<row key>:<column key>`. */
export async function runInGrid(
  label: Message,
  command: Result<readonly Change[]>,
): Promise<readonly GridProblem[]> {
  const outcome = command.ok ? await runCommand(label, command) : command;
  if (outcome.ok) return [];
  return outcome.error.map(({ field = "", message }) => {
    const colon = field.lastIndexOf(":");
    return { rowKey: field.slice(0, Math.max(0, colon)), columnKey: field.slice(colon + 1), message };
  });
}
