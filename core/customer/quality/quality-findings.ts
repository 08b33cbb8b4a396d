import type { Day } from "../../base/day.ts";
import { fileFindings } from "./file-findings.ts";
import { qualityContext } from "./quality-context.ts";
import type { QualityBook, QualityContext } from "./quality-context.ts";
import { QUALITY_CODES } from "./quality-finding.ts";
import type { QualityFact, QualityFinding, QualityObject } from "./quality-finding.ts";
import { FAULTS_OF } from "./record-faults.ts";

const OBJECTS = ["deals", "customers", "contacts", "orders"] as const;

interface PageMemo {
  readonly context: QualityContext;
  readonly findings: readonly QualityFinding[];
}
const byPage = new WeakMap<object, PageMemo>();
const byBook = new WeakMap<
  object,
  { readonly parts: readonly unknown[]; readonly findings: readonly QualityFinding[] }
>();
const RANK = new Map(QUALITY_CODES.map((code, rank) => [code, rank]));

/** Everything that is wrong with the data of the book, the heaviest kinds first, records of a kind in the order of the
 * book. What is right is not listed. Pages that have not changed are not looked through again; the same array for the
 * same book and day.
 * @example qualityFindings({ rows: { members: new Map(), stages: new Map(), batches: new Map() }, facts: { customers: { pages: [] }, contacts: { pages: [] }, deals: { pages: [] }, orders: { pages: [] } } }, "2026-11-25") // => []
 */
export function qualityFindings(book: QualityBook, today: Day): readonly QualityFinding[] {
  const context = qualityContext(book, today);
  const parts = [context, ...OBJECTS.map((object) => book.facts[object].pages)];
  const memo = byBook.get(book.facts.deals.pages);
  if (memo && memo.parts.every((part, at) => part === parts[at])) return memo.findings;
  const byCode = QUALITY_CODES.map((): QualityFinding[] => []);
  const sort = (found: readonly QualityFinding[]) => {
    for (const finding of found) byCode[RANK.get(finding.code)!]!.push(finding);
  };
  sort(fileFindings(book.rows.batches.values()));
  for (const object of OBJECTS) {
    for (const { rows } of book.facts[object].pages) sort(pageFindings(object, rows, context));
  }
  const findings = byCode.flat();
  byBook.set(book.facts.deals.pages, { parts, findings });
  return findings;
}

function pageFindings(
  object: QualityObject,
  rows: readonly QualityFact[],
  context: QualityContext,
): readonly QualityFinding[] {
  const memo = byPage.get(rows);
  if (memo?.context === context) return memo.findings;
  const faultsOf = FAULTS_OF[object];
  const findings: QualityFinding[] = [];
  for (const fact of rows) {
    for (const fault of faultsOf(fact as never, context)) {
      const id = `${fault.code}/${fact.id}`;
      findings.push({ id, ...fault, object, source: fact.source, fact, batch: null });
    }
  }
  byPage.set(rows, { context, findings });
  return findings;
}
