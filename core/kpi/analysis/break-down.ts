import type { Message } from "../../base/message.ts";
import type { KpiContext } from "../context.ts";
import type { AnalysedDeals, AnalysisFilter } from "./analysis-filter.ts";
import type { DealLine } from "./analysis-lines.ts";
import { dealFigures } from "./deal-figures.ts";
import type { DealFigures } from "./deal-figures.ts";
import { BLANK, orderedParts, partKey, partLabel } from "./dimensions.ts";
import type { Dimension } from "./dimensions.ts";

/** Fewer closed deals than this make a rate that chance made: it is shown and not ranked. */
export const RANKED_FROM = 5;

/** One part of a dimension and what its deals come to. */
export interface AnalysisPart {
  readonly key: string;
  readonly label: string | Message;
  readonly figures: DealFigures;
  /** The place by win rate, 1 for the highest; `null` for fewer than five closed deals and for deals that nobody claims. Equal
   * rates share a place. */
  readonly rank: number | null;
}

/** Deals by the parts of a dimension. Every deal is in exactly one part of its owner, so that counts and amounts of the parts
 * add up to those of the filter; what is unassigned or not filled in has its own part, which comes last.
 * @example breakDown(kpiWorld({}), { subject: { kind: "team" }, source: null, period: period("2026-03", 1) }, { deals: { won: [], lost: [], open: [], undated: [] }, dimension: "member" }) // => []
 */
export function breakDown(
  context: KpiContext,
  filter: AnalysisFilter,
  of: { readonly deals: AnalysedDeals; readonly dimension: Dimension },
): readonly AnalysisPart[] {
  const { deals, dimension } = of;
  const keyOf = partKey(context, dimension);
  const parts = new Map<string, { won: DealLine[]; lost: DealLine[]; open: DealLine[] }>();
  const sort = (lines: readonly DealLine[], into: "won" | "lost" | "open") => {
    for (const line of lines) {
      const key = keyOf(line);
      let part = parts.get(key);
      if (!part) parts.set(key, (part = { won: [], lost: [], open: [] }));
      part[into].push(line);
    }
  };
  sort(deals.won, "won");
  sort(deals.lost, "lost");
  // Open deals have no day yet on which they would belong to a period.
  if (dimension !== "month" && dimension !== "quarter") sort(deals.open, "open");
  // A team sees that nobody's deals are none, rather than wonder where they are.
  if (dimension === "member" && parts.size > 0 && !parts.has(BLANK)) {
    parts.set(BLANK, { won: [], lost: [], open: [] });
  }
  const sizes = new Map([...parts].map(([key, part]) => [key, part.won.length]));
  const figured = orderedParts(context, dimension, sizes).map((key) => {
    const label = partLabel(context, dimension, key);
    return { key, label, figures: dealFigures(context, filter, { deals: parts.get(key)!, part: label }) };
  });
  const rates = figured
    .filter(isRanked)
    .map(rateOf)
    .toSorted((a, b) => b - a);
  const rankByRate = new Map(rates.map((rate) => [rate, rates.indexOf(rate) + 1]));
  return figured.map((part) => ({ ...part, rank: isRanked(part) ? rankByRate.get(rateOf(part))! : null }));
}

function isRanked({ key, figures }: Pick<AnalysisPart, "key" | "figures">): boolean {
  const rate = figures["win-rate"];
  return key !== BLANK && rate.value.value !== null && rate.n >= RANKED_FROM;
}

function rateOf(part: { readonly figures: DealFigures }): number {
  return part.figures["win-rate"].value.value ?? 0;
}
