import { message } from "../../base/message.ts";
import type { Message } from "../../base/message.ts";
import { cellText } from "../../base/table.ts";
import type { Table, TableCell } from "../../base/table.ts";
import { NPS_WORDS, VOID_LIFE } from "../locales/import-marks.ts";
import type { BadRow, ImportColumn, ImportObject, Source, Stage } from "../records.ts";
import { plainReason } from "./bad-row-message.ts";
import { headersAt } from "./detect-table.ts";
import { factId } from "./fact-id.ts";
import { fieldOf, REQUIRED_BY_OBJECT } from "./import-field.ts";
import type { ImportField } from "./import-field.ts";
import type { Draft, MemberDraft, ReadRows, SeenStage } from "./import-draft.ts";
import { makeDraft, makeMemberDraft } from "./make-draft.ts";
import type { DraftContext, RowValues } from "./make-draft.ts";
import { haveLostDigits } from "./lost-digits.ts";
import { labelRank } from "./map-columns.ts";
import { dataEnd, isBlank, isReportNote, isTotal, isTypeHints } from "./no-data-row.ts";
import { headerCurrency, normaliseHeader } from "./normalise-header.ts";
import { parseNumberCell } from "./parse-number-cell.ts";
import { readCell } from "./read-cell.ts";
import type { CellReading } from "./read-cell.ts";
import { StageRules } from "./stage-rules.ts";
import type { StageMeaning } from "./stage-rules.ts";

/** Everything that reading rows depends on: plain values, so that it may happen off the main thread. */
export interface ReadInput {
  readonly table: Table;
  readonly headerIndex: number;
  readonly source: Source;
  readonly object: ImportObject;
  readonly columns: readonly ImportColumn[];
  readonly currency: string;
  readonly rates?: Readonly<Record<string, string>> | undefined;
  readonly stages: readonly Stage[];
  readonly stageMap?: Readonly<Record<string, StageMeaning>> | undefined;
}

/** Rows between two reports of progress. */
const SLICE = 500;

/** Reads the data rows under a header. Titles, type hints, blank and total rows are no data rows and are not counted.
 * A bad row never stops the good ones. Yields the share that is done; returns what the rows say.
 * @example readRows({ table: { rows: [["a"], ["1"]], lines: [1, 2] }, headerIndex: 0, source: "generic", object: "orders", columns: [{ header: "a", field: null }], currency: "CNY", stages: [] }).next() // => { value: 0, done: false }
 */
export function* readRows(input: ReadInput): Generator<number, ReadRows> {
  const reader = new RowsReader(input);
  const first = input.headerIndex + 1;
  const width = input.columns.length;
  const end = width > 2 ? dataEnd(input.table.rows, width) : input.table.rows.length;
  const total = Math.max(1, end - first);
  for (let index = first; index < end; index += 1) {
    if ((index - first) % SLICE === 0) yield (index - first) / total;
    reader.read(input.table.rows[index]!, input.table.lines[index]!, index - first);
  }
  return reader.finish();
}

interface FieldColumn {
  readonly index: number;
  readonly reading: CellReading;
}

class RowsReader {
  readonly #input: ReadInput;
  readonly #columns: readonly FieldColumn[];
  readonly #currencyIndex: number;
  readonly #width: number;
  readonly #headers: readonly string[];
  readonly #rules: StageRules;
  readonly #context: DraftContext;
  /** What all scores of the file are on, where no column says so. */
  readonly #scale: "csat" | "nps" | undefined;
  readonly #drafts: Draft[] = [];
  readonly #members: MemberDraft[] = [];
  readonly #bad: BadRow[] = [];
  readonly #passedIds: string[] = [];
  readonly #lineById = new Map<string, number>();
  readonly #rowsByOwner = new Map<string, number>();
  readonly #stages = new Map<string, SeenStage>();
  #read = 0;
  #voided = 0;

