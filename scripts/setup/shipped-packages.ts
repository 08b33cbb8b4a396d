import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** As much of a bundle as tells what is in it. */
type Bundle = Readonly<
  Record<
    string,
    { readonly type: string; readonly modules?: Readonly<Record<string, { readonly code: string | null }>> }
  >
>;

/** Where the builds note it: one file for each bundle. */
export const NOTES_FOLDER = "dist/shipped";

/** A plugin of the builds that notes which packages have code in what was written. */
export function noteShippedPackages() {
  const folders = new Set<string>();
  return {
    name: "jiugong-shipped-packages",
    generateBundle(
      this: { readonly environment: { readonly name: string } },
      _options: unknown,
      bundle: Bundle,
    ): void {
      for (const chunk of Object.values(bundle)) {
        for (const [id, { code }] of Object.entries(chunk.modules ?? {})) {
          const folder = code ? packageFolder(id) : null;
          if (folder !== null) folders.add(folder);
        }
      }
      mkdirSync(NOTES_FOLDER, { recursive: true });
      writeFileSync(
        join(NOTES_FOLDER, `${this.environment.name}.json`),
        JSON.stringify([...folders].toSorted()),
      );
    },
  };
}

/** The folder of the package that a module belongs to, from `node_modules` on; `null` for our own. */
export function packageFolder(id: string): string | null {
  const match = /^.*(node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/?]+)/.exec(id.split("?", 1)[0]!);
  if (!match) return null;
  const nested = /node_modules[\\/].*/.exec(id.slice(id.indexOf("node_modules")))![0];
  const last = nested.lastIndexOf(match[1]!);
  return nested.slice(0, last + match[1]!.length).replaceAll("\\", "/");
}
