import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from "node:crypto";
import type { KeyObject } from "node:crypto";
import { createReadStream, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  canonicalManifest,
  MANIFEST_NAME,
  readManifest,
  writeManifest,
} from "../core/vault/update/update-manifest.ts";
import type { UpdateFile, UpdateManifest } from "../core/vault/update/update-manifest.ts";
import { OWN_RELEASE } from "../electron/update/release.ts";
import { UPDATE_PUBLIC_KEY } from "../electron/update/update-key.ts";
import { isMain } from "./setup/is-main.ts";

/* Signs a release: `node scripts/sign-update.ts <folder> --key FILE [--on YYYY-MM-DD] [--zh FILE] [--en FILE]` writes the manifest
 * beside the installers of the folder. `node scripts/sign-update.ts --new-key FILE` makes a key. The key's file stays outside the
 * repository; whoever has it can make every installed app take a program. */

const USAGE =
  "sign-update <folder> --key FILE [--on YYYY-MM-DD] [--zh FILE] [--en FILE]\nsign-update --new-key FILE";

const PLATFORM_BY_ENDING: Readonly<Record<string, UpdateFile["platform"]>> = {
  exe: "win32",
  dmg: "darwin",
  AppImage: "linux",
  deb: "linux",
};

/** Signs a manifest with a private Ed25519 key. */
export function signManifest(manifest: UpdateManifest, key: KeyObject): string {
  const signature = sign(null, Buffer.from(canonicalManifest(manifest), "utf8"), key).toString("hex");
  return writeManifest(manifest, signature);
}

/** The public half of a key as it is pinned: its 32 bytes as base64. */
export function publicHalf(key: KeyObject): string {
  const { x = "" } = createPublicKey(key).export({ format: "jwk" });
  return Buffer.from(x, "base64url").toString("base64");
}

/** What an installer is, as the manifest says it. `null`: no installer by its ending. */
export async function describeFile(folder: string, name: string): Promise<UpdateFile | null> {
  const platform = PLATFORM_BY_ENDING[name.split(".").at(-1) ?? ""];
  if (!platform) return null;
  const hash = createHash("sha512");
  const path = join(folder, name);
  for await (const piece of createReadStream(path)) hash.update(piece as Uint8Array);
  return { name, platform, arch: archOf(name), size: statSync(path).size, sha512: hash.digest("hex") };
}

/** electron-builder names the processor in AppImages and packages; its other installers are for all. */
function archOf(name: string): UpdateFile["arch"] {
  if (/[-_](arm64|aarch64)\./.test(name)) return "arm64";
  return /[-_](x64|x86_64|amd64)\./.test(name) ? "x64" : "any";
}

async function signFolder(folder: string, options: ReadonlyMap<string, string>): Promise<number> {
  const described = await Promise.all(readdirSync(folder).map((name) => describeFile(folder, name)));
  const text = (name: string) => (options.has(name) ? readFileSync(options.get(name)!, "utf8").trim() : "");
  const key = createPrivateKey(readFileSync(options.get("--key") ?? "", "utf8"));
  const manifest: UpdateManifest = {
    ...OWN_RELEASE,
    releasedOn: options.get("--on") ?? new Date().toISOString().slice(0, 10),
    notes: { zh: text("--zh"), en: text("--en") },
    files: described.filter((file) => file !== null),
  };
  const signed = signManifest(manifest, key);
  if (!readManifest(signed).ok) return complain(`the manifest would not be readable: ${signed}`);
  writeFileSync(join(folder, MANIFEST_NAME), signed);
  console.log(`signed ${manifest.version} (number ${manifest.number}), ${manifest.files.length} files`);
  if (publicHalf(key) === UPDATE_PUBLIC_KEY) return 0;
  return complain("this is not the key that the app has pinned: no installed app will take the release");
}

function makeKey(path: string): number {
  const { privateKey } = generateKeyPairSync("ed25519");
  writeFileSync(path, privateKey.export({ type: "pkcs8", format: "pem" }), { mode: 0o600, flag: "wx" });
  console.log(`the key is in ${path}; its public half, to be pinned:\n${publicHalf(privateKey)}`);
  return 0;
}

function complain(text: string): number {
  console.error(text);
  return 1;
}

async function main(args: readonly string[]): Promise<number> {
  const options = new Map<string, string>();
  args.forEach((text, at) => {
    if (text.startsWith("--")) options.set(text, args[at + 1] ?? "");
  });
  const newKey = options.get("--new-key");
  if (newKey) return makeKey(newKey);
  const [folder] = args;
  if (!folder || folder.startsWith("--") || !options.has("--key")) return complain(USAGE);
  return signFolder(folder, options);
}

if (isMain(import.meta)) process.exitCode = await main(process.argv.slice(2));
