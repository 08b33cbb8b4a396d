import { describe, expect, test } from "vitest";
import { CHANNELS } from "../../../../core/bridge/channels.ts";
import { ok } from "../../../../core/base/result.ts";
import { openDoor } from "../../../../electron/ipc/door.ts";
import type { Handlers } from "../../../../electron/ipc/door.ts";
import { isTrustedSender } from "../../../../electron/ipc/trusted-sender.ts";
import type { Caller } from "../../../../electron/ipc/trusted-sender.ts";

const JOB = "6f2c7a52-7f0e-4c53-9d36-0b8f4e0c1c11";
const OWN_PAGE: Caller = { sender: { id: 7 }, senderFrame: { parent: null, origin: "app://jiugong" } };

/** A door whose handlers note what reaches them. */
function buildDoor(overrides: Partial<Handlers> = {}) {
  const reached: string[] = [];
  const logged: object[] = [];
  const listeners = new Map<string, (event: Caller, request: unknown) => Promise<unknown>>();
  const noting = CHANNELS.map((channel) => [
    channel,
    () => {
      reached.push(channel);
      return ok(null);
    },
  ]);
  openDoor({
    ipc: { handle: (channel, listener) => void listeners.set(channel, listener) },
    handlers: { ...(Object.fromEntries(noting) as unknown as Handlers), ...overrides },
    isTrusted: (caller) => isTrustedSender(caller, 7),
    log: (event, details) => void logged.push({ event, ...details }),
  });
  const call = (channel: string, request: unknown, caller = OWN_PAGE) =>
    listeners.get(channel)!(caller, request);
  return { call, reached, logged, listeners };
}

const REFUSED = { ok: false, error: "refused" };

describe("the door between the processes", () => {
  test("answers every channel of the contract and no other", () => {
    expect([...buildDoor().listeners.keys()]).toEqual([...CHANNELS]);
  });

  test("answers a call of our own page", async () => {
    const door = buildDoor();
    expect(await door.call("copyText", { text: "九宫" })).toEqual({ ok: true, value: null });
    expect(door.reached).toEqual(["copyText"]);
  });

  test.each([
    ["another window", { ...OWN_PAGE, sender: { id: 8 } }],
    ["a frame in our page", { ...OWN_PAGE, senderFrame: { parent: {}, origin: "app://jiugong" } }],
    ["another origin", { ...OWN_PAGE, senderFrame: { parent: null, origin: "https://jiugong" } }],
    [
      "an origin that begins like ours",
      { ...OWN_PAGE, senderFrame: { parent: null, origin: "app://jiugong.x" } },
    ],
    ["the printed document", { ...OWN_PAGE, senderFrame: { parent: null, origin: "app://print" } }],
    ["a page without an origin", { ...OWN_PAGE, senderFrame: { parent: null, origin: "null" } }],
    ["a frame that is gone", { ...OWN_PAGE, senderFrame: null }],
  ])("refuses a call from %s on every channel, before any handler", async (_who, caller) => {
    const door = buildDoor();
    for (const channel of CHANNELS) expect(await door.call(channel, null, caller)).toEqual(REFUSED);
    expect(door.reached).toEqual([]);
  });

  test.each([
    ["appendLedger", { entry: "text" }],
    ["appendLedger", { entry: [1, 2, 3] }],
    ["appendLedger", null],
    ["compactLedger", { snapshot: new Uint8Array(1), sequence: -1 }],
    ["readKeptState", { number: 1.5 }],
    ["readFile", { handle: "/etc/passwd", offset: 0, length: 10 }],
    ["readFile", { handle: "6f2c7a52-7f0e-4c53-9d36-0b8f4e0c1c11", offset: 0, length: 8 * 1024 * 1024 + 1 }],
    ["saveFile", { path: "/home/a", bytes: new Uint8Array(1), kind: { label: "", extensions: [] } }],
    ["saveFile", { suggestedName: "a", bytes: new Uint8Array(1), kind: { label: "", extensions: ["../x"] } }],
    ["savePdf", { suggestedName: "a", html: "", kind: { label: "", extensions: ["pdf"] } }],
    ["writePreference", { key: "__proto__", value: "x" }],
    ["answerQuit", {}],
    ["readAppInfo", "more than nothing"],
  ])("refuses %s with the payload %j, before any handler", async (channel, request) => {
    const door = buildDoor();
    expect(await door.call(channel, request)).toEqual(REFUSED);
    expect(door.reached).toEqual([]);
  });

  test.each([
    ["appendLedger", { entry: new Proxy(new Uint8Array(1), {}), __proto__: { path: "/etc/passwd" } }],
    ["appendLedger", { entry: { length: 1, byteLength: 1, buffer: new ArrayBuffer(1) } }],
    ["appendLedger", { entry: Object.create(Uint8Array.prototype) }],
    ["appendLedger", { entry: new Uint16Array(1) }],
    ["readFile", { handle: ["6f2c7a52-7f0e-4c53-9d36-0b8f4e0c1c11"], offset: 0, length: 1 }],
    ["readFile", { handle: "6f2c7a52-7f0e-4c53-9d36-0b8f4e0c1c11", offset: "0", length: 1 }],
    ["readFile", { handle: "6f2c7a52-7f0e-4c53-9d36-0b8f4e0c1c11", offset: Number.NaN, length: 1 }],
    ["readFile", { handle: "6f2c7a52-7f0e-4c53-9d36-0b8f4e0c1c11", offset: 0, length: Infinity }],
    ["saveFolder", { job: JOB, suggestedName: "a", files: [] }],
    ["saveFolder", { job: JOB, suggestedName: "a", files: [{ name: "b", path: "/etc/passwd" }] }],
    ["saveFolder", { job: JOB, suggestedName: "a", files: [{ name: "", html: "<p>" }] }],
    ["saveFolder", { suggestedName: "a", files: [{ name: "b", html: "<p>" }] }],
    ["stopFolder", { job: "1" }],
    ["writePreference", { key: "constructor.prototype", value: { toString: "x" } }],
    ["writePreference", { key: "Theme", value: "dark" }],
    ["chooseUpdates", { source: "__proto__" }],
    ["installUpdate", { keptSequence: -1 }],
    ["installUpdate", { path: "/tmp/evil.exe" }],
  ])("is not got round by %s with a payload of the wrong make", async (channel, request) => {
    const door = buildDoor();
    const answer = (await door.call(channel, request)) as { readonly ok: boolean };
    expect(answer.ok).toBe(false);
    expect(door.reached).toEqual([]);
  });

  test("hands a handler only the fields that the contract names", async () => {
    let seen: unknown;
    const door = buildDoor({
      copyText(request) {
        seen = request;
        return ok(null);
      },
    });
    await door.call("copyText", { text: "a", path: "/etc/passwd" });
    expect(seen).toEqual({ text: "a" });
  });

  test("says failed, and neither message nor path, when a handler throws", async () => {
    const door = buildDoor({
      copyText() {
        throw new Error("ENOENT /home/zhang/secret");
      },
    });
    expect(await door.call("copyText", { text: "a" })).toEqual({ ok: false, error: "failed" });
    expect(JSON.stringify(door.logged)).not.toContain("secret");
  });

  test("says failed when a handler answers what the contract does not describe", async () => {
    const door = buildDoor({ readAppInfo: () => ok({ version: 1 } as never) });
    expect(await door.call("readAppInfo", null)).toEqual({ ok: false, error: "failed" });
  });
});
