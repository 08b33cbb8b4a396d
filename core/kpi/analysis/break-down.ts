import type { Message } from "../../base/message.ts";
import type { Deal } from "../../customer/records.ts";
import type { KpiContext } from "../context.ts";
import type { AnalysedDeals, AnalysisFilter } from "./analysis-filter.ts";
import { dealFigures } from "./deal-figures.ts";
import type { DealFigures } from "./deal-figures.ts";
import { BLANK, orderedParts, partCodes, partLabel } from "./dimensions.ts";
import type { Dimension } from "./dimensions.ts";
import type { LineBook } from "./line-book.ts";

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
 * @example breakDown(kpiWorld({}), { subject: { kind: "team" }, source: null, period: period("2026-03", 1) }, { deals: analysedDeals(kpiWorld({}), { subject: { kind: "team" }, source: null, period: period("2026-03", 1) }), dimension: "member" }) // => []
 */
export function breakDown(
  context: KpiContext,
  filter: AnalysisFilter,
  of: { readonly deals: AnalysedDeals; readonly dimension: Dimension },
): readonly AnalysisPart[] {
  const { deals, dimension } = of;
  const parts = new Map<string, AnalysedPart>();
  const sort = (into: keyof AnalysedPart) => {
    const { book, at } = deals[into];
    const codes = partCodes(context, book, dimension);
    const known = new Map<number, number[]>();
    for (const line of at) {
      const lines = known.get(codes[line]!);
      if (lines) lines.push(line);
      else known.set(codes[line]!, [line]);
    }
    for (const [code, lines] of known) {
      const key = book.codes.textOf(code);
      parts.set(key, { ...(parts.get(key) ?? emptyPart(book)), [into]: { book, at: lines } });
    }
  };
  sort("won");
  sort("lost");
  // Open deals have no day yet on which they would belong to a period.
  if (dimension !== "month" && dimension !== "quarter") sort("open");
  // A team sees that nobody's deals are none, rather than wonder where they are.
  if (dimension === "member" && parts.size > 0 && !parts.has(BLANK)) {
    parts.set(BLANK, emptyPart(deals.won.book));
  }
  const sizes = new Map([...parts].map(([key, part]) => [key, part.won.at.length]));
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

type AnalysedPart = Pick<AnalysedDeals, "won" | "lost" | "open">;

function emptyPart(book: LineBook<Deal>): AnalysedPart {
  const none = { book, at: [] };
  return { won: none, lost: none, open: none };
}

function isRanked({ key, figures }: Pick<AnalysisPart, "key" | "figures">): boolean {
  const rate = figures["win-rate"];
  return key !== BLANK && rate.value.value !== null && rate.n >= RANKED_FROM;
}

function rateOf(part: { readonly figures: DealFigures }): number {
  return part.figures["win-rate"].value.value ?? 0;
}
