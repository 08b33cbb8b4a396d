import { putRecords } from "../base/change.ts";
import type { Change } from "../base/change.ts";
import { message } from "../base/message.ts";
import { sumMoney, ZERO } from "../base/money.ts";
import type { Money, Ppm } from "../base/money.ts";
import { fail, ok } from "../base/result.ts";
import type { Problem, Result } from "../base/result.ts";
import { isSame } from "../base/same.ts";
import type { Bilingual } from "../base/schema.ts";
import { nameKey } from "../team/name-key.ts";
import { readPercent } from "./edit-fields.ts";
import type { ImportBook } from "./import/import-book.ts";
import { certainty } from "./import/stage-rules.ts";
import { weightedAmount } from "./pipeline.ts";
import type { Deal, Source, Stage } from "./records.ts";
import { dealsInStage, stageLines } from "./stage-lines.ts";
import type { StageBook } from "./stages.ts";

/** What stages are edited in. A workspace is one. */
export interface StageMapBook extends StageBook {
  readonly rows: Pick<ImportBook["rows"], "stages" | "batches">;
}

/** One stage as it shall be. Texts as typed; empty: none. */
export interface StageEdit {
  readonly source: Source;
  readonly stage: string;
  readonly category: Deal["category"];
  /** Percent. */
  readonly probability: string;
  /** Days. */
  readonly normDays: string;
  /** The column of the board. */
  readonly column: string;
  /** In which a book without stages has them. */
  readonly language: keyof Bilingual;
}

/** What an edit of the map does to the book. */
export interface StageOutcome {
  readonly changes: readonly Change[];
  /** Deals that become something else, and what they come to. */
  readonly moved: number;
  readonly movedAmount: Money;
  /** Deals whose chance changes, and what they weigh before and after. */
  readonly weighed: number;
  readonly weightBefore: Money;
  readonly weightAfter: Money;
  /** Deals that carry their own word and stay as they are. */
  readonly kept: number;
}

/** Changes what a stage of a source means, and with it the deals of that source in that stage that do not carry their own
 * word: the category of a deal whose file had a column of states, and the chance of one whose file had a column of chances
 * or that was typed and differs from the stage's, stay. No mark of who wrote the fields is made: the deal still says what
 * its file says, and the next import reads it by the new map. Refused: a chance outside 0–100 %, days outside 1–3650.
 * @example editStage({ rows: { stages: new Map(), batches: new Map() }, facts: { deals: { pages: [] } } }, { source: "zoho", stage: "Offer", category: "open", probability: "120", normDays: "0", column: "", language: "en" }).error.map(({ field }) => field) // => ["probability", "normDays"]
 */
export function editStage(book: StageMapBook, edit: StageEdit): Result<StageOutcome> {
  const read = readStage(edit);
  if (!read.ok) return read;
  const { source, stage, language } = edit;
  const lines = stageLines(book, language).find((one) => one.source === source)?.lines ?? [];
  const known = lines.find((line) => nameKey(line.stage.stage) === nameKey(stage))?.stage;
  if (!known) return fail([{ message: message("customer.stages.gone") }]);
  const { probability: _, normDays: __, column: ___, ...bare } = known;
  const next: Stage = { ...bare, ...read.value };
  const outcome = applyStage(book, known, next);
  const stages = keptAll(book, lines, [next]);
  return ok({
    ...outcome,
    changes: [
      ...(stages.length === 0 ? [] : [putRecords("stages", stages)]),
      ...(outcome.deals.length === 0 ? [] : [putRecords("deals", outcome.deals)]),
    ],
  });
}

/** Moves a stage before or behind the next one of its source.
 * @example moveStage({ rows: { stages: new Map() }, facts: { deals: { pages: [] } } }, { source: "zoho", stage: "Offer", by: 1, language: "en" }) // => []
 */
export function moveStage(
  book: StageBook,
  of: {
    readonly source: Source;
    readonly stage: string;
    readonly by: -1 | 1;
    readonly language: keyof Bilingual;
  },
): readonly Change[] {
  const lines = stageLines(book, of.language).find(({ source }) => source === of.source)?.lines ?? [];
  const at = lines.findIndex((line) => line.stage.stage === of.stage);
  const order = lines.map((line) => line.stage);
  const other = order[at + of.by];
  if (at < 0 || other === undefined) return [];
  order[at + of.by] = order[at]!;
  order[at] = other;
  const numbered = order.map((stage, index) => ({ ...stage, order: index + 1 }));
  const stages = keptAll(book, lines, numbered);
  return stages.length === 0 ? [] : [putRecords("stages", stages)];
}

type Meaning = Pick<Stage, "category"> & Partial<Pick<Stage, "probability" | "normDays" | "column">>;

