import type { Message } from "../../base/message.ts";
import { headerMultiplier } from "../import/normalise-header.ts";
import { currencyOf } from "../import/import-book.ts";
import type { ImportBook } from "../import/import-book.ts";
import { FIELDS_BY_OBJECT } from "../import/import-field.ts";
import { KEY_FIELDS } from "../import/make-draft.ts";
import { StageRules } from "../import/stage-rules.ts";
import type { Batch, Deal, Source } from "../records.ts";
import { fixCell, isFoundAgain } from "./fix-cell.ts";
import type { FixCell } from "./fix-cell.ts";
import { whatIsWrong } from "./quality-finding.ts";
import type { QualityFact, QualityFinding, QualityObject } from "./quality-finding.ts";
import { isChinese, lastBatch, sourceColumn } from "./source-columns.ts";

/** What fix-lists are made from. A workspace is one. */
export interface FixBook {
  readonly rows: Pick<ImportBook["rows"], "settings" | "batches" | "stages">;
}

/** One column: the source's header and the field it fills; the one that says what is wrong fills none. */
export interface FixColumn {
  readonly header: string;
  readonly field: string;
  readonly multiplier: number;
  /** Whether somebody of the list must correct it. */
  readonly isToCorrect: boolean;
}

export interface FixRow {
  readonly fact: QualityFact;
  /** As `columns`. */
  readonly cells: readonly FixCell[];
  readonly wrong: readonly Message[];
}

/** The records of one source and object that must be corrected, in the shape of the source's own files. */
export interface FixList {
  readonly source: Source;
  readonly object: QualityObject;
  /** Whose records they are, as the person asking groups them; `null` for everybody's. */
  readonly owner: string | null;
  /** The key, the name, what is to be corrected, what an import cannot do without. */
  readonly columns: readonly FixColumn[];
  /** Stands behind what is wrong. */
  readonly ownerColumn: FixColumn | null;
  readonly rows: readonly FixRow[];
}

export interface FixLists {
  readonly lists: readonly FixList[];
  /** Records that cannot be corrected by a file: typed here, converted from another currency, or without anything by which
   * their source would find them again once they are corrected. */
  readonly leftOut: number;
}

/** What an import cannot read a row without. */
const NEEDED: Readonly<Record<QualityObject, readonly string[]>> = {
  deals: ["stage"],
  customers: [],
  contacts: [],
  orders: ["date", "amount"],
};
const NAME_FIELD: Readonly<Record<QualityObject, string>> = {
  deals: "name",
  customers: "name",
  contacts: "name",
  orders: "number",
};

/** Fix-lists of findings: one for each source and object, and on wish for each owner. Present values are filled in and what
 * is missing is left empty, so that importing a list as it is changes nothing, and importing a corrected one changes what
 * was corrected and nothing else.
 * @example fixLists({ rows: { batches: new Map(), stages: new Map() } }, [], {}) // => { lists: [], leftOut: 0 }
 */
export function fixLists(
  book: FixBook,
  findings: readonly QualityFinding[],
  /** Given: a list for each owner. */
  by: { ownerOf?(fact: QualityFact): string },
): FixLists {
  const records = new Map<QualityFact, QualityFinding[]>();
  for (const finding of findings) {
    if (finding.fact === null || finding.field === null) continue;
    const known = records.get(finding.fact);
    if (known) known.push(finding);
    else records.set(finding.fact, [finding]);
  }
  const groups = new Map<string, [QualityFact, readonly QualityFinding[]][]>();
  let leftOut = 0;
  for (const [fact, all] of records) {
    const fixable = fixableFindings(book, fact, all);
    if (fixable.length === 0) {
      leftOut += 1;
      continue;
    }
    const { object, source } = fixable[0]!;
    const key = [source, object, fact.sourceId === undefined, by.ownerOf?.(fact) ?? ""].join("/");
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push([fact, fixable]);
  }
  const lists = [...groups.values()].map((group) => makeList(book, group, by.ownerOf));
  return { lists, leftOut };
}

function fixableFindings(
  book: FixBook,
  fact: QualityFact,
  findings: readonly QualityFinding[],
): readonly QualityFinding[] {
  const object = findings[0]!.object as QualityObject;
  if (fact.source === "typed" || !isFoundAgain(fact, object)) return [];
  const rates = fact.batchId === undefined ? undefined : book.rows.batches.get(fact.batchId)?.rates;
  if (rates !== undefined) return [];
  if (fact.sourceId !== undefined) return findings;
  // Without an id, what tells the record apart must stay as it is.
  return findings.filter(({ field }) => !KEY_FIELDS[object].includes(field!));
}

function makeList(
  book: FixBook,
  group: readonly (readonly [QualityFact, readonly QualityFinding[]])[],
  ownerOf: ((fact: QualityFact) => string) | undefined,
): FixList {
  const [first, findings] = group[0]!;
  const object = findings[0]!.object as QualityObject;
  const { source } = first;
  const batch = lastBatch(book.rows.batches.values(), source, object);
  const toCorrect = new Set(group.flatMap(([, found]) => found.map(({ field }) => field!)));
  // A contact's e-mail helps as much as its telephone.
  if (object === "contacts" && toCorrect.has("phone")) toCorrect.add("email");
  const fields = fieldsOfList(book, { group, object, batch, toCorrect });
  const columnOf = (field: string): FixColumn => {
    const { header, multiplier } = sourceColumn(batch, { source, object, field });
    const unit = multiplier === 1 ? headerMultiplier(header) : multiplier;
    return { header, field, multiplier: unit, isToCorrect: toCorrect.has(field) };
  };
  const columns = fields.map(columnOf);
  const language = isChinese(source, batch) ? "zh" : "en";
  const currency = currencyOf(book as Pick<ImportBook, "rows">);
  return {
    source,
    object,
    owner: ownerOf === undefined ? null : ownerOf(first),
    columns,
    ownerColumn: fields.includes("owner") ? null : columnOf("owner"),
    rows: group.map(([fact, found]) => ({
      fact,
      cells: columns.map((column) => fixCell(fact, { ...column, object, currency, language })),
      wrong: found.map(whatIsWrong),
    })),
  };
}

function fieldsOfList(
  book: FixBook,
  of: {
    readonly group: readonly (readonly [QualityFact, unknown])[];
    readonly object: QualityObject;
    readonly batch: Batch | undefined;
    readonly toCorrect: ReadonlySet<string>;
  },
): readonly string[] {
  const { group, object, batch, toCorrect } = of;
  const isKeyed = group[0]![0].sourceId !== undefined;
  const hasNumber = object !== "orders" || batch?.columns.some(({ field }) => field === "number") === true;
  const corrected = FIELDS_BY_OBJECT[object].map(({ key }) => key).filter((key) => toCorrect.has(key));
  const fields = [
    ...(isKeyed ? ["id"] : []),
    ...(hasNumber ? [NAME_FIELD[object]] : []),
    ...(isKeyed ? [] : KEY_FIELDS[object]),
    ...corrected,
    ...NEEDED[object],
    ...(object === "deals" && needsStatus(book, group) ? ["status"] : []),
  ];
  return [...new Set(fields)];
}

/** Whether a stage alone would make another thing of one of the deals: its file had a column of states beside it. */
function needsStatus(book: FixBook, group: readonly (readonly [QualityFact, unknown])[]): boolean {
  const source = group[0]![0].source;
  const rules = new StageRules({ source, stages: [...book.rows.stages.values()] });
  return group.some(([fact]) => {
    const { stage, category } = fact as Deal;
    return stage === undefined || rules.meaningOf(stage, undefined).category !== category;
  });
}
