import type { Change } from "../../core/base/change.ts";
import type { FactTable } from "../../core/base/id.ts";
import type { Message } from "../../core/base/message.ts";
import type { Problem } from "../../core/base/result.ts";
import type { ReadRows } from "../../core/customer/import/import-draft.ts";
import type { ImportSettings } from "../../core/customer/import/import-settings.ts";
import type { ImportBook } from "../../core/customer/import/import-book.ts";
import type { ImportPlan, ImportRequest } from "../../core/customer/import/plan-import.ts";
import type { PreparedImport } from "../../core/customer/import/prepare-import.ts";
import type { StageMeaning } from "../../core/customer/import/stage-rules.ts";
import type { Mapping, Stage } from "../../core/customer/records.ts";
import type { RecordText } from "../../core/vault/record-text.ts";

/** What the page asks of the import worker. One worker holds one file; to cancel, the page ends the worker. */
export type ImportAsk =
  | {
      readonly ask: "open";
      readonly name: string;
      /** A file is read in the worker: the page is not held up by its bytes. */
      readonly bytes: Uint8Array<ArrayBuffer> | Blob;
      readonly encoding?: string | undefined;
      readonly delimiter?: string | undefined;
    }
  | {
      readonly ask: "reopen";
      readonly encoding?: string | undefined;
      readonly delimiter?: string | undefined;
    }
  | {
      readonly ask: "prepare";
      readonly table: number;
      readonly settings: ImportSettings;
      readonly mappings: readonly Mapping[];
    }
  | {
      readonly ask: "read";
      readonly table: number;
      readonly prepared: PreparedImport;
      readonly currency: string;
      readonly rates?: Readonly<Record<string, string>> | undefined;
      readonly stages: readonly Stage[];
      readonly stageMap?: Readonly<Record<string, StageMeaning>> | undefined;
    }
  | {
      /** A page of the book as it is now: what is planned is compared with it. */
      readonly ask: "know";
      readonly table: KnownTable;
      readonly index: number;
      /** Its records as JSON: cloning them takes several times as long. */
      readonly json: string;
    }
  | {
      readonly ask: "plan";
      readonly request: Omit<ImportRequest, "book" | "rows">;
      readonly rows: ImportBook["rows"];
      /** How many pages each table has. */
      readonly pages: readonly (readonly [table: KnownTable, count: number])[];
    }
  | { readonly ask: "take" };

export type KnownTable = keyof ImportBook["facts"];

/** What the rows of a file say, without the rows: they stay in the worker. */
export type RowsSummary = Pick<ReadRows, "rowsByOwner" | "stages" | "isKeyless" | "voided">;

/** What an import comes to, without its changes: they stay in the worker until they are taken. */
export interface PlannedImport extends Omit<ImportPlan, "changes"> {
  /** Whether anything would be written. */
  readonly writes: boolean;
}

/** One column as the person sees it while mapping: texts of its first cells that differ. */
export interface ColumnSample {
  readonly header: string;
  readonly values: readonly string[];
}

/** A file after it was opened. */
export interface OpenedFile {
  readonly kind: "csv" | "xlsx";
  readonly encoding: string;
  readonly confidence: number;
  readonly delimiter: string;
  /** What a text file may be read as instead. */
  readonly encodings: readonly string[];
  readonly size: number;
  readonly hash: string;
  readonly tables: readonly {
    readonly sheet?: string;
    readonly rows: number;
    readonly firstRows: readonly FirstRow[];
  }[];
  /** The table to begin with. */
  readonly best: number;
}

/** One of the first rows as it stands, to choose the header from. */
export interface FirstRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface PreparedTable {
  readonly prepared: PreparedImport;
  readonly samples: readonly ColumnSample[];
  readonly headerRow: number;
  readonly signature: string;
}

/** What the import worker answers. Planned records come as JSON, at most 500 at a time: the page makes them records again
 * without being held up, and the ledger and the database take the bytes as they are. */
export type ImportAnswer =
  | { readonly answer: "progress"; readonly share: number }
  | { readonly answer: "opened"; readonly file: OpenedFile }
  | { readonly answer: "prepared"; readonly table: PreparedTable }
  | { readonly answer: "rows"; readonly rows: RowsSummary }
  | { readonly answer: "planned"; readonly plan: PlannedImport }
  | {
      readonly answer: "records";
      readonly table: FactTable;
      /** The text of `text.bytes`: decoding it again takes longer than sending it. */
      readonly json: string;
      readonly text: RecordText;
    }
  | { readonly answer: "change"; readonly change: Change }
  | { readonly answer: "taken" }
  | { readonly answer: "refused"; readonly problems: readonly Problem[] }
  | { readonly answer: "broken"; readonly message: Message };
