import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { printNumbered } from "../formats/pdf/print-numbered.ts";
import { withChromium } from "./with-chromium.ts";

/** Prints a self-contained HTML page to PDF with a Chromium of this machine, tagged, with bookmarks, and with page numbers in
 * its list of contents; `null` when there is none. */
export async function printPdf(html: string): Promise<Uint8Array | null> {
  return withChromium(({ folder, run }) =>
    printNumbered(html, async (numbered) => {
      const [page, pdf] = [join(folder, "pack.html"), join(folder, "pack.pdf")];
      await writeFile(page, numbered);
      await run(["--no-pdf-header-footer", "--generate-pdf-document-outline", `--print-to-pdf=${pdf}`], page);
      return new Uint8Array(await readFile(pdf));
    }),
  );
}
