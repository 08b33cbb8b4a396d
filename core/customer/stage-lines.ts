import { sumMoney, ZERO } from "../base/money.ts";
import type { Money } from "../base/money.ts";
import type { Bilingual } from "../base/schema.ts";
import { nameKey } from "../team/name-key.ts";
import { SOURCES } from "./records.ts";
import type { Deal, Source, Stage } from "./records.ts";
import { pipelineStages } from "./stages.ts";
import type { StageBook } from "./stages.ts";

/** One stage of a source and what stands in it. */
export interface StageLine {
  readonly stage: Stage;
  readonly deals: readonly Deal[];
  /** What its deals come to; those without an amount add nothing. */
  readonly amount: Money;
}

export interface SourceStages {
  readonly source: Source;
  readonly lines: readonly StageLine[];
}

const dealsByPages = new WeakMap<object, ReadonlyMap<string, readonly Deal[]>>();

/** The map of stages: for every source its stages in their order with the deals that stand in them, kept ones and those that
 * only deals name; a book without any has the stages of a typed one.
 * @example stageLines({ rows: { stages: new Map() }, facts: { deals: { pages: [] } } }, "en").map(({ source, lines }) => [source, lines.length]) // => [["typed", 6]]
 */
export function stageLines(book: StageBook, language: keyof Bilingual): readonly SourceStages[] {
  const dealsByStage = dealsOfStages(book);
  const bySource = new Map<Source, Map<string, Stage>>();
  const add = (stage: Stage) => {
    const stages = bySource.get(stage.source) ?? new Map<string, Stage>();
    bySource.set(stage.source, stages);
    const key = nameKey(stage.stage);
    if (!stages.has(key)) stages.set(key, stage);
  };
  for (const stage of book.rows.stages.values()) add(stage);
  const shown = pipelineStages(book, language);
  for (const [key, [deal]] of dealsByStage) add(stageSeen(key, deal!, shown));
  for (const stage of shown) if (stage.source === "typed" && stage.order < 100) add(stage);
  return SOURCES.filter((source) => bySource.has(source)).map((source) => ({
    source,
    lines: [...bySource.get(source)!.values()]
      .toSorted(
        (a, b) => a.order - b.order || rankOf(a) - rankOf(b) || (a.probability ?? 0) - (b.probability ?? 0),
      )
      .map((stage) => lineOf(stage, dealsByStage)),
  }));
}

/** What a stage is that no map has yet: as any source knows its name, else as its first deal says. */
function stageSeen(key: string, deal: Deal, shown: readonly Stage[]): Stage {
  const { source, category } = deal;
  const stage = deal.stage!;
  const known = shown.find((one) => nameKey(one.stage) === key.slice(source.length + 1));
  const probability = known?.probability;
  return {
    id: `${source}:${stage}`.slice(0, 200),
    source,
    stage,
    category: known?.category ?? category,
    order: 1e6,
    ...(probability === undefined ? {} : { probability }),
  };
}

/** Stages without an order of their own: open ones first, then by chance. */
function rankOf({ category }: Stage): number {
  return ["open", "won", "lost", "void"].indexOf(category);
}

function lineOf(stage: Stage, dealsByStage: ReadonlyMap<string, readonly Deal[]>): StageLine {
  const deals = dealsByStage.get(stageKey(stage.source, stage.stage)) ?? [];
  return { stage, deals, amount: sumMoney(deals.map(({ amount }) => amount ?? ZERO)) };
}

/** The deals of a source that stand in a stage, by its name; the same lists for the same deals.
 * @example dealsInStage({ facts: { deals: { pages: [] } } }, { source: "zoho", stage: "Offer" }) // => []
 */
export function dealsInStage(
  book: Pick<StageBook, "facts">,
  of: { readonly source: Source; readonly stage: string },
): readonly Deal[] {
  return dealsOfStages(book).get(stageKey(of.source, of.stage)) ?? [];
}

function dealsOfStages({ facts }: Pick<StageBook, "facts">): ReadonlyMap<string, readonly Deal[]> {
  const { pages } = facts.deals;
  const known = dealsByPages.get(pages);
  if (known) return known;
  const byKey = new Map<string, Deal[]>();
  const listByText = new Map<string, Deal[]>();
  for (const { rows } of pages) {
    for (const deal of rows) {
      if (!deal.stage) continue;
      const text = `${deal.source}/${deal.stage}`;
      let list = listByText.get(text);
      if (!list) {
        const key = stageKey(deal.source, deal.stage);
        list = byKey.get(key) ?? [];
        byKey.set(key, list);
        listByText.set(text, list);
      }
      list.push(deal);
    }
  }
  dealsByPages.set(pages, byKey);
  return byKey;
}

function stageKey(source: Source, stage: string): string {
  return `${source}/${nameKey(stage)}`;
}
