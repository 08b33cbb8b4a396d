import { z } from "zod";
import { FACT_TABLES, ROW_TABLES } from "../base/id.ts";
import type { TableName } from "../base/id.ts";
import type { Message } from "../base/message.ts";
import { stampMs } from "../base/stamp.ts";
import { ENTRY_KINDS } from "./ledger-entry.ts";
import type { EntryKind, LedgerEntry } from "./ledger-entry.ts";
import { messageSchema } from "../base/message-schema.ts";

/** One line of the journal: what was changed and when. */
export interface JournalLine {
  readonly sequence: number;
  readonly atMs: number;
  readonly kind: EntryKind;
  readonly label: Message;
  /** Records touched, by table. */
  readonly touched: Readonly<Partial<Record<TableName, number>>>;
}

/** How many of the newest lines snapshots and backups carry. */
export const JOURNAL_LINES_KEPT = 5000;

export const journalLineSchema = z.object({
  sequence: z.number().int(),
  atMs: z.number(),
  kind: z.enum(ENTRY_KINDS),
  label: messageSchema,
  touched: z.partialRecord(z.enum([...ROW_TABLES, ...FACT_TABLES]), z.number().int()),
}) as unknown as z.ZodType<JournalLine>;

/** The journal's line of a commit.
 * @example journalLineOf({ stamp: "0000000rs-0000-d1", changes: [{ op: "remove", table: "skills", ids: ["s1", "s2"] }] }).touched // => { skills: 2 }
 */
export function journalLineOf(entry: LedgerEntry): JournalLine {
  const touched: Partial<Record<TableName, number>> = {};
  for (const change of entry.changes) {
    const count =
      change.op === "put" ? change.records.length : change.op === "remove" ? change.ids.length : 1;
    touched[change.table] = (touched[change.table] ?? 0) + count;
  }
  return {
    sequence: entry.sequence,
    atMs: stampMs(entry.stamp),
    kind: entry.kind,
    label: entry.label,
    touched,
  };
}
