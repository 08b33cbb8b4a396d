import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import type { Server } from "node:http";
import { request } from "node:http";
import type { IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serveFolder } from "../../../scripts/setup/static-server.ts";

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let server: Server;
let port: number;

beforeAll(async () => {
  const outside = mkdtempSync(join(tmpdir(), "serve-"));
  const folder = join(outside, "app");
  mkdirSync(join(folder, "assets"), { recursive: true });
  writeFileSync(join(outside, "secret.txt"), "secret");
  writeFileSync(join(folder, "index.html"), "<head></head>");
  writeFileSync(join(folder, "assets", "main.js"), "run()");
  port = await freePort(folder);
  server = await serve(folder, port);
});

afterAll(() => void server.close());

function serve(folder: string, on: number): Promise<Server> {
  return serveFolder({
    folder,
    port: on,
    headers: { "x-own": "yes" },
    preparePage: (html) => ({ html: `${html}!`, contentSecurityPolicy: "default-src 'none'" }),
  });
}

async function freePort(folder: string): Promise<number> {
  const probe = await serve(folder, 0);
  const free = (probe.address() as AddressInfo).port;
  await new Promise((done) => probe.close(done));
  return free;
}

function ask(path: string, host = `127.0.0.1:${port}`, method = "GET"): Promise<Answer> {
  return new Promise((done, reject) => {
    const asked = request({ host: "127.0.0.1", port, path, method, headers: { host } }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (text: string) => (body += text));
      response.on("end", () => done({ status: response.statusCode, headers: response.headers, body }));
    });
    asked.on("error", reject).end();
  });
}

describe("the browser's server", () => {
  it("sends the page prepared, with its policy, and never from a cache", async () => {
    const { status, headers, body } = await ask("/");
    expect([status, body, headers["content-type"]]).toEqual([
      200,
      "<head></head>!",
      "text/html; charset=utf-8",
    ]);
    expect(headers["content-security-policy"]).toBe("default-src 'none'");
    expect([headers["cache-control"], headers["x-own"]]).toEqual(["no-store", "yes"]);
  });

  it("sends built files with their type, for good", async () => {
    const { headers, body } = await ask("/assets/main.js?x=1");
    expect([body, headers["content-type"]]).toEqual(["run()", "text/javascript; charset=utf-8"]);
    expect(headers["cache-control"]).toBe("max-age=31536000, immutable");
  });

  it("sends nothing from outside its folder", async () => {
    const paths = [
      "/../secret.txt",
      "/%2e%2e/secret.txt",
      "/..%2fsecret.txt",
      "/assets/../../secret.txt",
      "/%00",
      "/%",
    ];
    const answers = await Promise.all(paths.map((path) => ask(path)));
    expect(answers.map((answer) => answer.status)).toEqual(paths.map(() => 404));
  });

  it("answers only to its own name, so that no foreign page can read it", async () => {
    expect((await ask("/", "evil.example")).status).toBe(403);
    expect((await ask("/", `127.0.0.1:${port}`, "POST")).status).toBe(405);
  });

  it("leads a second name of this machine to the first, where the data is", async () => {
    const { status, headers } = await ask("/assets/main.js", `localhost:${port}`);
    expect([status, headers.location]).toEqual([308, `http://127.0.0.1:${port}/assets/main.js`]);
  });

  it("refuses a port that is taken", async () => {
    await expect(serve(tmpdir(), port)).rejects.toThrow("EADDRINUSE");
  });
});
