import { join, normalize, sep } from "node:path";

/** Finds the file that an address of the app's scheme means inside the given folder. `null`: another host, or a path that
 * leaves the folder, names a hidden file, or cannot be decoded. */
export function resolveAsset(folder: string, host: string, url: string): string | null {
  const parsed = URL.parse(url);
  if (parsed?.host !== host) return null;
  const path = decodePath(parsed.pathname);
  if (path === null || /[\0\\:]/.test(path)) return null;
  if (path.split("/").some((part) => part.startsWith("."))) return null;
  const file = normalize(join(folder, path === "/" || path === "" ? "index.html" : path));
  return file.startsWith(normalize(folder) + sep) ? file : null;
}

function decodePath(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}
