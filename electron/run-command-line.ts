import type { App, BrowserWindow, Session } from "electron";
import { nodeIo } from "../cli/io.ts";
import type { Printer } from "../cli/io.ts";
import { runCli } from "../cli/run.ts";
import { createPdfPrinter } from "./report/print-pdf.ts";
import { guardSession } from "./window/guard-contents.ts";

export interface CommandLineParts {
  readonly app: Pick<App, "whenReady" | "on">;
  readonly BrowserWindow: typeof BrowserWindow;
  readonly session: { fromPartition(partition: string): Session };
}

/** Runs a command without a window; the answer is the exit code. What was written is flushed before it answers, for the
 * program ends right after. */
export async function runCommandLine(args: readonly string[], parts: CommandLineParts): Promise<number> {
  const code = await runCli(args, { ...nodeIo, printer: createPrinter(parts) });
  await Promise.all([flush(process.stdout), flush(process.stderr)]);
  return code;
}

/** Prints in a hidden window of our own, and paints nothing: charts of a Word document are then Word's own. */
function createPrinter({ app, BrowserWindow, session }: CommandLineParts): Printer {
  const begin = async () => {
    await app.whenReady();
    // Without a listener the program ends with its last window, which is gone after each print.
    app.on("window-all-closed", () => undefined);
    const printSession = session.fromPartition("print");
    guardSession(printSession, () => undefined);
    return createPdfPrinter({ session: printSession, create: (options) => new BrowserWindow(options) });
  };
  let begun: ReturnType<typeof begin> | null = null;
  return {
    printPdf: async (html) => (await (begun ??= begin()))(html).catch(() => null),
    paintSvgs: async () => null,
  };
}

function flush(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => stream.write("", () => resolve()));
}
