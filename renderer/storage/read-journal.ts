import { JOURNAL_LINES_KEPT, journalLineOf } from "../../core/vault/journal.ts";
import type { JournalLine } from "../../core/vault/journal.ts";
import { decodeEntries, readLedger } from "../../core/vault/read-ledger.ts";
import { readWorkspaceFile } from "../../core/vault/workspace-file.ts";
import { inTime } from "./in-time.ts";
import { currentSession } from "./session.ts";
import type { Session } from "./session.ts";

/** After this the ledger is asked. */
const TIME_OUT_MS = 2000;
/** After this what is left is to do without: on a full disk the browser's files may be silent, too, and that is when a copy is wanted. */
const LEDGER_TIME_OUT_MS = 10_000;

export interface JournalQuery {
  /** At most so many lines. */
  readonly limit: number;
  /** Only lines before this sequence. */
  readonly before?: number;
  /** Which lines are wanted; the screen searches in the reader's language. */
  matches?(line: JournalLine): boolean;
}

/** The journal, newest first. */
export async function readJournal(query: JournalQuery): Promise<readonly JournalLine[]> {
  const lines: JournalLine[] = [];
  const { database } = currentSession();
  const older =
    query.before === undefined
      ? database.journal.orderBy("sequence")
      : database.journal.where("sequence").below(query.before);
  // Dexie's own `reverse`, which walks from the end; the rule takes it for an array's.
  // oxlint-disable-next-line unicorn/no-array-reverse
  const newestFirst = older.reverse();
  await newestFirst
    .until(() => lines.length >= query.limit)
    .each((line) => {
      if (lines.length < query.limit && (query.matches?.(line) ?? true)) lines.push(line);
    });
  return lines;
}

/** The newest lines in order, as many as snapshots keep: from the database, else rebuilt from the ledger; with those that the database
 * could not take. */
export async function newestJournalLines(session: Session): Promise<readonly JournalLine[]> {
  const { unstored } = session;
  if (unstored?.part === "whole") return unstored.lines;
  const lines = await readLines(session);
  const first = unstored?.lines[0];
  return first ? [...lines.filter(({ sequence }) => sequence < first.sequence), ...unstored.lines] : lines;
}

async function readLines(session: Session): Promise<readonly JournalLine[]> {
  try {
    // oxlint-disable-next-line unicorn/no-array-reverse
    const newest = session.database.journal.orderBy("sequence").reverse().limit(JOURNAL_LINES_KEPT);
    return (await inTime(newest.toArray(), TIME_OUT_MS)).toReversed();
  } catch {
    const contents = await inTime(session.platform.ledger.read("all"), LEDGER_TIME_OUT_MS);
    const file = contents.snapshot && readWorkspaceFile(contents.snapshot);
    const older = file?.ok ? file.value.journal : [];
    return [...older, ...decodeEntries(readLedger(contents).entries, 0).map(journalLineOf)];
  }
}

/** The same for copies that must be made even where neither can be read now: a backup without its journal is better than none. */
export function journalForCopy(session: Session): Promise<readonly JournalLine[]> {
  return newestJournalLines(session).catch(() => []);
}
