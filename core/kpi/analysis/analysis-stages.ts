import type { Deal, Stage } from "../../customer/records.ts";
import { pipelineStages } from "../../customer/stages.ts";
import { nameKey } from "../../team/name-key.ts";
import type { KpiContext } from "../context.ts";
import { memoBy } from "../memo-by.ts";

/** The stages of the book as the analysis sorts deals into them. */
export interface AnalysisStages {
  /** Alike for stages that sort alike. */
  readonly key: string;
  /** The open ones in their order. */
  readonly open: readonly Stage[];
  /** The place of an open stage by its name, `undefined` for any other. */
  placeOf(stage: string): number | undefined;
  /** Whether a stage means won. */
  isWon(stage: string): boolean;
}

/** The stages of the book, one for each name, found from one deal of each stage and not from all of them again.
 * @example analysisStages(kpiWorld({ deals: [aDeal("d1", { stage: "Offer" })] })).placeOf(" offer") // => 0
 */
export function analysisStages(context: KpiContext): AnalysisStages {
  const { deals } = context.facts;
  const { stages } = context.rows;
  return memoBy([deals, stages], "analysis-stages", () => {
    const deal = oneOfEach(context);
    const used = new Set(deal.map(({ stage }) => stage ?? ""));
    // Any language will do: it names the stages of a book that has none, and those are left out.
    const all = pipelineStages({ rows: { stages }, facts: { deals: { pages: [{ rows: deal }] } } }, "en");
    const open = all.filter(
      (stage) => stage.category === "open" && (stages.has(stage.id) || used.has(stage.stage)),
    );
    const places = new Map(open.map((stage, at) => [nameKey(stage.stage), at]));
    const won = all.filter((stage) => stage.category === "won").map((stage) => nameKey(stage.stage));
    const keys = new Map<string, string>();
    const keyOf = (stage: string) => {
      const key = keys.get(stage) ?? nameKey(stage);
      keys.set(stage, key);
      return key;
    };
    return {
      key: JSON.stringify([[...places.keys()], won]),
      open,
      placeOf: (stage) => places.get(keyOf(stage)),
      isWon: (stage) => won.includes(keyOf(stage)),
    };
  });
}

/** A deal of each stage, category and source. */
function oneOfEach({ facts }: KpiContext): readonly Deal[] {
  const found = new Map<string, Deal>();
  for (const chunk of facts.deals) {
    const ofChunk = memoBy([chunk], "deal-of-each-stage", () => {
      const seen = new Map<string, Deal>();
      for (const deal of chunk) {
        const key = `${deal.source}/${deal.category}/${deal.stage ?? ""}`;
        if (!seen.has(key)) seen.set(key, deal);
      }
      return seen;
    });
    for (const [key, deal] of ofChunk) if (!found.has(key)) found.set(key, deal);
  }
  return [...found.values()];
}
