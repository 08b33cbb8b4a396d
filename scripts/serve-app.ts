import type { Server } from "node:http";
import { isMain } from "./setup/is-main.ts";
import { serveFolder } from "./setup/static-server.ts";

/** The browser keeps the data by origin: this address never changes. */
export const APP_PORT = 4199;

/** What the page may do; the same as on the desktop. */
const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
  "font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; " +
  "form-action 'none'; frame-ancestors 'none'";

/** Serves the built app to a browser on this machine. */
export function serveApp(port: number): Promise<Server> {
  return serveFolder({ folder: "dist/renderer", port, contentSecurityPolicy: CONTENT_SECURITY_POLICY });
}

if (isMain(import.meta)) {
  const port = Number(process.argv[2] ?? APP_PORT);
  await serveApp(port);
  console.log(`http://127.0.0.1:${port}/`);
}
