import { closeSync, fsyncSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeWorkspaceFile } from "../../core/vault/workspace-file.ts";
import { runBackupJob } from "../../electron/backup/backup-job.ts";
import type { BackupJob } from "../../electron/backup/backup-job.ts";
import { sizedWorkspace } from "../builders/sized-workspace.ts";
import type { BenchFigure } from "./harness.ts";
import { TODAY } from "./today.ts";

export const figures: readonly BenchFigure[] = [
  {
    name: "automatic backup: made of the ledger, written, read back and verified",
    floorName: "the same bytes written, flushed and read back",
    of: "orders",
    sizes: [1_000, 10_000, 100_000],
    samples: 5,
    prepare(size) {
      const home = mkdtempSync(join(tmpdir(), "jiugong-bench-backup-"));
      const snapshot = writeWorkspaceFile({
        workspace: sizedWorkspace({ orders: size, members: 25, today: TODAY }),
        journal: [],
        app: "bench",
        at: "2026-11-26T00:00:00.000Z",
        generation: "g",
        sequence: 1,
        stamp: null,
      });
      let number = 0;
      return {
        run: () => runBackupJob(jobOf(home, snapshot, (number += 1))),
        floor: () => writeAndRead(join(home, "floor"), snapshot),
        close: () => rmSync(home, { recursive: true }),
      };
    },
  },
];

function jobOf(folder: string, snapshot: Uint8Array, number: number): BackupJob {
  return {
    ledger: { snapshot, entries: [], damage: [] },
    folder,
    isOwnFolder: false,
    line: "bench",
    number,
    app: "bench",
    nowMs: 0,
    day: TODAY,
    time: "0000",
    passphrase: null,
    made: [],
    baseline: null,
    isWanted: true,
  };
}

function writeAndRead(path: string, bytes: Uint8Array): void {
  const file = openSync(path, "w");
  writeSync(file, bytes);
  fsyncSync(file);
  closeSync(file);
  readFileSync(path);
}
