import "fake-indexeddb/auto";
import { afterEach, describe, expect, it } from "vitest";
import { DATABASE_STEPS, DATABASE_VERSION, JiugongDatabase } from "../../../../renderer/storage/database.ts";
import type { DatabaseStep } from "../../../../renderer/storage/database.ts";
import { deleteDatabase } from "../../../../renderer/storage/open-workspace.ts";

/** A step as a later version may have it: a new table, and rows brought over. */
const addNotes: DatabaseStep = (database) => {
  const version = database.version(2).stores({ notes: "id" });
  version.upgrade((change) => change.table("notes").add({ id: "from version 1" }));
};

afterEach(deleteDatabase);

describe("the database's versions", () => {
  it("are as many as there are steps, ten times as many for the browser", async () => {
    const database = new JiugongDatabase();
    await database.open();
    expect([DATABASE_VERSION, database.backendDB().version]).toEqual([1, 10]);
    database.close();
  });

  it("lead a database of the older version, opened and filled first, to the newer with all its rows", async () => {
    const older = new JiugongDatabase();
    await older.tombstones.put({ key: "members/m1", stamp: "0000000rs-0000-d1" as never });
    older.close();
    const newer = new JiugongDatabase([...DATABASE_STEPS, addNotes]);
    expect(await newer.table("notes").toArray()).toEqual([{ id: "from version 1" }]);
    expect(await newer.tombstones.count()).toBe(1);
    newer.close();
  });
});
