import { z } from "zod";
import { fail, ok } from "../../base/result.ts";
import type { Result } from "../../base/result.ts";

/* What a release says of itself, signed as a whole. A feed or folder holds this file and the installers that it names. */

/** The name under which a feed or folder keeps its manifest. */
export const MANIFEST_NAME = "jiugong-update.json";
/** A manifest is a page of text; whatever is longer is not one. */
export const MANIFEST_BYTES_MAX = 256 * 1024;
const FORMAT = "jiugong-update";
const FILE_BYTES_MAX = 2 * 1024 ** 3;

const versionSchema = z.string().regex(/^(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})$/);
const numberSchema = z.number().int().min(1).max(1_000_000_000);

/** A plain name in the manifest's own folder, so that no file can be meant elsewhere. */
const fileNameSchema = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]*(\.[A-Za-z0-9_-]+)+$/)
  .max(100);

const fileSchema = z.strictObject({
  name: fileNameSchema,
  platform: z.enum(["win32", "darwin", "linux"]),
  /** `any`: one installer for all processors of the platform. */
  arch: z.enum(["x64", "arm64", "any"]),
  size: z.number().int().min(1).max(FILE_BYTES_MAX),
  sha512: z.string().regex(/^[0-9a-f]{128}$/),
});
/** An installer with what it must be, byte by byte. */
export type UpdateFile = z.infer<typeof fileSchema>;

const manifestSchema = z.strictObject({
  version: versionSchema,
  /** Grows with every release for ever, whatever the version is called. */
  number: numberSchema,
  releasedOn: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  notes: z.strictObject({ zh: z.string().max(4000), en: z.string().max(4000) }),
  files: z.array(fileSchema).min(1).max(20),
});
/** What is signed: a release, its place in the row of releases, and its files. */
export type UpdateManifest = z.infer<typeof manifestSchema>;

const signedSchema = z.strictObject({
  format: z.literal(FORMAT),
  ...manifestSchema.shape,
  /** Ed25519 over the canonical text, as hexadecimal digits. */
  signature: z.string().regex(/^[0-9a-f]{128}$/),
});

/** A manifest as read, with its signature not yet checked. */
export interface SignedManifest {
  readonly manifest: UpdateManifest;
  readonly signature: string;
}

/** The text that is signed: every field in a fixed order, so that a manifest laid out anew says the same and a changed word does not.
 * It begins with the format's name, so that a signature for something else is none for this.
 * @example canonicalManifest({ version: "0.2.0", number: 2, releasedOn: "2026-12-01", notes: { zh: "", en: "" }, files: [] }) // => 'jiugong-update\n{"version":"0.2.0","number":2,"releasedOn":"2026-12-01","notes":{"zh":"","en":""},"files":[]}'
 */
export function canonicalManifest(manifest: UpdateManifest): string {
  const { version, number, releasedOn, notes, files } = manifest;
  const plainFiles = files.map(({ name, platform, arch, size, sha512 }) => ({
    name,
    platform,
    arch,
    size,
    sha512,
  }));
  const plain = { version, number, releasedOn, notes: { zh: notes.zh, en: notes.en }, files: plainFiles };
  return `${FORMAT}\n${JSON.stringify(plain)}`;
}

/** Writes a manifest with its signature, as it lies in a feed.
 * @example writeManifest({ version: "0.2.0", number: 2, releasedOn: "2026-12-01", notes: { zh: "", en: "" }, files: [] }, "ab").includes('"signature": "ab"') // => true
 */
export function writeManifest(manifest: UpdateManifest, signature: string): string {
  return `${JSON.stringify({ format: FORMAT, ...manifest, signature }, null, 2)}\n`;
}

/** Reads a manifest; unknown fields, names with a path, twice the same name, and anything of the wrong kind make it unreadable.
 * @example readManifest("{}") // => { ok: false, error: "manifest-unreadable" }
 */
export function readManifest(text: string): Result<SignedManifest, "manifest-unreadable"> {
  const parsed = signedSchema.safeParse(parseJson(text));
  if (!parsed.success) return fail("manifest-unreadable");
  const { signature, format: _format, ...manifest } = parsed.data;
  const names = new Set(manifest.files.map(({ name }) => name.toLowerCase()));
  return names.size === manifest.files.length ? ok({ manifest, signature }) : fail("manifest-unreadable");
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
