import manifest from "../../package.json" with { type: "json" };
import type { Release } from "../../core/vault/update/judge-update.ts";

/** The release that this program is: its version, and its number in the row of all releases. */
export const OWN_RELEASE: Release = { version: manifest.version, number: manifest.release };
