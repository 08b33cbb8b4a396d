import { createHash, createPrivateKey } from "node:crypto";
import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { UpdateManifest } from "../../core/vault/update/update-manifest.ts";
import { MANIFEST_NAME } from "../../core/vault/update/update-manifest.ts";
import { publicHalf, signManifest } from "../../scripts/sign-update.ts";

/** A key for tests alone; nothing that people have takes it. */
export const TEST_KEY = createPrivateKey(
  "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f\n-----END PRIVATE KEY-----\n",
);
export const OTHER_KEY = createPrivateKey(
  "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIAEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEB\n-----END PRIVATE KEY-----\n",
);
export const TEST_PUBLIC_KEY = publicHalf(TEST_KEY);

export const INSTALLER_NAME = "Jiugong-0.2.0-x64.AppImage";
/** An installer of many pieces, none like another. */
export const INSTALLER = Buffer.from(
  Array.from({ length: 40_000 }, (_, at) => `piece ${at}\n`).join(""),
  "utf8",
);

/** The release after the installed one, with one installer for this test's machine. */
export function buildManifest(overrides: Partial<UpdateManifest> = {}): UpdateManifest {
  return {
    version: "0.2.0",
    number: 2,
    releasedOn: "2026-12-01",
    notes: { zh: "修正", en: "Fixes" },
    files: [
      {
        name: INSTALLER_NAME,
        platform: "linux",
        arch: "x64",
        size: INSTALLER.length,
        sha512: createHash("sha512").update(INSTALLER).digest("hex"),
      },
    ],
    ...overrides,
  };
}

/** The signed text of a manifest. */
export function signed(manifest = buildManifest(), key = TEST_KEY): string {
  return signManifest(manifest, key);
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export interface TestFeed {
  readonly address: string;
  /** What was asked: path and range. */
  readonly asked: string[];
  answers: Record<string, Answer>;
  close(): Promise<void>;
}

/** A server on loopback with a manifest and an installer, both to be replaced by a test. */
export async function startFeed(): Promise<TestFeed> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.url} ${request.headers.range ?? ""}`.trim());
    const answer = feed.answers[request.url ?? ""];
    if (answer) return answer(request, response);
    response.writeHead(404).end();
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const feed: TestFeed = {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/jiugong/`,
    asked,
    answers: {
      [`/jiugong/${MANIFEST_NAME}`]: text(signed()),
      [`/jiugong/${INSTALLER_NAME}`]: file(INSTALLER),
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
  return feed;
}

/** Answers a text. */
export function text(body: string): Answer {
  return (_request, response) => void response.writeHead(200).end(body);
}

/** Answers a file, from where it is asked for. */
export function file(bytes: Uint8Array): Answer {
  return ({ headers }, response) => {
    const from = Number(/^bytes=(\d+)-$/.exec(headers.range ?? "")?.[1] ?? 0);
    if (from === 0) return void response.writeHead(200, { "Content-Length": bytes.length }).end(bytes);
    if (from >= bytes.length) return void response.writeHead(416).end();
    response.writeHead(206, {
      "Content-Length": bytes.length - from,
      "Content-Range": `bytes ${from}-${bytes.length - 1}/${bytes.length}`,
    });
    response.end(bytes.subarray(from));
  };
}

/** Answers the beginning of a file and breaks the connection off. */
export function brokenOff(bytes: Uint8Array, after: number): Answer {
  return (_request, response) => {
    response.writeHead(200, { "Content-Length": bytes.length });
    response.write(bytes.subarray(0, after), () => setTimeout(() => response.destroy(), 50));
  };
}
