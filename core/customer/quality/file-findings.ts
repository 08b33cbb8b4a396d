import type { Batch, ImportObject } from "../records.ts";
import type { QualityFinding } from "./quality-finding.ts";
import { isFixList } from "./source-columns.ts";

/** Fields that a file should have for the book to be of use: without the column, no record can be blamed. */
const WANTED: Readonly<Partial<Record<ImportObject, readonly string[]>>> = {
  deals: ["amount", "owner", "expectedClose", "lossReason", "nextStep"],
  customers: ["owner", "level", "industry"],
};

/** What is wrong with the last file of each source and object: rows that could not be read, and columns that it should
 * have had. Imports that were taken back do not count, nor do fix-lists, which have few columns and come from here.
 * @example fileFindings([]) // => []
 */
export function fileFindings(batches: Iterable<Batch>): readonly QualityFinding[] {
  const lastByKind = new Map<string, Batch>();
  const spokenByKind = new Map<string, Set<string | null>>();
  for (const batch of batches) {
    if (batch.undone || isFixList(batch)) continue;
    const kind = `${batch.source}/${batch.object}`;
    const before = lastByKind.get(kind);
    if (!before || before.at <= batch.at) lastByKind.set(kind, batch);
    const spoken = spokenByKind.get(kind) ?? new Set();
    spokenByKind.set(kind, spoken);
    for (const { field } of batch.columns) spoken.add(field);
  }
  return [...lastByKind].flatMap(([kind, batch]) => [
    ...badRows(batch),
    ...missingColumns(batch, spokenByKind.get(kind)!),
  ]);
}

function badRows(batch: Batch): readonly QualityFinding[] {
  return batch.bad.map((bad) => ({
    ...ofBatch(batch),
    id: `bad-row/${batch.id}/${bad.line}`,
    code: "bad-row",
    field: batch.columns.find(({ header }) => header === bad.column)?.field ?? null,
    bad,
  }));
}

function missingColumns(batch: Batch, spoken: ReadonlySet<string | null>): readonly QualityFinding[] {
  const wanted = WANTED[batch.object] ?? [];
  return wanted
    .filter((field) => !spoken.has(field))
    .map((field) => ({
      ...ofBatch(batch),
      id: `no-column/${batch.id}/${field}`,
      code: "no-column" as const,
      field,
    }));
}

function ofBatch(batch: Batch): Pick<QualityFinding, "object" | "source" | "fact" | "batch"> {
  return { object: batch.object, source: batch.source, fact: null, batch };
}
