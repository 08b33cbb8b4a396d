import type { AnyRecord } from "../../core/base/change.ts";
import { readWorkspaceFile, writeWorkspaceFile } from "../../core/vault/workspace-file.ts";
import type { FactPage, Workspace } from "../../core/vault/workspace.ts";
import { aSample } from "./vault-sample.ts";

/** What would load a picture, run a script and show an element, if anything took it for more than a name. */
const EVIL =
  '<img data-evil src="https://evil.invalid/x.png" onerror="window.evil=1"><script data-evil>window.evil=1</script>';
/** The fields that people read; what the app itself reads stays as it is. */
const READ = [
  "name",
  "title",
  "topic",
  "reason",
  "note",
  "text",
  "subject",
  "place",
  "phone",
  "address",
] as const;

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
    new Map([...(records as ReadonlyMap<string, AnyRecord>)].map(([id, record]) => [id, renamed(record)])),
  ]);
  const facts = Object.entries(workspace.facts).map(([table, store]) => [
    table,
    {
      ...store,
      pages: (store.pages as readonly FactPage[]).map((page) => ({ ...page, rows: page.rows.map(renamed) })),
    },
  ]);
  return {
    ...workspace,
    rows: Object.fromEntries(rows) as Workspace["rows"],
    facts: Object.fromEntries(facts) as Workspace["facts"],
  };
}

function renamed<T extends AnyRecord>(record: T): T {
  const changed: Record<string, unknown> = Object.fromEntries(Object.entries(record));
  for (const field of READ) {
    const value = changed[field];
    if (typeof value === "string") changed[field] = `${value.slice(0, 40)}${EVIL}`;
    else if (isTwoNames(value))
      changed[field] = { zh: `${value.zh.slice(0, 40)}${EVIL}`, en: `${value.en.slice(0, 40)}${EVIL}` };
  }
  return changed as T;
}

function isTwoNames(value: unknown): value is { readonly zh: string; readonly en: string } {
  return typeof value === "object" && value !== null && "zh" in value && "en" in value;
}
