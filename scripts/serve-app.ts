import { randomBytes } from "node:crypto";
import type { Server } from "node:http";
import { contentSecurityPolicy, securityHeaders, withNonce } from "../core/bridge/content-security-policy.ts";
import { isMain } from "./setup/is-main.ts";
import { serveFolder } from "./setup/static-server.ts";

/** The browser keeps the data by origin: this address never changes. */
export const APP_PORT = 4199;

/** Serves the built app to a browser on this machine, under the policy and headers of the desktop. */
export function serveApp(port: number): Promise<Server> {
  return serveFolder({
    folder: "dist/renderer",
    port,
    headers: securityHeaders(),
    preparePage(html) {
      const nonce = randomBytes(16).toString("base64");
      return { html: withNonce(html, nonce), contentSecurityPolicy: contentSecurityPolicy(nonce) };
    },
  });
}

if (isMain(import.meta)) {
  const port = Number(process.argv[2] ?? APP_PORT);
  await serveApp(port);
  console.log(`http://127.0.0.1:${port}/`);
}
