import { nodeIo } from "../cli/io.ts";
import { runCli } from "../cli/run.ts";

/** Runs a command without a window; the answer is the exit code. What was written is flushed before it answers, for the
 * program ends right after. */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  const code = await runCli(args, nodeIo);
  await Promise.all([flush(process.stdout), flush(process.stderr)]);
  return code;
}

function flush(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => stream.write("", () => resolve()));
}
