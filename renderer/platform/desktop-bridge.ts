import { BRIDGE_NAME } from "../../core/bridge/channels.ts";
import type { Bridge } from "../../core/bridge/contract.ts";

/** The bridge that the preload shows. `null`: this is a plain browser. */
export function desktopBridge(): Bridge | null {
  return (globalThis as { readonly [BRIDGE_NAME]?: Bridge })[BRIDGE_NAME] ?? null;
}
