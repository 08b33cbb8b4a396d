import type { Message } from "../core/base/message.ts";
import type { Problem } from "../core/base/result.ts";
import type { Locale } from "../core/words/dictionary.ts";
import type { Words } from "../core/words/words.ts";
import type { CliIo } from "./io.ts";

/** 0 done · 1 done, with bad rows, findings or conflicts · 2 usage · 3 refused, nothing written. */
export type ExitCode = 0 | 1 | 2 | 3;

/** What a command says it takes. Every option has a value unless it is in `flags`. */
export interface CommandShape {
  readonly options: readonly string[];
  readonly flags?: readonly string[];
  /** Least and most plain words after the command's name. */
  readonly words: readonly [least: number, most: number];
}

/** What a command is handed once its call has been checked against its shape. */
export interface CommandCall {
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, string>>;
  readonly flags: ReadonlySet<string>;
  readonly io: CliIo;
  readonly locale: Locale;
  /** Says messages in the reader's language. */
  readonly say: Words;
}

export interface CommandResult {
  readonly exit: ExitCode;
  /** Printed to stdout as one JSON document. */
  readonly json: unknown;
}

export interface Command extends CommandShape {
  run(call: CommandCall): Promise<CommandResult>;
}

/** Thrown by a command to end with an exit code and messages; nothing has been written. */
export class CliRefusal extends Error {
  readonly exit: 2 | 3;
  readonly problems: readonly Problem[];

  constructor(exit: 2 | 3, problems: readonly Problem[]) {
    super(problems.map((problem) => problem.message.key).join(", "));
    this.exit = exit;
    this.problems = problems;
  }
}

/** A refusal with one message. */
export function refusal(exit: 2 | 3, message: Message): CliRefusal {
  return new CliRefusal(exit, [{ message }]);
}
