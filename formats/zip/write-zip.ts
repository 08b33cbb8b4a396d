import { zipSync } from "fflate";
import type { Zippable } from "fflate";

/** The first day that a zip can name: the same files give the same bytes. */
const ZIP_TIME = Date.UTC(1980, 0, 2);

/** Packs files under their names, which must differ. */
export function writeZip(
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): Uint8Array<ArrayBuffer> {
  const parts: Zippable = {};
  for (const { name, bytes } of files) parts[name] = [bytes, { mtime: ZIP_TIME }];
  // What is packed is packed already: no second pass.
  return zipSync(parts, { level: 0 }) as Uint8Array<ArrayBuffer>;
}
