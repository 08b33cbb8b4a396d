import { openZip } from "../../formats/zip/open-zip.ts";

declare const self: DedicatedWorkerGlobalScope;

/* Opens archives away from the page: what they hold may be hostile. */

self.onmessage = ({ data }: MessageEvent<Uint8Array<ArrayBuffer>>) => void open(data);

async function open(bytes: Uint8Array): Promise<void> {
  const opened = await openZip(bytes);
  const buffers = opened.ok ? opened.value.members.map((member) => member.bytes.buffer) : [];
  self.postMessage(opened, buffers);
}
