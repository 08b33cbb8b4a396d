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

/** What a filter lets through, counted. */
export interface QualitySurvey {
  /** In their order. */
  readonly shown: readonly QualityFinding[];
  /** Records and files that they are about. */
  readonly records: number;
  readonly countBySeverity: Readonly<Record<QualitySeverity, number>>;
  /** As if no kind were chosen. */
  readonly countByCode: ReadonlyMap<QualityCode, number>;
  /** As if no owner were chosen; the most first. */
  readonly owners: readonly OwnerCount[];
}

/** One owner's findings, counted by source. */
export interface OwnerCount {
  readonly owner: string;
  readonly count: number;
  readonly countBySource: ReadonlyMap<Source, number>;
}

/** What is asked of every finding at every change of the filter, as numbers, so that a quarter of a million of them are
 * counted between two frames. */
interface Numbered {
  readonly index: OwnerIndex;
  readonly owners: readonly string[];
  readonly ownerAt: Int32Array;
  readonly recordAt: Int32Array;
  readonly records: number;
}

const numberedByFindings = new WeakMap<readonly QualityFinding[], Numbered>();

/** The findings that a filter lets through and what they come to, in one pass.
 * @example surveyFindings([], { filter: { source: null, severity: null, code: null, owner: null, text: "" }, index: {} }).records // => 0
 */
export function surveyFindings(
  findings: readonly QualityFinding[],
  by: { readonly filter: QualityFilter; readonly index: OwnerIndex },
): QualitySurvey {
  const { source, severity, code, owner } = by.filter;
  const text = by.filter.text.trim().toLowerCase();
  const { owners, ownerAt, recordAt, records } = numbered(findings, by.index);
  const wantedOwner = owner === null ? -1 : owners.indexOf(owner);
  const shown: QualityFinding[] = [];
  const seen = new Uint8Array(records);
  let seenRecords = 0;
  const countBySeverity: Record<QualitySeverity, number> = { risk: 0, warning: 0, hint: 0 };
  const countByCode = new Map<QualityCode, number>();
  const bySource = owners.map(() => new Map<Source, number>());
  for (let at = 0; at < findings.length; at += 1) {
    const finding = findings[at]!;
    if (source !== null && finding.source !== source) continue;
    const weight = severityOf(finding.code);
    if (severity !== null && weight !== severity) continue;
    if (text !== "" && !findingName(finding).toLowerCase().includes(text)) continue;
    const isOwner = owner === null || ownerAt[at] === wantedOwner;
    const isCode = code === null || finding.code === code;
    if (isOwner) countByCode.set(finding.code, (countByCode.get(finding.code) ?? 0) + 1);
    if (isCode) addOne(bySource[ownerAt[at]!]!, finding.source);
    if (!isOwner || !isCode) continue;
    shown.push(finding);
    countBySeverity[weight] += 1;
    const record = recordAt[at]!;
    if (seen[record] === 0) seenRecords += 1;
    seen[record] = 1;
  }
  return { shown, records: seenRecords, countBySeverity, countByCode, owners: ownerCounts(owners, bySource) };
}

function ownerCounts(
  owners: readonly string[],
  bySource: readonly ReadonlyMap<Source, number>[],
): readonly OwnerCount[] {
  const counts = owners.map((owner, at) => {
    const countBySource = bySource[at]!;
    const count = [...countBySource.values()].reduce((sum, one) => sum + one, 0);
    return { owner, count, countBySource };
  });
  return counts.filter(({ count }) => count > 0).toSorted((a, b) => b.count - a.count);
}

function addOne(counts: Map<Source, number>, source: Source): void {
  counts.set(source, (counts.get(source) ?? 0) + 1);
}

function numbered(findings: readonly QualityFinding[], index: OwnerIndex): Numbered {
  const known = numberedByFindings.get(findings);
  if (known?.index === index) return known;
  const ownerNumbers = new Map<string, number>();
  const recordNumbers = new Map<unknown, number>();
  const ownerAt = new Int32Array(findings.length);
  const recordAt = new Int32Array(findings.length);
  const numberOf = <Key>(numbers: Map<Key, number>, key: Key): number => {
    const number = numbers.get(key) ?? numbers.size;
    if (number === numbers.size) numbers.set(key, number);
    return number;
  };
  for (let at = 0; at < findings.length; at += 1) {
    const { fact, batch } = findings[at]!;
    ownerAt[at] = numberOf(ownerNumbers, qualityOwner(fact, index));
    recordAt[at] = numberOf(recordNumbers, fact ?? batch);
  }
  const made = { index, owners: [...ownerNumbers.keys()], ownerAt, recordAt, records: recordNumbers.size };
  numberedByFindings.set(findings, made);
  return made;
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
