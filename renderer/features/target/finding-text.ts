import { sumFindingMessage } from "../../../core/target/reconcile.ts";
import type { SumFinding } from "../../../core/target/reconcile.ts";
import type { TreeRow } from "../../../core/target/target-tree.ts";
import type { Words } from "../../../core/words/words.ts";
import { exactNumber } from "./shown-numbers.ts";
import type { TargetTable } from "./use-target-table.ts";

/** What a row is called; `null` is the owners that match nobody. */
export function subjectName(row: TreeRow | null, words: Words): string {
  if (row === null) return words.text("base.unassigned");
  return row.name === null ? words.text("base.team") : words.name(row.name);
}

/** A sum that does not hold, in the reader's language and the shown unit. */
export function findingText(table: TargetTable, finding: SumFinding, words: Words): string {
  return words.say(
    sumFindingMessage(table.tree, finding, {
      subject: subjectName(table.tree.rows[finding.row]!, words),
      period: words.period(table.tree.periods[finding.period]!.id, "short"),
      amount: (value) => exactNumber(words, value, table.shape),
    }),
  );
}