function readStage(edit: StageEdit): Result<Meaning> {
  const problems: Problem[] = [];
  const chance = edit.probability.trim() === "" ? undefined : readPercent(edit.probability);
  if (chance === null) {
    const field = message("customer.field.probability");
    problems.push({ field: "probability", message: message("customer.problem.percent", { field }) });
  }
  const days = edit.normDays.trim();
  const norm = days === "" ? undefined : Number(days);
  const isDays = norm === undefined || (/^\d+$/.test(days) && norm >= 1 && norm <= 3650);
  if (!isDays) problems.push({ field: "normDays", message: message("customer.stages.problem.norm-days") });
  const column = edit.column.trim();
  if (column.length > 200) {
    const field = message("customer.stages.column");
    problems.push({ field: "column", message: message("customer.problem.long", { field, count: 200 }) });
  }
  if (problems.length > 0) return fail(problems);
  return ok({
    category: edit.category,
    ...(chance === undefined ? {} : { probability: chance as Ppm }),
    ...(norm === undefined ? {} : { normDays: norm }),
    ...(column === "" || nameKey(column) === nameKey(edit.stage) ? {} : { column }),
  });
}

interface Applied extends Omit<StageOutcome, "changes"> {
  readonly deals: readonly Deal[];
}

function applyStage(book: StageMapBook, before: Stage, after: Stage): Applied {
  const chance = { before: chanceOf(before), after: chanceOf(after) };
  const isSameCategory = before.category === after.category;
  const isUnchanged = isSameCategory && chance.before === chance.after;
  const changed: Deal[] = [];
  const was: Deal[] = [];
  let [moved, weighed, kept] = [0, 0, 0];
  for (const deal of isUnchanged ? [] : dealsInStage(book, before)) {
    const moves = !isSameCategory && followsCategory(book, deal, before);
    const weighs = chance.before !== chance.after && followsChance(book, deal, chance.before);
    const holds =
      (!isSameCategory && !moves) || (chance.before !== chance.after && !weighs && after.category === "open");
    if (holds) kept += 1;
    const next = withMeaning(deal, {
      ...(moves ? { category: after.category } : {}),
      ...(weighs ? { probability: chance.after } : {}),
    });
    if (next === deal) continue;
    if (next.category !== deal.category) moved += 1;
    if (next.probability !== deal.probability) weighed += 1;
    was.push(deal);
    changed.push(next);
  }
  const movedDeals = changed.filter((deal, at) => deal.category !== was[at]!.category);
  return {
    deals: changed,
    moved,
    movedAmount: sumMoney(movedDeals.map(({ amount }) => amount ?? ZERO)),
    weighed,
    weightBefore: openWeight(was),
    weightAfter: openWeight(changed),
    kept,
  };
}

/** What the pipeline weighs: open deals alone. */
function openWeight(deals: readonly Deal[]): Money {
  const open = deals.filter(({ category }) => category === "open");
  return sumMoney(open.map((deal) => weightedAmount(deal) ?? ZERO));
}

function withMeaning(
  deal: Deal,
  fields: { readonly category?: Deal["category"]; readonly probability?: Ppm | undefined },
): Deal {
  const { probability: _, ...bare } = deal;
  const probability = "probability" in fields ? fields.probability : deal.probability;
  const category = fields.category ?? deal.category;
  if (probability === deal.probability && category === deal.category) return deal;
  return { ...bare, category, ...(probability === undefined ? {} : { probability }) };
}

function chanceOf(stage: Pick<Stage, "category" | "probability">): Ppm | undefined {
  return stage.probability ?? certainty(stage.category);
}

/** A category is never typed by itself, so that only a file's column of states is a word of the deal's own. */
function followsCategory(book: StageMapBook, deal: Deal, before: Stage): boolean {
  return deal.category === before.category && !fileSpeaks(book, deal, { of: "category", column: "status" });
}

function followsChance(book: StageMapBook, deal: Deal, before: Ppm | undefined): boolean {
  if (deal.probability === undefined) return true;
  if (writerOf(deal, "probability") === "typed") return deal.probability === before;
  return !fileSpeaks(book, deal, { of: "probability", column: "probability" });
}

function fileSpeaks(
  book: StageMapBook,
  deal: Deal,
  { of, column }: { readonly of: string; readonly column: string },
): boolean {
  const batch = book.rows.batches.get(writerOf(deal, of));
  return batch?.columns.some(({ field }) => field === column) === true;
}

function writerOf(deal: Deal, field: string): string {
  return deal.by?.[field] ?? deal.batchId ?? "typed";
}

/** The stages of the source to write: those that differ from what is kept, and those that were shown and not kept yet. */
function keptAll(
  book: StageBook,
  lines: readonly { readonly stage: Stage }[],
  edited: readonly Stage[],
): readonly Stage[] {
  const byId = new Map(edited.map((stage) => [stage.id, stage]));
  const last = lines.reduce((most, { stage }) => (stage.order < 1e6 ? Math.max(most, stage.order) : most), 0);
  let order = last;
  return lines.flatMap(({ stage }) => {
    const next = byId.get(stage.id) ?? stage;
    const placed = next.order < 1e6 ? next : { ...next, order: (order += 1) };
    const kept = book.rows.stages.get(stage.id);
    return kept !== undefined && isSame(kept, placed) ? [] : [placed];
  });
}
