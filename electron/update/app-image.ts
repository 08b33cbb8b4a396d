import { basename, isAbsolute, sep } from "node:path";

/** The AppImage that this process runs from; `null`: it runs from none. The variable alone says nothing, for whatever is started by
 * another program's AppImage inherits it: only what runs from an image that was mounted or unpacked for it is meant, and there the image
 * itself has set both. */
export function ownAppImage(env: NodeJS.ProcessEnv, execPath: string): string | null {
  const { APPIMAGE: path, APPDIR: mounted } = env;
  if (!path || !mounted || !isAbsolute(path)) return null;
  if (!/^(\.mount_|appimage_extracted_)/.test(basename(mounted))) return null;
  return execPath.startsWith(mounted.endsWith(sep) ? mounted : mounted + sep) ? path : null;
}
