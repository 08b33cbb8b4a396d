import type { Ppm } from "../base/money.ts";
import type { Bilingual } from "../base/schema.ts";
import { nameKey } from "../team/name-key.ts";
import type { ImportBook } from "./import/import-book.ts";
import { StageRules } from "./import/stage-rules.ts";
import type { StageMeaning } from "./import/stage-rules.ts";
import { TYPED_STAGES } from "./locales/typed-stages.ts";
import type { Deal, Source, Stage } from "./records.ts";

/** What the stages of a book are found from. A workspace is one. */
export interface StageBook {
  readonly rows: Pick<ImportBook["rows"], "stages">;
  readonly facts: Pick<ImportBook["facts"], "deals">;
}

const CATEGORY_ORDER: readonly Deal["category"][] = ["open", "won", "lost", "void"];
const byDeals = new WeakMap<
  object,
  Map<string, { readonly rows: object; readonly stages: readonly Stage[] }>
>();

/** The stages of the book in their order, open ones first: those that are kept, then those that deals stand in; one for each
 * name and category. A book without any has the stages of a typed one, in the language given. Where none means won or none
 * means lost, the typed one stands in. The same list for the same book.
 * @example pipelineStages({ rows: { stages: new Map() }, facts: { deals: { pages: [] } } }, "en").length // => 6
 */
export function pipelineStages(book: StageBook, language: keyof Bilingual): readonly Stage[] {
  const { pages } = book.facts.deals;
  const known = byDeals.get(pages) ?? new Map();
  byDeals.set(pages, known);
  const found = known.get(language);
  if (found?.rows === book.rows.stages) return found.stages;
  const stages = findStages(book, language);
  known.set(language, { rows: book.rows.stages, stages });
  return stages;
}

/** What a stage means for a deal of a source: as the source's own stages say, else as any stage of that name, else by its
 * words.
 * @example stageMeaning({ rows: { stages: new Map() }, facts: { deals: { pages: [] } } }, { source: "typed", stage: "Won", language: "en" }).category // => "won"
 */
export function stageMeaning(
  book: StageBook,
  of: { readonly source: Source; readonly stage: string; readonly language: keyof Bilingual },
): StageMeaning {
  const key = nameKey(of.stage);
  const named = (stage: Stage) => nameKey(stage.stage) === key;
  const own = [...book.rows.stages.values()].find((stage) => stage.source === of.source && named(stage));
  const any = own ?? pipelineStages(book, of.language).find(named);
  const rules = new StageRules({ source: of.source, stages: any ? [{ ...any, source: of.source }] : [] });
  return rules.meaningOfStage(of.stage);
}

function findStages(book: StageBook, language: keyof Bilingual): readonly Stage[] {
  const kept = [...book.rows.stages.values()].toSorted((a, b) => a.order - b.order);
  const byKey = new Map(kept.toReversed().map((stage) => [columnKey(stage.stage, stage.category), stage]));
  const columnByKey = new Map(
    kept.flatMap(({ stage, category, column }) =>
      column === undefined ? [] : [[columnKey(stage, category), column] as const],
    ),
  );
  const stages = kept
    .filter((stage) => byKey.get(columnKey(stage.stage, stage.category)) === stage)
    .map((stage) => inColumn(stage, columnByKey));
  for (const page of book.facts.deals.pages) {
    for (const [key, seen] of stagesOfPage(page.rows)) {
      if (byKey.has(key)) continue;
      byKey.set(key, seen);
      stages.push(seen);
    }
  }
  const isEmpty = stages.length === 0;
  const typed = typedStages(language).filter(
    ({ category }) =>
      isEmpty || (category !== "open" && !stages.some((stage) => stage.category === category)),
  );
  const rank = (stage: Stage) => CATEGORY_ORDER.indexOf(stage.category);
  const chance = (stage: Stage) => (stage.order < 1e6 ? 0 : (stage.probability ?? 0));
  return [...stages, ...typed].toSorted(
    (a, b) => rank(a) - rank(b) || a.order - b.order || chance(a) - chance(b),
  );
}

/** Two sources may know one name: where either puts it, both stand. */
function inColumn(stage: Stage, columnByKey: ReadonlyMap<string, string>): Stage {
  const column = columnByKey.get(columnKey(stage.stage, stage.category));
  return column === stage.column || column === undefined ? stage : { ...stage, column };
}

const seenByRows = new WeakMap<readonly Deal[], ReadonlyMap<string, Stage>>();

/** The stages that the deals of a page stand in: an edit changes one page of many. */
function stagesOfPage(rows: readonly Deal[]): ReadonlyMap<string, Stage> {
  const known = seenByRows.get(rows);
  if (known) return known;
  const found = new Map<string, Stage>();
  const texts = new Set<string>();
  for (const { stage = "", category, probability, source } of rows) {
    const text = `${category}/${stage}`;
    if (stage === "" || texts.has(text)) continue;
    texts.add(text);
    const key = columnKey(stage, category);
    if (found.has(key)) continue;
    const chance = probability === undefined ? {} : { probability };
    found.set(key, { id: `${source}:${stage}`, source, stage, category, order: 1e6, ...chance });
  }
  seenByRows.set(rows, found);
  return found;
}

function typedStages(language: keyof Bilingual): readonly Stage[] {
  return TYPED_STAGES.map(([name, category, percent], index) => ({
    id: `typed:${name[language]}`,
    source: "typed",
    stage: name[language],
    category,
    probability: (percent * 10_000) as Ppm,
    order: index + 1,
  }));
}

/** What tells two columns of stages apart: one name may be open in one system and lost in another.
 * @example columnKey(" Won ", "won") // => "won/won"
 */
export function columnKey(stage: string, category: Deal["category"]): string {
  return `${category}/${nameKey(stage)}`;
}
