import type { Change } from "../../../core/base/change.ts";
import type { Message } from "../../../core/base/message.ts";
import type { Result } from "../../../core/base/result.ts";
import type { Workspace } from "../../../core/vault/workspace.ts";
import type { Words } from "../../../core/words/words.ts";
import { runCommand } from "../../storage/run-command.ts";

/** What is wrong with a form, in words by field; "" for the whole of it. */
export type FormProblems = Readonly<Record<string, string>>;

/** A form that holds its fields until it is saved. */
export interface Form {
  readonly words: Words;
  /** The workspace as it was when the form was opened. */
  readonly seen: Workspace;
}

/** Runs a form's command: `null` when it is done, else what is wrong, to be said beside its fields. */
export async function runForm(
  { words, seen }: Form,
  label: Message,
  command: Result<readonly Change[]>,
): Promise<FormProblems | null> {
  const outcome = command.ok ? await runCommand(label, { command, seen }) : command;
  if (outcome.ok) return null;
  return Object.fromEntries(
    outcome.error.map((problem) => [problem.field ?? "", words.say(problem.message)]),
  );
}
