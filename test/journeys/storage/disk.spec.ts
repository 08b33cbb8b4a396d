import { SmallDisk } from "../../builders/small-disk.ts";
import { runFullDisk } from "../../faults/disk-rounds.ts";
import type { Engine } from "../../faults/fault-browser.ts";
import { expect, test } from "./storage-test.ts";

/* With the ledger in files, as on the desktop. In a plain browser a full disk may take all: docs/decisions/0039. */

for (const engine of ["leveldb", "sqlite"] satisfies readonly Engine[]) {
  test(`a disk that fills up during commits, imports and restores takes nothing acknowledged, is told within two seconds, and is got over when there is room, on ${engine}`, async () => {
    test.skip(!SmallDisk.isPossible(), "no disk can be mounted here");
    test.setTimeout(400_000);
    const { complaints, toldMs } = await runFullDisk({ engine, ledger: "files", end: "room" });
    expect(complaints).toEqual([]);
    expect(toldMs).toBeLessThan(2000);
  });
}
