import type { Engine } from "../../faults/fault-browser.ts";
import { runKills } from "../../faults/kill-rounds.ts";
import { expect, test } from "./storage-test.ts";

/* More of them by command: `npm run faults -- 2000`. */

/** On both engines together, more than 25 for each case. */
const KILLS = 15;

for (const engine of ["leveldb", "sqlite"] satisfies readonly Engine[]) {
  test(`after kill -9 in the middle of commits, imports, restores and schema steps every acknowledged commit is there whole, on ${engine}`, async () => {
    test.setTimeout(400_000);
    const rows = await runKills({ engine, kills: KILLS });
    expect(rows.map(({ work, kills, complaints }) => ({ work, kills, complaints }))).toEqual(
      ["write", "import", "restore", "schema"].map((work) => ({ work, kills: KILLS, complaints: [] })),
    );
  });
}