  constructor(input: ReadInput) {
    this.#input = input;
    this.#rules = new StageRules({ source: input.source, stages: input.stages, map: input.stageMap });
    const object = input.object as DraftContext["object"];
    this.#context = { source: input.source, object, rules: this.#rules };
    this.#width = input.columns.length;
    this.#headers = headersAt(input.table, input.headerIndex);
    this.#currencyIndex = input.columns.findIndex((column) => column.field === "currency");
    this.#columns = byRank(
      input.object,
      input.columns.flatMap((_, index) => readingOf(input, index)),
    );
    this.#scale = input.object === "answers" ? scaleOfFile(input) : undefined;
  }

  read(row: readonly TableCell[], line: number, offset: number): void {
    if (this.#isNoData(row, offset)) return;
    this.#read += 1;
    const values = this.#valuesOf(row, line);
    if (values === null) this.#passOver(row);
    else if (this.#isVoided(values)) this.#voidRow(values, line);
    else if (this.#input.object === "members") this.#keepMember(makeMemberDraft(values, line), row);
    else this.#keepDraft(makeDraft(values, line, this.#context), row);
  }

  finish(): ReadRows {
    return {
      read: this.#read,
      drafts: this.#drafts,
      members: this.#members,
      voided: this.#voided,
      bad: this.#bad,
      passedIds: this.#passedIds,
      rowsByOwner: this.#rowsByOwner,
      stages: this.#rules.inOrder([...this.#stages.values()]),
      isKeyless: !this.#columns.some(({ reading }) => isKey(reading.field.key)),
    };
  }

  #isNoData(row: readonly TableCell[], offset: number): boolean {
    if (isBlank(row) || isTotal(row, this.#width) || this.#isHeaderAgain(row)) return true;
    return (offset < 3 && isTypeHints(row)) || isReportNote(row);
  }

  /** Reports print their header again on each page. */
  #isHeaderAgain(row: readonly TableCell[]): boolean {
    const isSame = (text: string, index: number) => text === cellText(row[index] ?? null).trim();
    return this.#headers.length > 1 && this.#headers.every(isSame);
  }

  /** The row's values by field; `null` when the row is bad, and listed. */
  #valuesOf(row: readonly TableCell[], line: number): ReadonlyMap<string, string | number> | null {
    const [lone = null] = row;
    if (row.length === 1 && this.#width > 1 && typeof lone === "object" && lone !== null && "error" in lone) {
      return this.#refuse({ line, column: "", value: lone }, message("customer.bad.quote"));
    }
    const surplus =
      row.length > this.#width ? row.slice(this.#width).find((cell) => !isBlank([cell])) : undefined;
    if (surplus !== undefined) {
      const params = { cells: row.length, columns: this.#width };
      return this.#refuse(
        { line, column: "", value: surplus },
        message("customer.bad.too-many-cells", params),
      );
    }
    const values = new Map<string, string | number>();
    const rowCurrency =
      this.#currencyIndex < 0 ? undefined : cellText(row[this.#currencyIndex]).trim() || undefined;
    for (const { index, reading } of this.#columns) {
      if (values.has(reading.field.key)) continue;
      const outcome = readCell(row[index], reading, rowCurrency);
      if ("reason" in outcome) {
        return this.#refuse({ line, column: reading.column.header, value: row[index]! }, outcome.reason);
      }
      if (outcome.value === undefined) continue;
      values.set(reading.field.key, outcome.value);
      if (reading.field.key === "at") values.set("atTime", timeOfDay(row[index]!));
    }
    if (this.#scale !== undefined && values.size > 0) values.set("scale", this.#scale);
    return this.#requireFields(values, line);
  }

  #requireFields(
    values: ReadonlyMap<string, string | number>,
    line: number,
  ): ReadonlyMap<string, string | number> | null {
    for (const group of REQUIRED_BY_OBJECT[this.#input.object]) {
      if (group.some((field) => values.has(field))) continue;
      const column = this.#columns.find(({ reading }) => group.includes(reading.field.key));
      const field = message(`customer.field.${group[0]}`);
      const header = column?.reading.column.header ?? "";
      return this.#refuse({ line, column: header, value: null }, message("customer.bad.missing", { field }));
    }
    return values;
  }

  #isVoided(values: ReadonlyMap<string, string | number>): boolean {
    const { object } = this.#input;
    const life = values.get("life") ?? (object === "orders" ? values.get("status") : undefined);
    return VOID_LIFE.test(String(life ?? ""));
  }

  #voidRow(values: RowValues, line: number): void {
    this.#voided += 1;
    if (this.#input.object !== "members") this.#passedIds.push(makeDraft(values, line, this.#context).id);
  }

  #passOver(row: readonly TableCell[]): void {
    const { source, object } = this.#context;
    const column = this.#columns.find(({ reading }) => reading.field.key === "id");
    if (column === undefined || object === "stage-history") return;
    const outcome = readCell(row[column.index], column.reading);
    if ("value" in outcome && outcome.value !== undefined)
      this.#passedIds.push(factId(source, object, String(outcome.value)));
  }

  #keepDraft(draft: Draft, row: readonly TableCell[]): void {
    const known = this.#lineById.get(draft.id);
    if (known !== undefined) return this.#refuseDuplicate(draft, known, row);
    this.#lineById.set(draft.id, draft.line);
    this.#drafts.push(draft);
    const owner = draft.fields["ownerName"];
    if (typeof owner === "string") this.#rowsByOwner.set(owner, (this.#rowsByOwner.get(owner) ?? 0) + 1);
    const stage = draft.fields["stage"];
    if (typeof stage === "string" && this.#input.object === "deals" && !this.#stages.has(stage)) {
      this.#stages.set(stage, { stage, ...this.#rules.meaningOfStage(stage) });
    }
  }

  #keepMember(draft: MemberDraft, row: readonly TableCell[]): void {
    const key = draft.employeeNumber ?? `~${draft.email ?? draft.name}`;
    const known = this.#lineById.get(key);
    if (known !== undefined) return this.#refuseDuplicate(draft, known, row);
    this.#lineById.set(key, draft.line);
    this.#members.push(draft);
  }

  #refuseDuplicate(
    draft: { readonly line: number; readonly name: string },
    first: number,
    row: readonly TableCell[],
  ): void {
    const column = this.#columns.find(({ reading }) => isKey(reading.field.key));
    const value = column === undefined ? draft.name : row[column.index]!;
    const key = column === undefined ? "customer.bad.duplicate-keyless" : "customer.bad.duplicate";
    this.#refuse(
      { line: draft.line, column: column?.reading.column.header ?? "", value },
      message(key, { first }),
    );
  }

  #refuse(
    place: { readonly line: number; readonly column: string; readonly value: TableCell },
    reason: Message,
  ): null {
    const value = cellText(place.value).slice(0, 500);
    this.#bad.push({ line: place.line, column: place.column, value, reason: plainReason(reason) });
    return null;
  }
}

