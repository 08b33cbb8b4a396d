/// <reference lib="webworker" />

/* The least that a durable append costs: one write to a file of the origin, and one flush. */

async function openFloorFile(): Promise<void> {
  const root = await navigator.storage.getDirectory();
  const handle = await root.getFileHandle("floor", { create: true });
  const file = await handle.createSyncAccessHandle();
  self.onmessage = ({ data }: MessageEvent<Uint8Array<ArrayBuffer>>) => {
    file.write(data, { at: file.getSize() });
    file.flush();
    self.postMessage("flushed");
  };
  self.postMessage("ready");
}

void openFloorFile();
