import { z } from "zod";
import type { AnyRecord } from "../base/change.ts";
import { FACT_TABLES, ROW_TABLES } from "../base/id.ts";
import type { FactTable, RowTable, TableName } from "../base/id.ts";
import type { Stamp, Stamps } from "../base/stamp.ts";
import { stampSchema, stampsSchema } from "../base/stamp-schema.ts";
import { PAGE_ROWS, isFactTable } from "./apply-changes.ts";
import { journalLineSchema } from "./journal.ts";
import type { JournalLine } from "./journal.ts";
import { lazyStore } from "./lazy-pages.ts";
import { SCHEMA_BY_TABLE } from "./workspace.ts";
import type { FactPage, FactStore, Workspace } from "./workspace.ts";

/* A workspace as a row of small JSON pieces: one a page of facts, one per 500 rows, then tombstones and journal. Files and
   snapshots are made of these, so that nothing ever becomes one giant string. */

/** What the pieces of a file add up to. */
export interface Assembled {
  readonly workspace: Workspace;
  readonly journal: readonly JournalLine[];
}

interface RowsPiece {
  readonly table: TableName;
  readonly rows: readonly AnyRecord[];
  readonly stamps: readonly (Stamps | null)[];
}

const pieceSchema = z.union([
  z.object({
    table: z.enum([...ROW_TABLES, ...FACT_TABLES]),
    rows: z.array(z.unknown()),
    stamps: z.array(stampsSchema.nullable()),
  }),
  z.object({ tombstones: z.array(z.tuple([z.string().max(400), stampSchema])) }),
  z.object({ journal: z.array(journalLineSchema) }),
]);

/** The pieces of a workspace in a fixed order. */
export function* workspacePieces(workspace: Workspace, journal: readonly JournalLine[]): Generator<object> {
  const known: ReadonlySet<string> = new Set(ROW_TABLES);
  // A state as an older build wrote it may have tables that this one has not: the step that leads it on takes them up.
  const others = (Object.keys(workspace.rows) as RowTable[]).filter((table) => !known.has(table));
  for (const table of [...ROW_TABLES, ...others]) {
    const rows: readonly AnyRecord[] = [...workspace.rows[table].values()];
    for (let from = 0; from < rows.length; from += PAGE_ROWS) {
      const part = rows.slice(from, from + PAGE_ROWS);
      const stamps = part.map(({ id }) => workspace.rowStamps[table].get(id) ?? null);
      yield { table, rows: part, stamps } satisfies RowsPiece;
    }
  }
  for (const table of FACT_TABLES) {
    for (const page of workspace.facts[table].pages as readonly FactPage[]) {
      yield { table, rows: page.rows, stamps: page.stamps } satisfies RowsPiece;
    }
  }
  const dead = [...workspace.tombstones];
  for (let from = 0; from < dead.length; from += PAGE_ROWS)
    yield { tombstones: dead.slice(from, from + PAGE_ROWS) };
  for (let from = 0; from < journal.length; from += PAGE_ROWS)
    yield { journal: journal.slice(from, from + PAGE_ROWS) };
}

const olderPieceSchema = z.union([
  z.object({
    table: z.string(),
    rows: z.array(z.looseObject({ id: z.string() })),
    stamps: z.array(stampsSchema.nullable()),
  }),
  z.object({ tombstones: z.array(z.tuple([z.string(), stampSchema])) }),
  z.object({ journal: z.array(z.unknown()) }),
]);

/** A state as an older build wrote it: no record is looked at, and tables that this build has not go along among the rows. What is done to
 * it must be of the same schema, and a step must lead it on before anything reads it. `null`: these are no pieces of a state.
 * @example assembleOlder([{ table: "dreams", rows: [{ id: "d1" }], stamps: [null] }]).workspace.rows.dreams.size // => 1
 */
