import { nodeIo } from "./io.ts";
import { paintSvgs } from "./paint-svgs.ts";
import { printPdf } from "./print-pdf.ts";
import { runCli } from "./run.ts";

process.exitCode = await runCli(process.argv.slice(2), { ...nodeIo, printer: { printPdf, paintSvgs } });
