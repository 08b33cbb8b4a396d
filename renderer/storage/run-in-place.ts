import type { Message } from "../../core/base/message.ts";
import type { Words } from "../../core/words/words.ts";
import { madeBy, runCommand } from "./run-command.ts";
import type { Command, Made } from "./run-command.ts";

/** What is wrong with one cell of a grid. */
interface CellProblem {
  readonly rowKey: string;
  readonly columnKey: string;
  readonly message: Message;
}

/** Runs a command from a field: what is wrong is said beside the field, `null` when the value was taken. */
export async function runFromField(words: Words, label: Message, by: Command | Made): Promise<string | null> {
  const made = madeBy(by);
  const outcome = made.command.ok ? await runCommand(label, made) : made.command;
  return outcome.ok ? null : outcome.error.map((problem) => words.say(problem.message)).join(" ");
}

/** Runs a command from a grid: problems come back for the cells they name, as `<row key>:<column key>`. */
export async function runFromGrid(label: Message, by: Command | Made): Promise<readonly CellProblem[]> {
  const made = madeBy(by);
  const outcome = made.command.ok ? await runCommand(label, made) : made.command;
  if (outcome.ok) return [];
  return outcome.error.map(({ field = "", message }) => {
    const colon = field.lastIndexOf(":");
    return { rowKey: field.slice(0, Math.max(0, colon)), columnKey: field.slice(colon + 1), message };
  });
}
