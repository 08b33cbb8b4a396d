import { parseArgs } from "node:util";
import { message } from "../core/base/message.ts";
import { createWords } from "../core/words/words.ts";
import type { Words } from "../core/words/words.ts";
import type { Locale } from "../core/words/dictionary.ts";
import { checkCommand } from "./check.ts";
import { CliRefusal, refusal } from "./command.ts";
import type { Command, CommandCall, ExitCode } from "./command.ts";
import { dictionaryOf } from "./dictionary-of.ts";
import type { CliIo } from "./io.ts";
import { kpiCommand } from "./kpi-command.ts";
import { exportTargetsCommand } from "./export-targets-command.ts";
import { importCommand } from "./import-command.ts";
import { importTargetsCommand } from "./import-targets-command.ts";
import { mergeCommand } from "./merge-command.ts";
import { newCommand } from "./new.ts";
import { reviewCommand } from "./review-command.ts";
import { targetsCommand } from "./targets-command.ts";
import { undoImportCommand } from "./undo-import.ts";

export const COMMANDS: Readonly<Record<string, Command>> = {
  new: newCommand,
  import: importCommand,
  "undo-import": undoImportCommand,
  kpi: kpiCommand,
  targets: targetsCommand,
  "import-targets": importTargetsCommand,
  "export-targets": exportTargetsCommand,
  review: reviewCommand,
  merge: mergeCommand,
  check: checkCommand,
};

/** Runs one command line, without the program's own name. Results go to stdout as one JSON document, messages to stderr. */
export async function runCli(args: readonly string[], io: CliIo): Promise<ExitCode> {
  const locale = localeOf(args, io.language);
  const say = createWords(locale, dictionaryOf(locale), "CNY");
  try {
    const { command, call } = parseCall(args, io, { locale, say });
    const result = await command.run(call);
    io.out(`${JSON.stringify(result.json, null, 2)}\n`);
    return result.exit;
  } catch (error) {
    if (error instanceof CliRefusal) {
      for (const problem of error.problems) io.err(`${say.say(problem.message)}\n`);
      if (error.exit === 2) io.err(`${say.text("cli.usage")}\n`);
      return error.exit;
    }
    const code = (error as NodeJS.ErrnoException).code;
    if (typeof code !== "string") throw error;
    const path = (error as NodeJS.ErrnoException).path ?? "";
    io.err(`${say.text("cli.problem.file", { path, code })}\n`);
    return 3;
  }
}

function localeOf(args: readonly string[], language: string): Locale {
  const index = args.indexOf("--lang");
  const asked = index >= 0 ? args[index + 1] : language;
  return asked !== undefined && /^en/i.test(asked) ? "en" : "zh-CN";
}

function parseCall(
  args: readonly string[],
  io: CliIo,
  reader: { readonly locale: Locale; readonly say: Words },
): { readonly command: Command; readonly call: CommandCall } {
  const [name = "", ...rest] = args;
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) throw refusal(2, message("cli.problem.command", { name: name || "—" }));
  const { values, positionals } = parseRest(command, rest);
  const [least, most] = command.words;
  if (positionals.length < least || positionals.length > most) {
    throw refusal(2, message("cli.problem.words", { name, count: positionals.length }));
  }
  const options: Record<string, string> = {};
  const flags = new Set<string>();
  for (const [key, value] of Object.entries(values)) {
    if (typeof value === "string") options[key] = value;
    else if (value === true) flags.add(key);
  }
  return { command, call: { words: positionals, options, flags, io, ...reader } };
}

function parseRest(command: Command, rest: readonly string[]) {
  const known = new Set([...command.options, ...(command.flags ?? []), "lang"]);
  const options = Object.fromEntries([
    ...[...command.options, "lang"].map((option) => [option, { type: "string" as const }]),
    ...(command.flags ?? []).map((flag) => [flag, { type: "boolean" as const }]),
  ]);
  const parsed = parseArgs({ args: [...rest], options, allowPositionals: true, strict: false, tokens: true });
  for (const token of parsed.tokens) {
    if (token.kind !== "option") continue;
    if (!known.has(token.name))
      throw refusal(2, message("cli.problem.option-unknown", { option: token.rawName }));
    const wantsValue = !(command.flags ?? []).includes(token.name);
    if (wantsValue && (token.value === undefined || token.value.startsWith("--"))) {
      throw refusal(2, message("cli.problem.option-missing", { option: token.name }));
    }
    if (!wantsValue && token.value !== undefined) {
      throw refusal(2, message("cli.problem.option-flag", { option: token.name }));
    }
  }
  return parsed;
}