export function assembleOlder(pieces: Iterable<unknown>): Assembled | null {
  const rows: Record<string, Map<string, AnyRecord>> = byTable(ROW_TABLES, () => new Map());
  const rowStamps: Record<string, Map<string, Stamps>> = byTable(ROW_TABLES, () => new Map());
  const pages = byTable(FACT_TABLES, () => [] as FactPage[]);
  const tombstones = new Map<string, Stamp>();
  const journal: JournalLine[] = [];
  for (const raw of pieces) {
    const piece = olderPieceSchema.safeParse(raw).data;
    if (!piece) return null;
    if ("tombstones" in piece) for (const [key, stamp] of piece.tombstones) tombstones.set(key, stamp);
    else if ("journal" in piece) journal.push(...(piece.journal as JournalLine[]));
    else if (piece.rows.length !== piece.stamps.length) return null;
    else if (isFactTable(piece.table as TableName)) pages[piece.table as FactTable].push(piece as never);
    else {
      rows[piece.table] ??= new Map();
      rowStamps[piece.table] ??= new Map();
      piece.rows.forEach((record, at) => {
        rows[piece.table]!.set(record.id, record as AnyRecord);
        const stamp = piece.stamps[at];
        if (stamp) rowStamps[piece.table]!.set(record.id, stamp);
      });
    }
  }
  const facts = Object.fromEntries(FACT_TABLES.map((table) => [table, lazyStore(pages[table])]));
  return { workspace: { rows, rowStamps, facts, tombstones } as unknown as Workspace, journal };
}

/** Builds a workspace from pieces, each record anew and only with the fields its schema names. */
export class WorkspaceAssembly {
  readonly #rows = byTable(ROW_TABLES, () => new Map<string, AnyRecord>());
  readonly #rowStamps = byTable(ROW_TABLES, () => new Map<string, Stamps>());
  readonly #pages = byTable(FACT_TABLES, () => [] as FactPage[]);
  readonly #pageIndex = byTable(FACT_TABLES, () => new Map<string, number>());
  readonly #tombstones = new Map<string, Stamp>();
  readonly #journal: JournalLine[] = [];

  /** Takes one piece; answers where it is wrong (`<table>/<id>.<field>`), or `null` when it is right. */
  add(raw: unknown): string | null {
    const piece = pieceSchema.safeParse(raw);
    if (!piece.success) return "data";
    if ("tombstones" in piece.data) {
      for (const [key, stamp] of piece.data.tombstones) this.#tombstones.set(key, stamp);
      return null;
    }
    if ("journal" in piece.data) {
      this.#journal.push(...piece.data.journal);
      return null;
    }
    return this.#addRows(piece.data.table, piece.data.rows, piece.data.stamps);
  }

  finish(): Assembled {
    const facts = Object.fromEntries(
      FACT_TABLES.map((table): [FactTable, FactStore] => [
        table,
        { pages: this.#pages[table], pageIndexById: this.#pageIndex[table] },
      ]),
    );
    const workspace = {
      rows: this.#rows,
      rowStamps: this.#rowStamps,
      facts,
      tombstones: this.#tombstones,
    } as unknown as Workspace;
    return { workspace, journal: this.#journal };
  }

  #addRows(table: TableName, rawRows: readonly unknown[], stamps: readonly (Stamps | null)[]): string | null {
    if (rawRows.length !== stamps.length) return table;
    const rows: AnyRecord[] = [];
    const known = isFactTable(table) ? this.#pageIndex[table] : this.#rows[table];
    for (const raw of rawRows) {
      const parsed = SCHEMA_BY_TABLE[table].safeParse(raw);
      if (!parsed.success) return `${table}/${idOf(raw)}.${parsed.error.issues[0]?.path.join(".") ?? ""}`;
      const record = parsed.data as AnyRecord;
      if (known.has(record.id)) return `${table}/${record.id}`;
      if (isFactTable(table)) this.#pageIndex[table].set(record.id, this.#pages[table].length);
      else this.#rows[table].set(record.id, record);
      rows.push(record);
    }
    if (isFactTable(table)) return this.#addPage(table, rows, stamps);
    rows.forEach(({ id }, index) => {
      const stamp = stamps[index];
      if (stamp) this.#rowStamps[table].set(id, stamp);
    });
    return null;
  }

  #addPage(table: FactTable, rows: readonly AnyRecord[], stamps: readonly (Stamps | null)[]): string | null {
    if (stamps.includes(null)) return table;
    this.#pages[table].push({ rows, stamps } as unknown as FactPage);
    return null;
  }
}

function byTable<T extends RowTable | FactTable, V>(tables: readonly T[], make: () => V): Record<T, V> {
  return Object.fromEntries(tables.map((table) => [table, make()])) as Record<T, V>;
}

function idOf(raw: unknown): string {
  const id = typeof raw === "object" && raw !== null ? (raw as { id?: unknown }).id : undefined;
  return typeof id === "string" ? id.slice(0, 200) : "?";
}
