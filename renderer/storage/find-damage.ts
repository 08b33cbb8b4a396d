import { FACT_TABLES, ROW_TABLES } from "../../core/base/id.ts";
import type { TableName } from "../../core/base/id.ts";
import { message } from "../../core/base/message.ts";
import type { Message } from "../../core/base/message.ts";
import { countRecords, totalOf } from "../../core/vault/counts.ts";
import type { Counts } from "../../core/vault/counts.ts";
import { readLedger } from "../../core/vault/read-ledger.ts";
import { readWorkspaceFile } from "../../core/vault/workspace-file.ts";
import { loadStore } from "./load-store.ts";
import type { LoadedStore } from "./load-store.ts";
import type { Session } from "./session.ts";
import { fromStoredPage, fromStoredRow, tableOfKey } from "./stored-records.ts";
import { currentWorkspace } from "./workspace-store.ts";

/** One thing that is damaged: what it is, and where it lies. */
export interface Damage {
  readonly copy: "ledger" | "database" | "kept";
  readonly what: Message;
}

/** Names at most so many damaged places of one kind; more would not be read. */
const NAMED = 20;

/** Reads the ledger from end to end: each damaged file by its name, and whether it holds the state on screen. */
export async function findLedgerDamage(session: Session): Promise<readonly Damage[]> {
  const contents = await session.platform.ledger.read("all").catch(() => null);
  if (!contents) return [{ copy: "ledger", what: message("vault.found.unreadable") }];
  const { copy } = readLedger(contents);
  const found = contents.damage.map((one) => {
    const [kind = "", file = ""] = one.split(" ");
    return message(`vault.found.${kind}`, { file });
  });
  if (copy.kind !== "readable") found.push(message("vault.found.unreadable"));
  const file = contents.snapshot && readWorkspaceFile(contents.snapshot);
  if (file && !file.ok) found.push(message("vault.found.snapshot-parts"));
  if (copy.kind === "readable" && found.length === 0) {
    const { standing } = copy;
    const total = totalOf(countRecords(currentWorkspace()));
    if (copy.isBroken) found.push(message("vault.found.gap", { sequence: standing.sequence }));
    else if (standing.sequence !== session.sequence || standing.generation !== session.generation)
      found.push(message("vault.found.ledger-other", { there: standing.sequence, here: session.sequence }));
    else if (standing.total !== total)
      found.push(message("vault.found.ledger-counts", { there: standing.total, here: total }));
  }
  return found.map((what) => ({ copy: "ledger", what }));
}

/** Reads the database from end to end: each damaged record and page by its table and name, and each table that holds another
 * number of records than it should. */
export async function findDatabaseDamage(session: Session): Promise<readonly Damage[]> {
  const store = await loadStore(session.database).catch(() => null);
  if (!store) return [{ copy: "database", what: message("vault.found.unreadable-database") }];
  if (store.kind === "empty") return [{ copy: "database", what: message("vault.found.empty") }];
  const found = [...(await damagedPlaces(session)), ...otherCounts(store)];
  if (store.meta && store.meta.sequence !== session.sequence) {
    const { sequence } = store.meta;
    found.push(message("vault.found.database-other", { there: sequence, here: session.sequence }));
  }
  if (found.length === 0 && store.kind === "damaged") found.push(message("vault.found.database-parts"));
  return found.map((what) => ({ copy: "database", what }));
}

/** Reads each kept state from end to end. That the ledger cannot be read, where they lie, is named once. */
export async function findKeptDamage({ platform }: Session): Promise<readonly Damage[]> {
  const { ledger } = platform;
  const found: Damage[] = [];
  for (const { number, sequence } of (await ledger.kept?.().catch(() => [])) ?? []) {
    const bytes = await ledger.readKept?.(number).catch(() => null);
    if (bytes && readWorkspaceFile(bytes).ok) continue;
    found.push({ copy: "kept", what: message("vault.found.kept", { sequence }) });
  }
  return found;
}

async function damagedPlaces({ database }: Session): Promise<Message[]> {
  const [rows, pages] = await Promise.all([database.rows.toArray(), database.pages.toArray()]);
  const badRows = rows.filter((row) => fromStoredRow(row) === null).map(({ key }) => key);
  const badPages = pages.filter((page) => fromStoredPage(page) === null).map(({ key }) => key);
  return [
    ...badRows.slice(0, NAMED).map((key) => placeMessage("row", key)),
    ...badPages.slice(0, NAMED).map((key) => placeMessage("page", key)),
    ...(badRows.length + badPages.length > NAMED
      ? [message("vault.found.more", { count: badRows.length + badPages.length })]
      : []),
  ];
}

function placeMessage(kind: "row" | "page", key: string): Message {
  const table = tableOfKey(key);
  const isKnown = [...ROW_TABLES, ...FACT_TABLES].some((one) => one === table);
  const place = key.slice(table.length + 1);
  const params = { place: kind === "page" ? Number(place) + 1 : place };
  return isKnown
    ? message(`vault.found.${kind}`, { ...params, table: message(`vault.table.${table as TableName}`) })
    : message("vault.found.stranger", { key });
}

function otherCounts(store: Exclude<LoadedStore, { readonly kind: "empty" }>): Message[] {
  const there = countRecords(store.workspace);
  const here: Counts = countRecords(currentWorkspace());
  return [...ROW_TABLES, ...FACT_TABLES]
    .filter((table) => there[table] !== here[table])
    .map((table) =>
      message("vault.found.count", {
        table: message(`vault.table.${table}`),
        there: there[table],
        here: here[table],
      }),
    );
}
