import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { decodeValue, encodeValue } from "./codec.ts";
import { INVOKE_PATH } from "./page-runtime.ts";

/* Chromium knows no `app:` without Electron, so `app://jiugong/` is served as `http://jiugong.localhost/`: a secure
 * context with storage of its own, the same after every restart. What the app's handlers see has `app:` again. */

/** `app://jiugong/x` as the page knows it. */
export function toPageUrl(appUrl: string): string {
  const { host, pathname, search, hash } = new URL(appUrl);
  return `http://${host}.localhost${pathname}${search}${hash}`;
}

/** The page's address as the app knows it. */
export function toAppUrl(pageUrl: string): string {
  const match = /^http:\/\/([a-z0-9-]+)\.localhost(?::\d+)?(\/.*)?$/.exec(pageUrl);
  return match ? `app://${match[1]}${match[2] ?? "/"}` : pageUrl;
}

export interface ServerParts {
  /** Answers a request to the app's scheme; `null` when no session handles it. */
  readonly serve: (request: Request) => Promise<Response | null>;
  readonly invoke: (call: { windowId: number; channel: string; args: unknown[] }) => Promise<unknown>;
}

/** Starts the server behind every `*.localhost`; the answer is its port. */
export async function startServer(parts: ServerParts): Promise<number> {
  const server = createServer((request, response) => {
    answer(parts, request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  server.unref();
  return (server.address() as AddressInfo).port;
}

async function answer(parts: ServerParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? "/", `http://${request.headers.host}`);
  if (url.pathname === INVOKE_PATH) return answerCall(parts, url, request, response);
  const served = await parts.serve(new Request(toAppUrl(url.href), { method: request.method ?? "GET" }));
  if (!served) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(served.status, Object.fromEntries(served.headers));
  response.end(Buffer.from(await served.arrayBuffer()));
}

async function answerCall(
  parts: ServerParts,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body: Buffer[] = [];
  for await (const piece of request) body.push(piece as Buffer);
  const windowId = Number(url.searchParams.get("window"));
  const channel = url.searchParams.get("channel") ?? "";
  try {
    const args = decodeValue(Buffer.concat(body)) as unknown[];
    const value = await parts.invoke({ windowId, channel, args });
    response.writeHead(200).end(encodeValue(value));
  } catch (error) {
    response.writeHead(500).end(encodeValue(String(error)));
  }
}
