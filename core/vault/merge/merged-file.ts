import { message } from "../../base/message.ts";
import { isSame } from "../../base/same.ts";
import type { JournalLine } from "../journal.ts";
import { journalLineOf } from "../journal.ts";
import { countRecords, totalOf } from "../counts.ts";
import type { WorkspaceFile, WorkspaceToWrite } from "../workspace-file.ts";
import type { MergedCopy } from "./merge-copies.ts";
import { rememberSeen } from "./seen.ts";

/** Two files merged into one: what both said of themselves, the journal lines of both, and one line for the merge where it
 * changed something. It is a share only where both are parts of one and the same.
 * @example mergedFile({ mine: { head: { sequence: 1, generation: "g", stamp: null }, journal: [] }, theirs: { head: { sequence: 2 }, journal: [] }, merged: { workspace: aSample(), stamp: null, changes: [] }, app: "1", nowMs: 0, at: "" }).sequence // => 2
 */
export function mergedFile(of: {
  readonly mine: Pick<WorkspaceFile, "head" | "journal">;
  readonly theirs: Pick<WorkspaceFile, "head" | "journal">;
  readonly merged: Pick<MergedCopy, "workspace" | "stamp" | "changes">;
  readonly app: string;
  /** Now, in milliseconds and as ISO moment. */
  readonly nowMs: number;
  readonly at: string;
}): WorkspaceToWrite {
  const { mine, theirs, merged, app, nowMs, at } = of;
  const { generation, share } = mine.head;
  const lines = joinJournals(mine.journal, theirs.journal);
  const last = Math.max(mine.head.sequence, theirs.head.sequence, lines.at(-1)?.sequence ?? 0);
  const isChanged = merged.changes.length > 0 && merged.stamp !== null;
  const line = isChanged
    ? {
        ...journalLineOf({
          sequence: last + 1,
          generation,
          stamp: merged.stamp,
          kind: "merge",
          label: message("vault.journal.merged-files"),
          total: totalOf(countRecords(merged.workspace)),
          changes: merged.changes,
        }),
        atMs: nowMs,
      }
    : null;
  return {
    app,
    at,
    generation,
    sequence: line?.sequence ?? last,
    stamp: merged.stamp,
    workspace: rememberSeen(merged.workspace, mine.head.stamp, ""),
    journal: line ? [...lines, line] : lines,
    ...(share && isSame(share, theirs.head.share) && { share }),
  };
}

/** The lines of two journals as one: what both have once, then the rest by time with new numbers.
 * @example joinJournals([], []) // => []
 */
export function joinJournals(
  mine: readonly JournalLine[],
  theirs: readonly JournalLine[],
): readonly JournalLine[] {
  const texts = new Set(theirs.map(lineText));
  const shared = mine.filter((line) => texts.has(lineText(line)));
  const known = new Set(shared.map(lineText));
  const rest = [...mine, ...theirs]
    .filter((line) => !known.has(lineText(line)))
    .toSorted((a, b) => a.atMs - b.atMs || (lineText(a) < lineText(b) ? -1 : 1));
  const last = shared.at(-1)?.sequence ?? 0;
  return [...shared, ...rest.map((line, index) => ({ ...line, sequence: last + 1 + index }))];
}

function lineText({ sequence, atMs, kind, label }: JournalLine): string {
  return JSON.stringify([sequence, atMs, kind, label.key, label.params ?? {}]);
}
