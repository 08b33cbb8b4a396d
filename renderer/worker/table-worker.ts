import { distinctFileNames } from "../../core/vault/safe-file-name.ts";
import { writeTable } from "../../formats/write-table.ts";
import type { TableAnswer, TablesAsk } from "./table-messages.ts";

declare const self: DedicatedWorkerGlobalScope;

self.onmessage = ({ data }: MessageEvent<TablesAsk>) => {
  void writeAll(data).then(
    (files) =>
      self.postMessage(
        { answer: "bytes", files } satisfies TableAnswer,
        files.map((bytes) => bytes.buffer),
      ),
    (error: unknown) => self.postMessage({ answer: "broken", reason: String(error) } satisfies TableAnswer),
  );
};

async function writeAll({ tables, zipNames }: TablesAsk): Promise<readonly Uint8Array<ArrayBuffer>[]> {
  const files: Uint8Array<ArrayBuffer>[] = [];
  for (const table of tables) files.push(await writeTable(table));
  if (!zipNames) return files;
  const names = distinctFileNames(zipNames);
  const { writeZip } = await import("../../formats/zip/write-zip.ts");
  return [writeZip(files.map((bytes, at) => ({ name: names[at]!, bytes })))];
}
