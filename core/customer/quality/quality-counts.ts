import type { Explanation } from "../../base/explain.ts";
import { message } from "../../base/message.ts";
import type { Message } from "../../base/message.ts";
import { creditsOf } from "../owner.ts";
import type { OwnerIndex } from "../owner.ts";
import type { Batch, Source } from "../records.ts";
import { severityOf } from "./quality-finding.ts";
import type { QualityCode, QualityFact, QualityFinding, QualitySeverity } from "./quality-finding.ts";

/** Which findings are looked at; `null` is all of them. */
export interface QualityFilter {
  readonly source: Source | null;
  readonly severity: QualitySeverity | null;
  readonly code: QualityCode | null;
  /** As `qualityOwner` names them. */
  readonly owner: string | null;
  readonly text: string;
}

/** Whose finding it is: `=` and the member's id, else the name as the file has it; "" for nobody's and for files.
 * @example qualityOwner({ ownerName: "?" }, { known: new Map([["?", { kind: "none" }]]) }) // => "?"
 */
export function qualityOwner(fact: QualityFact | null, index: OwnerIndex): string {
  if (fact === null) return "";
  const [first] = creditsOf(fact, index).shares;
  return first === undefined ? (fact.ownerName ?? "") : `=${first.memberId}`;
}

const ownersByFindings = new WeakMap<
  readonly QualityFinding[],
  { readonly index: OwnerIndex; readonly owners: readonly string[] }
>();

/** The findings that a filter lets through, in their order.
 * @example filterFindings([], { filter: { source: null, severity: null, code: null, owner: null, text: "" }, index: {} }) // => []
 */
export function filterFindings(
  findings: readonly QualityFinding[],
  by: { readonly filter: QualityFilter; readonly index: OwnerIndex },
): readonly QualityFinding[] {
  const { source, severity, code, owner } = by.filter;
  const text = by.filter.text.trim().toLowerCase();
  const owners = ownersOf(findings, by.index);
  return findings.filter(
    (finding, at) =>
      (code === null || finding.code === code) &&
      (source === null || finding.source === source) &&
      (severity === null || severityOf(finding.code) === severity) &&
      (owner === null || owners[at] === owner) &&
      (text === "" || findingName(finding).toLowerCase().includes(text)),
  );
}

function ownersOf(findings: readonly QualityFinding[], index: OwnerIndex): readonly string[] {
  const known = ownersByFindings.get(findings);
  if (known?.index === index) return known.owners;
  const owners = findings.map(({ fact }) => qualityOwner(fact, index));
  ownersByFindings.set(findings, { index, owners });
  return owners;
}

/** What the record of a finding is called: its name or number, a file's findings by the file.
 * @example findingName({ fact: { id: "o1", number: "" }, batch: null }) // => "o1"
 */
export function findingName(finding: Pick<QualityFinding, "fact" | "batch">): string {
  if (finding.fact === null) return (finding.batch as Batch).fileName;
  const { name, number, id } = finding.fact as {
    readonly name?: string;
    readonly number?: string;
    id: string;
  };
  return name || number || id;
}

/** One owner's findings, counted by source. */
export interface OwnerCount {
  readonly owner: string;
  readonly count: number;
  readonly countBySource: ReadonlyMap<Source, number>;
}

/** How many findings each owner has in each source, the most first.
 * @example countByOwner([], {}) // => []
 */
export function countByOwner(findings: readonly QualityFinding[], index: OwnerIndex): readonly OwnerCount[] {
  const byOwner = new Map<string, Map<Source, number>>();
  const owners = ownersOf(findings, index);
  for (const [at, { source }] of findings.entries()) {
    const owner = owners[at]!;
    const bySource = byOwner.get(owner) ?? new Map<Source, number>();
    byOwner.set(owner, bySource);
    bySource.set(source, (bySource.get(source) ?? 0) + 1);
  }
  return [...byOwner]
    .map(([owner, countBySource]) => {
      const count = [...countBySource.values()].reduce((sum, one) => sum + one, 0);
      return { owner, count, countBySource };
    })
    .toSorted((a, b) => b.count - a.count);
}

/** How many findings there are of each kind.
 * @example countByCode([{ code: "late" }]).get("late") // => 1
 */
export function countByCode(
  findings: readonly Pick<QualityFinding, "code">[],
): ReadonlyMap<QualityCode, number> {
  const counts = new Map<QualityCode, number>();
  for (const { code } of findings) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

/** How many records findings are about; each file counts as one.
 * @example countRecords([]) // => 0
 */
export function countRecords(findings: readonly QualityFinding[]): number {
  return new Set(findings.map(({ fact, batch }) => fact ?? batch)).size;
}

/** A count of findings with the record or file behind each.
 * @example explainFindings({ key: "t" }, []).value // => { unit: "count", value: 0 }
 */
export function explainFindings(title: Message, findings: readonly QualityFinding[]): Explanation {
  return {
    title,
    value: { unit: "count", value: findings.length },
    formula: message("customer.explain.count"),
    ruleVersion: 1,
    inputs: [],
    rows: findings.map((finding) => ({
      ref:
        finding.fact === null
          ? { table: "batches", id: finding.batch!.id }
          : { table: finding.object as "deals", id: finding.fact.id },
      label: findingName(finding),
      amount: { unit: "count", value: 1 },
    })),
    notes: [],
  };
}
