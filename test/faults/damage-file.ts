import { cpSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import type { Chance } from "./chance.ts";

/** What disks, power cuts and people do to files. `old`: a copy from before the last steps is put back. */
export const DAMAGES = [
  "torn-tail",
  "bit-flip",
  "zeroed-block",
  "truncated",
  "emptied",
  "lost",
  "garbage-after",
  "misplaced-block",
  "old",
] as const;
export type Damage = (typeof DAMAGES)[number];

const BLOCK_BYTES = 512;

/** Damages one file at a place that chance chooses; answers where. `oldPath`: the file as it was before, where it was there. */
export function damageFile(
  path: string,
  damage: Damage,
  { chance, oldPath }: { readonly chance: Chance; readonly oldPath: string },
): string {
  const bytes = readFileSync(path);
  const at = chance.below(Math.max(1, bytes.length));
  const block = bytes.subarray(at, at + BLOCK_BYTES);
  switch (damage) {
    case "torn-tail":
      truncateSync(path, Math.max(0, bytes.length - 1 - chance.below(200)));
      return "at the end";
    case "truncated":
      truncateSync(path, at);
      break;
    case "emptied":
      truncateSync(path, 0);
      return "";
    case "lost":
      rmSync(path);
      return "";
    case "old":
      cpSync(oldPath, path);
      return "";
    case "bit-flip":
      if (bytes.length > 0) bytes[at]! ^= 1 << chance.below(8);
      writeFileSync(path, bytes);
      break;
    case "zeroed-block":
      block.fill(0);
      writeFileSync(path, bytes);
      break;
    case "garbage-after":
      writeFileSync(
        path,
        Buffer.concat([bytes, Buffer.from(Array.from({ length: 100 }, () => chance.below(256)))]),
      );
      return "";
    case "misplaced-block":
      Buffer.from(block).copy(bytes, chance.below(Math.max(1, bytes.length - BLOCK_BYTES)));
      writeFileSync(path, bytes);
      break;
  }
  return `at ${at} of ${bytes.length}`;
}
