import { z } from "zod";

/** Why there is no update to install. Said by `vault.update.problem.<code>`. */
export const UPDATE_PROBLEMS = [
  "unreachable",
  "no-manifest",
  "manifest-unreadable",
  "wrong-signature",
  "older",
  "no-file",
  "file-gone",
  "file-short",
  "file-changed",
  "interrupted",
  "disk-full",
  "not-permitted",
  "not-kept",
  "not-started",
  "not-replaced",
  "failed",
] as const;
export type UpdateProblem = (typeof UPDATE_PROBLEMS)[number];

/** Where updates are looked for. `off`: nowhere, which is how the app comes. */
export const UPDATE_SOURCES = ["off", "feed", "folder", "file"] as const;
export type UpdateSourceKind = (typeof UPDATE_SOURCES)[number];

const countSchema = z.number().int().nonnegative();

/** How things stand with updates, as the page shows it. */
export const updateStateSchema = z.object({
  source: z.enum(UPDATE_SOURCES),
  /** The feed's address, or the name of the folder or file; a path stays in the main process. */
  place: z.string().max(500),
  installed: z.object({ version: z.string().max(50), number: countSchema }),
  /** `current`: looked, nothing newer; `available`: a genuine newer release; `ready`: fetched and verified. */
  phase: z.enum(["idle", "checking", "current", "available", "fetching", "ready", "installing"]),
  problem: z.enum(UPDATE_PROBLEMS).nullable(),
  offer: z
    .object({
      version: z.string().max(50),
      number: countSchema,
      releasedOn: z.string().max(10),
      notes: z.object({ zh: z.string(), en: z.string() }),
      size: countSchema,
    })
    .nullable(),
  receivedBytes: countSchema,
  checkedAtMs: countSchema.nullable(),
  /** `installer`: it is started for the person; `shown`: its folder is opened, and the person starts it. */
  installedBy: z.enum(["installer", "shown"]),
});
export type UpdateState = z.infer<typeof updateStateSchema>;
