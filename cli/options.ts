import { dayOfMoment, parseDay } from "../core/base/day.ts";
import type { Day } from "../core/base/day.ts";
import { message } from "../core/base/message.ts";
import { parsePeriod } from "../core/base/period.ts";
import type { Period } from "../core/base/period.ts";
import { readWorkspaceFile } from "../core/vault/workspace-file.ts";
import type { WorkspaceFile } from "../core/vault/workspace-file.ts";
import { CliRefusal, refusal } from "./command.ts";
import type { CommandCall } from "./command.ts";

/** Minutes east of UTC at which "today" begins when nobody says: China's. */
const OFFSET_MINUTES = 480;

/** Ends the command: an option's value is not one of those it may have. */
export function refuseOption(option: string, value: string, allowed: string): never {
  throw refusal(2, message("cli.problem.option-value", { option, value, allowed }));
}

/** An option that must be there. */
export function required(call: CommandCall, option: string): string {
  const value = call.options[option];
  if (value === undefined) throw refusal(2, message("cli.problem.option-missing", { option }));
  return value;
}

/** One of a few words; `undefined` when the option is absent. */
export function choice<T extends string>(
  call: CommandCall,
  option: string,
  allowed: readonly T[],
): T | undefined {
  const value = call.options[option];
  if (value === undefined) return undefined;
  return allowed.find((known) => known === value) ?? refuseOption(option, value, allowed.join("|"));
}

/** `--today`, else the machine's. */
export function todayOf({ options, io }: CommandCall): Day {
  const text = options["today"];
  if (text === undefined) return dayOfMoment(io.nowMs(), OFFSET_MINUTES);
  return parseDay(text) ?? refuseOption("today", text, "YYYY-MM-DD");
}

/** A period option that must be there. */
export function periodOption(call: CommandCall, option: string, fiscalStart: number): Period {
  const text = required(call, option);
  return parsePeriod(text, fiscalStart) ?? refuseOption(option, text, "2017 | 2017-Q3 | 2017-03");
}

/** Reads the workspace file that a command begins with; refused with its reason when it is none. */
export function readWorkspace(call: CommandCall): Promise<WorkspaceFile> {
  return readWorkspaceAt(call, call.words[0]!);
}

/** Reads any workspace file; refused with its reason when it is none. */
export async function readWorkspaceAt({ io }: CommandCall, path: string): Promise<WorkspaceFile> {
  const read = readWorkspaceFile(await io.readFile(path));
  if (!read.ok) throw new CliRefusal(3, read.error);
  return read.value;
}
