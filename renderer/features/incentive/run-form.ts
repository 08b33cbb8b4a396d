import type { Change } from "../../../core/base/change.ts";
import type { Message } from "../../../core/base/message.ts";
import type { Result } from "../../../core/base/result.ts";
import type { Words } from "../../../core/words/words.ts";
import { runCommand } from "../../storage/run-command.ts";

/** What is wrong with a form, in words by field; "" for the whole of it. */
export type FormProblems = Readonly<Record<string, string>>;

/** Runs a form's command: `null` when it is done, else what is wrong, to be said beside its fields. */
export async function runForm(
  words: Words,
  label: Message,
  command: Result<readonly Change[]>,
): Promise<FormProblems | null> {
  const outcome = command.ok ? await runCommand(label, command) : command;
  if (outcome.ok) return null;
  return Object.fromEntries(
    outcome.error.map((problem) => [problem.field ?? "", words.say(problem.message)]),
  );
}
