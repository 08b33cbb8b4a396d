import { CHANNELS } from "../../core/bridge/channels.ts";
import type { Channel } from "../../core/bridge/channels.ts";
import { contract } from "../../core/bridge/contract.ts";
import type { Answer, AnswerValue } from "../../core/bridge/contract.ts";
import type { z } from "zod";
import { fail } from "../../core/base/result.ts";
import type { Log } from "../log.ts";
import type { Caller } from "./trusted-sender.ts";

/** What answers a channel: the parsed request in, a `Result` out. One for every channel of the contract. */
export type Handlers = {
  readonly [C in Channel]: (
    request: z.output<(typeof contract)[C]["request"]>,
  ) => Answer<C> | Promise<Answer<C>>;
};

/** As much of Electron's `ipcMain` as the door uses. */
export interface Ipc {
  handle(channel: string, listener: (event: Caller, request: unknown) => Promise<unknown>): void;
}

export interface DoorParts {
  readonly ipc: Ipc;
  readonly handlers: Handlers;
  readonly isTrusted: (caller: Caller) => boolean;
  readonly log: Log;
}

/** Opens the one door between the processes: every channel of the contract, and no other, is answered.
 * A call from anywhere but our own page, or with a payload that the contract does not know, is answered `refused` and
 * reaches no handler; what a handler throws is logged by name and answered `failed`, so that no path or stack leaks. */
export function openDoor(parts: DoorParts): void {
  for (const channel of CHANNELS) {
    parts.ipc.handle(channel, (event, request) => answer(parts, channel, { event, request }));
  }
}

interface Call {
  readonly event: Caller;
  readonly request: unknown;
}

async function answer<C extends Channel>(parts: DoorParts, channel: C, call: Call): Promise<unknown> {
  if (!parts.isTrusted(call.event)) {
    parts.log("call refused", { channel, reason: "sender" });
    return fail("refused");
  }
  try {
    const request = contract[channel].request.safeParse(call.request);
    if (!request.success) {
      parts.log("call refused", { channel, reason: "payload" });
      return fail("refused");
    }
    const handler = parts.handlers[channel] as (request: unknown) => Promise<Answer<C>>;
    return checkAnswer(channel, await handler(request.data));
  } catch (error) {
    parts.log("call failed", { channel, error: error instanceof Error ? error.name : "unknown" });
    return fail("failed");
  }
}

/** An answer goes out only as the contract describes it; fields beyond it are dropped. */
function checkAnswer<C extends Channel>(channel: C, given: Answer<C>): unknown {
  const { value, error } = contract[channel];
  if (!given.ok) return fail(error.parse(given.error));
  return { ok: true, value: value.parse(given.value) as AnswerValue<C> };
}
