import { runDamages } from "../../faults/damage-rounds.ts";
import { DAMAGES } from "../../faults/damage-file.ts";
import type { Engine } from "../../faults/fault-browser.ts";
import { expect, test } from "./storage-test.ts";

for (const engine of ["leveldb", "sqlite"] satisfies readonly Engine[]) {
  test(`after any damage to any one file of database or ledger the last acknowledged commit is there, twice, on ${engine}`, async () => {
    test.setTimeout(400_000);
    const rows = await runDamages(engine, { storeFiles: 1 });
    expect(rows.map(({ damage, complaints }) => ({ damage, complaints }))).toEqual(
      DAMAGES.map((damage) => ({ damage, complaints: [] })),
    );
  });
}
