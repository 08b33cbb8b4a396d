import { describe, expect, test } from "vitest";
import { z } from "zod";
import { CHANNELS } from "../../../../core/bridge/channels.ts";
import type { Channel } from "../../../../core/bridge/channels.ts";
import { contract } from "../../../../core/bridge/contract.ts";

/** Every field that a request of a channel may have, at any depth. */
function fieldsOf(channel: Channel): readonly string[] {
  const schema = z.toJSONSchema(contract[channel].request, { unrepresentable: "any", io: "input" });
  const found: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (key === "properties") found.push(...Object.keys(inner as object));
      walk(inner);
    }
  };
  walk(schema);
  return found;
}

describe("what the page may ask", () => {
  test("never is a path: no request has a field for one", () => {
    const named = CHANNELS.flatMap((channel) => fieldsOf(channel).map((field) => `${channel}.${field}`));
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((one) => /path|folder$|directory|dir$|uri|href|\burl/i.test(one))).toEqual([]);
  });

  test("keeps nothing of what the contract does not name, on any channel", () => {
    for (const channel of CHANNELS) {
      const extra = { path: "/etc/passwd", __proto__: { polluted: true }, constructor: "x" };
      const read = contract[channel].request.safeParse(extra);
      if (read.success) expect(read.data ?? {}).not.toHaveProperty("path");
    }
    expect({}).not.toHaveProperty("polluted");
  });

  test.each([
    ["undefined", undefined],
    ["a text", "x"],
    ["a number", 1],
    ["a list", [{}]],
    ["a function", () => null],
    [
      "something that throws when it is read",
      new Proxy(
        {},
        {
          get: () => {
            throw new Error("read");
          },
        },
      ),
    ],
  ])("is refused without a crash when it is %s, on every channel", (_what, request) => {
    for (const channel of CHANNELS) {
      const isTaken = () => contract[channel].request.safeParse(request).success;
      let taken = false;
      try {
        taken = isTaken();
      } catch {
        // The door answers what throws with `failed`.
      }
      expect({ channel, taken }).toEqual({ channel, taken: false });
    }
  });
});
