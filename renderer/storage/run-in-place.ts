import type { Change } from "../../core/base/change.ts";
import type { Message } from "../../core/base/message.ts";
import type { Result } from "../../core/base/result.ts";
import type { Words } from "../../core/words/words.ts";
import { runCommand } from "./run-command.ts";

/** What is wrong with one cell of a grid. */
interface CellProblem {
  readonly rowKey: string;
  readonly columnKey: string;
  readonly message: Message;
}

/** Runs a command from a field: what is wrong is said beside the field, `null` when the value was taken. */
export async function runFromField(
  words: Words,
  label: Message,
  command: Result<readonly Change[]>,
): Promise<string | null> {
  const outcome = command.ok ? await runCommand(label, command) : command;
  return outcome.ok ? null : outcome.error.map((problem) => words.say(problem.message)).join(" ");
}

/** Runs a command from a grid: problems come back for the cells they name, as `<row key>:<column key>`. */
export async function runFromGrid(
  label: Message,
  command: Result<readonly Change[]>,
): Promise<readonly CellProblem[]> {
  const outcome = command.ok ? await runCommand(label, command) : command;
  if (outcome.ok) return [];
  return outcome.error.map(({ field = "", message }) => {
    const colon = field.lastIndexOf(":");
    return { rowKey: field.slice(0, Math.max(0, colon)), columnKey: field.slice(colon + 1), message };
  });
}
