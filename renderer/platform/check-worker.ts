import { totalOf } from "../../core/vault/counts.ts";
import { readWorkspaceFile } from "../../core/vault/workspace-file.ts";
import type { CheckedBackup } from "./check-backup.ts";

/* Reads a backup whole, away from the page. */

self.onmessage = ({ data }: MessageEvent<Uint8Array>) => {
  const read = readWorkspaceFile(data);
  const found: CheckedBackup | null = read.ok
    ? {
        generation: read.value.head.generation,
        sequence: read.value.head.sequence,
        total: totalOf(read.value.head.counts),
      }
    : null;
  postMessage(found);
};
