import type { AnyRecord } from "../../core/base/change.ts";
import type { TableName } from "../../core/base/id.ts";
import { readWorkspaceFile, writeWorkspaceFile } from "../../core/vault/workspace-file.ts";
import { SCHEMA_BY_TABLE } from "../../core/vault/workspace.ts";
import type { FactPage, Workspace } from "../../core/vault/workspace.ts";
import { aSample } from "./vault-sample.ts";

/** What would load a picture, run a script and show an element, if anything took it for more than a name. */
const EVIL =
  '<img data-evil src="https://evil.invalid/x.png" onerror="window.evil=1"><script data-evil>window.evil=1</script>';

/** A backup of the sample team in which every name, title and note is hostile. */
export function hostileBackup(): Uint8Array {
  const sample = aSample();
  const bytes = writeWorkspaceFile({
    app: "0.1.0",
    at: "2026-11-23T00:00:00.000Z",
    generation: "hostile",
    sequence: 1,
    stamp: null,
    workspace: hostile(sample),
    journal: [],
  });
  const read = readWorkspaceFile(bytes);
  if (!read.ok) throw new Error(JSON.stringify(read.error[0]));
  return bytes;
}

function hostile(workspace: Workspace): Workspace {
  const rows = Object.entries(workspace.rows).map(([table, records]) => [
    table,
    new Map(
      [...(records as ReadonlyMap<string, AnyRecord>)].map(([id, record]) => [id, renamed(table, record)]),
    ),
  ]);
  const facts = Object.entries(workspace.facts).map(([table, store]) => [
    table,
    {
      ...store,
      pages: (store.pages as readonly FactPage[]).map((page) => ({
        ...page,
        rows: page.rows.map((row) => renamed(table, row as AnyRecord)),
      })),
    },
  ]);
  return {
    ...workspace,
    rows: Object.fromEntries(rows) as Workspace["rows"],
    facts: Object.fromEntries(facts) as Workspace["facts"],
  };
}

/** A record whose every text that may be anything is hostile; what has to be an id, a day or a known word stays. */
function renamed(table: string, record: AnyRecord): AnyRecord {
  const schema = SCHEMA_BY_TABLE[table as TableName];
  let changed = record;
  for (const [field, value] of Object.entries(record)) {
    if (/^id$|Ids?$|By$/.test(field)) continue;
    const next = { ...changed, [field]: hostileValue(value) };
    if (schema.safeParse(next).success) changed = next as AnyRecord;
  }
  return changed;
}

function hostileValue(value: unknown): unknown {
  if (typeof value === "string") return `${value.slice(0, 40)}${EVIL}`;
  if (typeof value !== "object" || value === null || !("zh" in value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, text]) => [key, hostileValue(text)]));
}
