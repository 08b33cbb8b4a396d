import { message } from "../../base/message.ts";
import type { Message } from "../../base/message.ts";
import type { AnyFact, ImportBook } from "../import/import-book.ts";
import type { Source, TwinTable } from "../records.ts";
import { twinsByKept } from "./twin-record.ts";

export const CERTAINTIES = ["certain", "likely", "possible"] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/** Two records that may be the same, and what speaks for it and against it. */
export interface MatchPair {
  /** As `verdictId` makes it. */
  readonly id: string;
  readonly table: TwinTable;
  /** The record of the leading source first. */
  readonly ids: readonly [string, string];
  readonly certainty: Certainty;
  /** 0–100: the sum of what speaks for it, less what speaks against. */
  readonly score: number;
  readonly reasons: readonly Message[];
  readonly against: readonly Message[];
  /** Both stand in one system. */
  readonly isDuplicate: boolean;
  /** One of the two fits another record as well. */
  readonly isAmbiguous: boolean;
}

/** Something that speaks for two records being the same, or against it with a negative weight. */
export interface Evidence {
  readonly kind: string;
  readonly weight: number;
  /** The value that both share, to be shown. */
  readonly value?: string;
}

/** What was found about two records. */
export interface Judgement {
  readonly evidence: readonly Evidence[];
  readonly certainty: Certainty;
}

/** A record with what it is compared by. */
export interface Fingerprint<R extends AnyFact = AnyFact> {
  readonly record: R;
  /** Records are only compared with those that share one of these. */
  readonly blocks: readonly string[];
}

/** The sum of evidence, from 0 to 100.
 * @example scoreOf([{ kind: "name-same", weight: 60 }, { kind: "other-place", weight: -25 }]) // => 35
 */
export function scoreOf(evidence: readonly Evidence[]): number {
  const sum = evidence.reduce((total, { weight }) => total + weight, 0);
  return Math.min(100, Math.max(0, sum));
}

/** Evidence in words.
 * @example reasonOf({ kind: "phone", weight: 35, value: "1" }) // => { key: "customer.match.why.phone", params: { value: "1" } }
 */
export function reasonOf({ kind, value }: Evidence): Message {
  return message(`customer.match.why.${kind}`, value === undefined ? {} : { value });
}

/** The systems that speak of a record.
 * @example [...sourcesOf({ facts: { twins: { pages: [] } } }, { id: "a", source: "zoho" })] // => ["zoho"]
 */
export function sourcesOf(
  book: { readonly facts: Pick<ImportBook["facts"], "twins"> },
  record: AnyFact,
): ReadonlySet<Source> {
  const twins = twinsByKept(book).get(record.id);
  return new Set(twins ? twins.map((twin) => twin.source) : [record.source]);
}
