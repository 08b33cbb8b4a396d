import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createAppHandler } from "../../../../electron/scheme/serve-app.ts";

let folder = "";
const get = (path: string, method = "GET") =>
  createAppHandler(folder)(new Request(`app://jiugong${path}`, { method }));

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "jiugong-scheme-"));
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "index.html"), "<html><head></head></html>");
  writeFileSync(join(folder, "assets/a.js"), "1");
  writeFileSync(join(folder, "secret.key"), "no");
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("the app's scheme", () => {
  test("serves the page with the nonce of its policy", async () => {
    const response = await get("/");
    const nonce = /'nonce-([^']+)'/.exec(response.headers.get("content-security-policy")!)![1];
    expect(await response.text()).toBe(
      `<html><head><meta property="csp-nonce" nonce="${nonce}"></head></html>`,
    );
  });

  test("makes another nonce for every answer", async () => {
    const [first, second] = await Promise.all([get("/"), get("/")]);
    const policies = [first, second].map((response) => response.headers.get("content-security-policy"));
    expect(policies[0]).not.toBe(policies[1]);
  });

  test("names the type of a file, and forbids guessing another", async () => {
    const { headers } = await get("/assets/a.js");
    expect(headers.get("content-type")).toBe("text/javascript; charset=utf-8");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  });

  test.each([
    ["/missing.js", "GET", 404],
    ["/assets", "GET", 404],
    ["/secret.key", "GET", 404],
    ["/%2e%2e/x.js", "GET", 404],
    ["/", "POST", 405],
    ["/", "DELETE", 405],
  ])("answers %s by %s with %i", async (path, method, status) => {
    expect((await get(path, method)).status).toBe(status);
  });
});
