import { spawn } from "node:child_process";

export interface ProgramResult {
  readonly code: number;
  readonly output: string;
}

/** Runs a program to its end. Its output goes to the screen, or is kept when `quiet`. A program that cannot be started
 * ends with code 127. */
export function runProgram(
  command: string,
  args: readonly string[],
  options: { readonly quiet?: boolean; readonly timeoutMs?: number; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<ProgramResult> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: options.quiet ? ["ignore", "pipe", "pipe"] : "inherit",
      env: options.env ?? process.env,
      ...(options.timeoutMs === undefined ? {} : { timeout: options.timeoutMs }),
    });
    let output = "";
    child.stdout?.setEncoding("utf8").on("data", (text: string) => (output += text));
    child.stderr?.setEncoding("utf8").on("data", (text: string) => (output += text));
    child.on("error", (error) => resolve({ code: 127, output: `${output}${error.message}\n` }));
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Runs a JavaScript program of a package with this Node. */
export function runTool(
  path: string,
  args: readonly string[],
  options: Parameters<typeof runProgram>[2] = {},
): Promise<ProgramResult> {
  return runProgram(process.execPath, [`node_modules/${path}`, ...args], options);
}
