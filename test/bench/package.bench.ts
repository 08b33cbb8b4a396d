import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { withPackage } from "../../scripts/check-package.ts";
import { readArchive } from "../../scripts/setup/asar.ts";
import type { BenchFigure } from "./harness.ts";

/** Nothing but these lies in the archive; the last stands for all of it. */
const FOLDERS = ["dist/renderer", "dist/electron", "dist"] as const;

export const figures: readonly BenchFigure[] = [
  {
    name: "size of the app's archive in an installer: 1 the page, 2 the main process, 3 all",
    floorName: "the built files, one behind the other",
    of: "parts",
    sizes: [1, 2, 3],
    samples: 1,
    clock: "answer",
    unit: "MB",
    limit: { ratio: 1.1 },
    async prepare(size) {
      const folder = FOLDERS[size - 1]!;
      const archived = (archive: Buffer) =>
        folder === "dist" ? archive.length : bytesUnder(archive, `/${folder}/`);
      const megabytes = (await withPackage(archived)) / 1e6;
      const built = folder === "dist" ? FOLDERS.slice(0, 2) : [folder];
      return {
        run: () => megabytes,
        floor: () => built.reduce((sum, one) => sum + bytesIn(one), 0) / 1e6,
      };
    },
  },
];

function bytesUnder(archive: Buffer, folder: string): number {
  return readArchive(archive)
    .filter(({ path }) => path.startsWith(folder))
    .reduce((sum, { bytes }) => sum + bytes.length, 0);
}

function bytesIn(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => statSync(join(folder, name)))
    .reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0);
}