/** What tells two events of one day apart: the hours and minutes as the cell has them; empty without. */
function timeOfDay(cell: TableCell): string {
  const text = cellText(cell).normalize("NFKC");
  const found = /(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*([ap]\.?m\.?)?/i.exec(text);
  if (!found) return "";
  const [, hour = "", minute = "", second = "", half = ""] = found;
  const isAfternoon = /^p/i.test(half) && Number(hour) < 12;
  const isMidnight = /^a/i.test(half) && hour === "12";
  const hours = isMidnight ? 0 : Number(hour) + (isAfternoon ? 12 : 0);
  const time = [String(hours).padStart(2, "0"), minute, second === "00" ? "" : second].join("");
  return time === "0000" ? "" : time;
}

function readingOf(input: ReadInput, index: number): readonly FieldColumn[] {
  const column = input.columns[index]!;
  const known = column.field === null ? undefined : fieldOf(input.object, column.field);
  if (known === undefined) return [];
  const field = asId(known, column.header);
  const isFraction = field.kind === "percent" && isFractionColumn(input, index);
  const { currency, rates = {} } = input;
  const lostDigits = field.kind === "id" && haveLostDigits(cellsOf(input, index));
  const ofHeader = field.kind === "money" ? headerCurrency(column.header) : undefined;
  return [
    {
      index,
      reading: {
        field,
        column,
        currency,
        rates,
        isFraction,
        hasLostDigits: lostDigits,
        headerCurrency: ofHeader,
        known: new Map(),
      },
    },
  ];
}

function* cellsOf(input: ReadInput, index: number): Generator<TableCell> {
  for (let row = input.headerIndex + 1; row < input.table.rows.length; row += 1) {
    yield input.table.rows[row]![index] ?? null;
  }
}

/** A look-up that a column gives by its id must not be damaged, as little as a record's own. */
function asId(field: ImportField, header: string): ImportField {
  return field.key === "deal" && /\bid$/.test(normaliseHeader(header)) ? { ...field, kind: "id" } : field;
}

/** Columns in the order of the file, but of several columns of one field the most telling first. */
function byRank(object: ImportObject, columns: readonly FieldColumn[]): readonly FieldColumn[] {
  const keys = columns.map(({ reading }) => reading.field.key);
  const place = ({ reading }: FieldColumn) => keys.indexOf(reading.field.key);
  const rank = ({ reading }: FieldColumn) => labelRank(object, reading.field.key, reading.column.header);
  return columns.toSorted((a, b) => place(a) - place(b) || rank(a) - rank(b));
}

/** The scale of a file whose columns do not tell: what the score's header says, else by its highest score. */
function scaleOfFile(input: ReadInput): "csat" | "nps" | undefined {
  if (input.columns.some((column) => column.field === "scale")) return undefined;
  const index = input.columns.findIndex((column) => column.field === "score");
  if (index < 0 || NPS_WORDS.test(input.columns[index]!.header)) return index < 0 ? undefined : "nps";
  const rows = input.table.rows.slice(input.headerIndex + 1);
  const isAboveFive = rows.some((row) => Number(parseNumberCell(row[index] ?? null, ".")?.decimal ?? 0) > 5);
  return isAboveFive ? "nps" : "csat";
}

function isKey(field: string): boolean {
  return field === "id" || field === "employeeNumber";
}

/** Whether a percent column counts to 1: no cell above 1, none with a sign, and some between. */
function isFractionColumn(input: ReadInput, index: number): boolean {
  let between = false;
  for (let row = input.headerIndex + 1; row < input.table.rows.length; row += 1) {
    const parsed = parseNumberCell(
      input.table.rows[row]![index] ?? null,
      input.columns[index]!.decimal ?? ".",
    );
    if (parsed === null) continue;
    const value = Number(parsed.decimal);
    if (parsed.percent || value > 1) return false;
    if (value > 0 && value < 1) between = true;
  }
  return between;
}
