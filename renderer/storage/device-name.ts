import type { Platform } from "../platform/platform.ts";

const KEY = "device";

/** A short name that tells this device's stamps from another's; made once and kept. */
export function deviceName(platform: Platform): string {
  const known = platform.readPreference(KEY);
  if (known !== null && /^[0-9a-z]{8}$/.test(known)) return known;
  const made = platform
    .newId()
    .replace(/[^0-9a-z]/g, "")
    .slice(0, 8)
    .padEnd(8, "0");
  platform.writePreference(KEY, made);
  return made;
}
