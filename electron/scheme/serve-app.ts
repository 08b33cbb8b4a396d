import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import {
  contentSecurityPolicy,
  securityHeaders,
  withNonce,
} from "../../core/bridge/content-security-policy.ts";
import { HOST } from "../identity.ts";
import { resolveAsset } from "./resolve-asset.ts";

const TYPE_BY_ENDING: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

/** Answers the app's scheme from the built renderer: only files of known types inside its folder, each with the policy. */
export function createAppHandler(folder: string): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== "GET" && request.method !== "HEAD") return refuse(405);
    const file = resolveAsset(folder, HOST, request.url);
    const type = file === null ? undefined : TYPE_BY_ENDING[extname(file)];
    if (file === null || type === undefined) return refuse(404);
    try {
      return serve(await readFile(file), type);
    } catch {
      return refuse(404);
    }
  };
}

function serve(bytes: Uint8Array<ArrayBuffer>, type: string): Response {
  const nonce = randomBytes(16).toString("base64url");
  const body = type.startsWith("text/html") ? withNonce(new TextDecoder().decode(bytes), nonce) : bytes;
  return new Response(body, {
    headers: {
      ...securityHeaders(),
      "Content-Type": type,
      "Content-Security-Policy": contentSecurityPolicy(nonce),
      "Cache-Control": "no-store",
    },
  });
}

function refuse(status: number): Response {
  return new Response(null, { status, headers: securityHeaders() });
}
