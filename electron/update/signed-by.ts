import { createPublicKey, verify } from "node:crypto";
import { canonicalManifest } from "../../core/vault/update/update-manifest.ts";
import type { SignedManifest } from "../../core/vault/update/update-manifest.ts";

/** Whether a manifest was signed with the private half of the given Ed25519 key (its 32 bytes as base64). */
export function isSignedBy({ manifest, signature }: SignedManifest, publicKey: string): boolean {
  try {
    const key = createPublicKey({
      key: { kty: "OKP", crv: "Ed25519", x: Buffer.from(publicKey, "base64").toString("base64url") },
      format: "jwk",
    });
    const text = Buffer.from(canonicalManifest(manifest), "utf8");
    return verify(null, text, key, Buffer.from(signature, "hex"));
  } catch {
    return false;
  }
}
