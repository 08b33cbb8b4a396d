import { createReadStream } from "node:fs";
import { readFile, realpath, stat } from "node:fs/promises";
import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { extname, join, sep } from "node:path";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
  ".txt": "text/plain; charset=utf-8",
};

export interface PreparedPage {
  readonly html: string;
  readonly contentSecurityPolicy: string;
}

export interface ServeOptions {
  readonly folder: string;
  readonly port: number;
  /** Headers of every answer. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The page as it is sent, with the policy that belongs to it; as it stands and without one when absent. */
  preparePage?(html: string): PreparedPage;
}

/** Serves one folder on 127.0.0.1, to this machine alone. Rejects when the port is taken: another port would be another
 * origin, and the browser keeps the data by origin. */
export async function serveFolder(options: ServeOptions): Promise<Server> {
  const folder = await realpath(options.folder);
  const server = createServer((request, response) => {
    void answer(request, response, { ...options, folder }).catch(() => refuse(response, 500));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, "127.0.0.1", resolve);
  });
  return server;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  options: ServeOptions,
): Promise<void> {
  const host = request.headers.host ?? "";
  // The same data must not be looked for under a second name of this machine.
  if (host === `localhost:${options.port}`) {
    response.writeHead(308, { location: `http://127.0.0.1:${options.port}${request.url ?? "/"}` }).end();
    return;
  }
  // A foreign page whose name was bent to 127.0.0.1 must not read the app.
  if (host !== `127.0.0.1:${options.port}`) return refuse(response, 403);
  if (request.method !== "GET" && request.method !== "HEAD") return refuse(response, 405);
  const path = await fileOf(options.folder, request.url ?? "/");
  if (path === null) return refuse(response, 404);
  const headers = {
    ...options.headers,
    "content-type": TYPES[extname(path)] ?? "application/octet-stream",
    // Built files carry their hash in the name; the page itself does not.
    "cache-control": path.includes(`${sep}assets${sep}`) ? "max-age=31536000, immutable" : "no-store",
  };
  if (extname(path) === ".html" && options.preparePage) {
    const { html, contentSecurityPolicy } = options.preparePage(await readFile(path, "utf8"));
    response.writeHead(200, { ...headers, "content-security-policy": contentSecurityPolicy });
    response.end(request.method === "HEAD" ? undefined : html);
    return;
  }
  response.writeHead(200, { ...headers, "content-length": (await stat(path)).size });
  if (request.method === "HEAD") response.end();
  else createReadStream(path).pipe(response);
}

async function fileOf(folder: string, url: string): Promise<string | null> {
  try {
    const name = decodeURIComponent(new URL(url, "http://127.0.0.1").pathname);
    const path = await realpath(join(folder, name.endsWith("/") ? `${name}index.html` : name));
    return path.startsWith(folder + sep) && (await stat(path)).isFile() ? path : null;
  } catch {
    return null;
  }
}

function refuse(response: ServerResponse, status: number): void {
  if (response.headersSent) response.destroy();
  else response.writeHead(status, { "content-type": "text/plain" }).end(String(status));
}
