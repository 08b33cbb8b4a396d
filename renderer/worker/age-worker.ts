import { message } from "../../core/base/message.ts";
import { ok } from "../../core/base/result.ts";
import { decryptWithPassphrase } from "../../formats/age/decrypt-with-passphrase.ts";
import { encryptWithPassphrase } from "../../formats/age/encrypt-with-passphrase.ts";
import type { AgeAnswer, AgeAsk } from "./age-messages.ts";

declare const self: DedicatedWorkerGlobalScope;

self.onmessage = ({ data }: MessageEvent<AgeAsk>) => {
  void answer(data).then(
    (said) => self.postMessage(said, said.answer === "bytes" ? [said.bytes.buffer] : []),
    () => self.postMessage({ answer: "refused", problems: [{ message: message("vault.age.failed") }] }),
  );
};

async function answer({ want, bytes, passphrase }: AgeAsk): Promise<AgeAnswer> {
  const done =
    want === "open"
      ? await decryptWithPassphrase(bytes, passphrase)
      : ok(await encryptWithPassphrase(bytes, passphrase));
  return done.ok ? { answer: "bytes", bytes: done.value } : { answer: "refused", problems: done.error };
}
