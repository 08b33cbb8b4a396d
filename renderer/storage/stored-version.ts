import { SCHEMA_VERSION } from "../../core/vault/upgrades/upgrade-data.ts";
import { DATABASE_VERSION } from "./database.ts";

/** Dexie multiplies its versions by ten. */
const BROWSER_VERSION = DATABASE_VERSION * 10;

/** Looks at the database without opening it through Dexie, which takes a newer one without complaint and would drop what it
 * does not know. `broken`: there is one that cannot be opened. */
export async function probeDatabase(database: string): Promise<"absent" | "readable" | "newer" | "broken"> {
  try {
    const known = (await indexedDB.databases()).find(({ name }) => name === database);
    if (!known) return "absent";
    if ((known.version ?? 0) > BROWSER_VERSION) return "newer";
    return (await schemaInside(database)) > SCHEMA_VERSION ? "newer" : "readable";
  } catch {
    return "broken";
  }
}

async function schemaInside(name: string): Promise<number> {
  const database = await promised(indexedDB.open(name));
  try {
    if (!database.objectStoreNames.contains("meta")) return 0;
    const meta = database.transaction("meta").objectStore("meta");
    const found = (await promised(meta.get("workspace"))) as { schema?: unknown } | undefined;
    return typeof found?.schema === "number" ? found.schema : 0;
  } finally {
    database.close();
  }
}

function promised<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("the database does not answer"));
  });
}
