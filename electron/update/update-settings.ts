import { readFileSync } from "node:fs";
import { z } from "zod";
import { feedAddress } from "../../core/vault/update/feed-address.ts";
import { writeTextWhole } from "../window/preferences-file.ts";

/* Kept apart from the preferences, which the page may write: what is read from a disk or asked over a network is chosen in a
 * dialog of the main process or checked by it, and never handed in. */

const sourceSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("off") }),
  z.object({ kind: z.literal("feed"), address: z.string().refine((text) => feedAddress(text) === text) }),
  z.object({ kind: z.literal("folder"), path: z.string().min(1) }),
  z.object({ kind: z.literal("file"), path: z.string().min(1) }),
]);
/** Where this machine looks for updates. */
export type ChosenSource = z.infer<typeof sourceSchema>;

const settingsSchema = z.object({
  source: sourceSchema,
  /** The highest release number that a genuine manifest has shown. */
  seenNumber: z.number().int().nonnegative(),
  checkedAtMs: z.number().int().nonnegative().nullable(),
});
export type UpdateSettings = z.infer<typeof settingsSchema>;

const UNSET: UpdateSettings = { source: { kind: "off" }, seenNumber: 0, checkedAtMs: null };

export interface UpdateSettingsFile {
  read(): UpdateSettings;
  write(change: Partial<UpdateSettings>): void;
}

/** Opens what this machine keeps about updates. A file that is gone or unreadable means that updates are off. */
export function openUpdateSettings(path: string): UpdateSettingsFile {
  let settings = readSettings(path);
  return {
    read: () => settings,
    write(change) {
      settings = { ...settings, ...change };
      try {
        writeTextWhole(path, JSON.stringify(settings));
      } catch {
        // A choice that could not be kept lasts until the app is closed.
      }
    },
  };
}

function readSettings(path: string): UpdateSettings {
  try {
    return settingsSchema.safeParse(JSON.parse(readFileSync(path, "utf8"))).data ?? UNSET;
  } catch {
    return UNSET;
  }
}
