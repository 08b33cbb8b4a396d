import Dexie from "dexie";
import type { EntityTable } from "dexie";
import type { Stamp } from "../../core/base/stamp.ts";
import type { Counts } from "../../core/vault/counts.ts";
import type { JournalLine } from "../../core/vault/journal.ts";
import { addFirstTables } from "./versions/0001-first-tables.ts";

/** Of the first place; see `placeName`. */
export const DATABASE_NAME = "jiugong";

/** Adds one version to a database: tables, indexes, and what brings the rows of the version before over. Frozen. */
export type DatabaseStep = (database: Dexie) => void;

/** Every version there ever was, in order: the files of `versions/`. */
export const DATABASE_STEPS: readonly DatabaseStep[] = [addFirstTables];

/** Dexie counts in tenths: the browser sees ten times as much. */
export const DATABASE_VERSION = DATABASE_STEPS.length;

/** Which state the store holds. */
export interface StoredMeta {
  readonly key: "workspace";
  readonly schema: number;
  readonly generation: string;
  readonly sequence: number;
  readonly stamp: Stamp | null;
  readonly counts: Counts;
}

/** A record that people edit. `at` keeps the order in which the records were first written. */
export interface StoredRow {
  /** `<table>/<id>`. */
  readonly key: string;
  readonly at: number;
  /** `[record, stamps]` as JSON, and its CRC-32. */
  readonly text: string;
  readonly checksum: number;
}

/** A page of facts. */
export interface StoredPage {
  /** `<table>/<number, six digits>`. */
  readonly key: string;
  /** `[records, stamps]` as JSON in UTF-8, and its CRC-32. */
  readonly bytes: Uint8Array;
  readonly checksum: number;
  /** How many records; pages of earlier versions do not say. */
  readonly count?: number;
}

export interface StoredTombstone {
  /** `<table>/<id>`. */
  readonly key: string;
  readonly stamp: Stamp;
}

/** The working store. Never the only copy: the browser may replace it by an empty one without a word. */
export class JiugongDatabase extends Dexie {
  declare readonly meta: EntityTable<StoredMeta, "key">;
  declare readonly rows: EntityTable<StoredRow, "key">;
  declare readonly pages: EntityTable<StoredPage, "key">;
  declare readonly tombstones: EntityTable<StoredTombstone, "key">;
  declare readonly journal: EntityTable<JournalLine, "sequence">;

  constructor(steps: readonly DatabaseStep[] = DATABASE_STEPS, name: string = DATABASE_NAME) {
    super(name, { chromeTransactionDurability: "strict" });
    for (const step of steps) step(this);
  }
}
