import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { message } from "../core/base/message.ts";
import { refusal } from "./command.ts";
import { withChromium } from "./with-chromium.ts";

/** Prints a self-contained HTML page to PDF with a Chromium of this machine, tagged and with bookmarks; refused when there is
 * none. */
export async function printPdf(html: string): Promise<Uint8Array> {
  const printed = await withChromium(async ({ folder, run }) => {
    const [page, pdf] = [join(folder, "pack.html"), join(folder, "pack.pdf")];
    await writeFile(page, html);
    await run(["--no-pdf-header-footer", "--generate-pdf-document-outline", `--print-to-pdf=${pdf}`], page);
    return new Uint8Array(await readFile(pdf));
  });
  if (printed === null) throw refusal(3, message("cli.problem.pdf"));
  return printed;
}
