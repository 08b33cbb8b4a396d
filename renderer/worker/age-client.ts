import { message } from "../../core/base/message.ts";
import { fail, ok } from "../../core/base/result.ts";
import type { Result } from "../../core/base/result.ts";
import type { AgeAnswer, AgeAsk } from "./age-messages.ts";

/** Locks bytes with a passphrase. It takes a second or two, for whoever guesses as well. */
export function lockBytes(
  bytes: Uint8Array<ArrayBuffer>,
  passphrase: string,
): Promise<Result<Uint8Array<ArrayBuffer>>> {
  return ask({ want: "lock", bytes, passphrase });
}

/** Opens bytes that are locked with a passphrase; refusals say why. */
export function openBytes(
  bytes: Uint8Array<ArrayBuffer>,
  passphrase: string,
): Promise<Result<Uint8Array<ArrayBuffer>>> {
  return ask({ want: "open", bytes, passphrase });
}

function ask(wanted: AgeAsk): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const worker = new Worker(new URL("./age-worker.ts", import.meta.url), { type: "module" });
  return new Promise<Result<Uint8Array<ArrayBuffer>>>((resolve) => {
    worker.onmessage = ({ data }: MessageEvent<AgeAnswer>) =>
      resolve(data.answer === "bytes" ? ok(data.bytes) : fail(data.problems));
    worker.onerror = (event) => {
      event.preventDefault();
      resolve(fail([{ message: message("vault.age.failed") }]));
    };
    worker.postMessage(wanted);
  }).finally(() => worker.terminate());
}
