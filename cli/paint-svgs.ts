import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { withChromium } from "./with-chromium.ts";

/** Twice the size on paper: sharp in print. */
const SCALE = 2;
const PICTURE = /data:image\/png;base64,([A-Za-z0-9+/=]+)/g;

/** Paints drawings as PNG with a Chromium of this machine, all in one go; `null` when there is none, or it does not paint all. */
export async function paintSvgs(svgs: readonly string[]): Promise<readonly Uint8Array[] | null> {
  return withChromium(async ({ folder, run }) => {
    const page = join(folder, "charts.html");
    await writeFile(page, pageOf(svgs));
    const dom = await run(["--virtual-time-budget=20000", "--dump-dom"], page);
    const painted = [...dom.matchAll(PICTURE)].map(
      ([, text]) => new Uint8Array(Buffer.from(text!, "base64")),
    );
    return painted.length === svgs.length ? painted : null;
  });
}

/** A page that puts a picture of each drawing into its own text. */
function pageOf(svgs: readonly string[]): string {
  const drawings = svgs.map((svg) => Buffer.from(svg).toString("base64"));
  return `<!doctype html><meta charset="utf-8"><pre id="out"></pre><script>
(async () => {
  for (const drawing of ${JSON.stringify(drawings)}) {
    const image = new Image();
    image.src = "data:image/svg+xml;base64," + drawing;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.width * ${SCALE};
    canvas.height = image.height * ${SCALE};
    const pen = canvas.getContext("2d");
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    document.getElementById("out").append(canvas.toDataURL("image/png") + "\\n");
  }
})();
</script>`;
}
