import { createBrowserPlatform } from "./browser-platform.ts";
import { desktopBridge } from "./desktop-bridge.ts";
import type { Platform } from "./platform.ts";

let current: Platform | null = null;

/** Finds out where the app runs, once, before anything else: on the desktop when its bridge is there, else in a browser. */
export async function loadPlatform(): Promise<Platform> {
  if (current) return current;
  const bridge = desktopBridge();
  if (!bridge) {
    current = createBrowserPlatform();
  } else {
    const { createDesktopPlatform } = await import("./desktop-platform.ts");
    current = await createDesktopPlatform(bridge);
  }
  return current;
}

/** The platform after `loadPlatform`; throws before. */
export function currentPlatform(): Platform {
  if (!current) throw new Error("the platform is not loaded");
  return current;
}
