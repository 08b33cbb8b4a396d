import type { Platform } from "../platform/platform.ts";

/* That there was a workspace is remembered where neither ledger nor database lies: on a full disk a browser may lose both at once,
   and an empty start would look like the first one. */

const KEY = "had-workspace";

export function noteWorkspace(platform: Pick<Platform, "readPreference" | "writePreference">): void {
  if (!hadWorkspace(platform)) platform.writePreference(KEY, "yes");
}

export function hadWorkspace(platform: Pick<Platform, "readPreference">): boolean {
  return platform.readPreference(KEY) !== null;
}
