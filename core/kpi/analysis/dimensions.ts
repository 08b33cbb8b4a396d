import { dayFromNumber } from "../../base/day.ts";
import { message } from "../../base/message.ts";
import type { Message } from "../../base/message.ts";
import { periodOf } from "../../base/period.ts";
import type { PeriodId } from "../../base/period.ts";
import type { Customer, Deal } from "../../customer/records.ts";
import { inOrder } from "../../team/team-rows.ts";
import type { KpiContext } from "../context.ts";
import { memoBy } from "../memo-by.ts";
import { subjectLabel } from "../subject-label.ts";
import type { LineBook } from "./line-book.ts";

/** What deals can be compared by. */
export const DIMENSIONS = [
  "member",
  "group",
  "lead-source",
  "industry",
  "product",
  "quarter",
  "month",
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** The part of deals that nobody or nothing claims: it stays visible and comes last. */
export const BLANK = "";

/** The code of the part of a dimension that each line belongs to; 0 for none.
 * @example partCodes(kpiWorld({}), lineBook([], newCodes()), "product").length // => 0
 */
export function partCodes(context: KpiContext, book: LineBook<Deal>, dimension: Dimension): Int32Array {
  if (dimension === "member" || dimension === "group") return book[dimension];
  return memoBy([book], `parts:${dimension}:${context.settings.fiscalStart}`, () => {
    const partOf = partFinder(context, book, dimension);
    return Int32Array.from(book.facts, (_, line) => book.codes.codeOf(partOf(line) ?? null));
  });
}

function partFinder(
  context: KpiContext,
  { facts, customer, codes, day }: LineBook<Deal>,
  dimension: Exclude<Dimension, "member" | "group">,
): (line: number) => string | undefined {
  const customers = customerById(context);
  switch (dimension) {
    case "product":
      return (line) => facts[line]!.product;
    case "lead-source":
      return (line) => facts[line]!.leadSource ?? customers.get(codes.textOf(customer[line]!))?.leadSource;
    case "industry":
      return (line) => customers.get(codes.textOf(customer[line]!))?.industry;
    default: {
      // Finding a day's period costs more than everything else about a line: each day is asked once.
      const periods = new Map<number, string>();
      return (line) => {
        const on = day[line]!;
        const known = periods.get(on);
        if (known !== undefined) return known;
        const { id } = periodOf(dayFromNumber(on), dimension, context.settings.fiscalStart);
        periods.set(on, id);
        return id;
      };
    }
  }
}

/** What a part is called.
 * @example partLabel(kpiWorld({}), "member", "") // => { key: "base.unassigned" }
 * @example partLabel(kpiWorld({}), "product", "X") // => "X"
 */
export function partLabel(context: KpiContext, dimension: Dimension, key: string): string | Message {
  if (key === BLANK) {
    if (dimension === "member") return message("base.unassigned");
    return message(dimension === "group" ? "customer.analysis.no-group" : "customer.analysis.blank");
  }
  if (dimension === "member") return subjectLabel(context, { kind: "member", id: key as never });
  if (dimension === "group") return subjectLabel(context, { kind: "group", id: key as never });
  if (dimension === "quarter" || dimension === "month") {
    return message("customer.analysis.period", { period: { period: key as PeriodId } });
  }
  return key;
}

/** The parts of a dimension in the order in which people look for them: members and groups as the manager sorts them, periods by
 * time, the rest by what is won; `BLANK` last.
 * @example orderedParts(kpiWorld({ members: [aMember("m1")] }), "member", new Map([["", 9], ["m1", 1]])) // => ["m1", ""]
 */
export function orderedParts(
  context: KpiContext,
  dimension: Dimension,
  sizes: ReadonlyMap<string, number>,
): readonly string[] {
  const known = knownOrder(context, dimension);
  const place = (key: string) => (key === BLANK ? 2e9 : known ? (known.get(key) ?? 1e9) : 0);
  const isTime = dimension === "quarter" || dimension === "month";
  return [...sizes.keys()].toSorted((a, b) => {
    const byPlace = place(a) - place(b);
    if (byPlace !== 0) return byPlace;
    const bySize = isTime ? 0 : sizes.get(b)! - sizes.get(a)!;
    return bySize || (a < b ? -1 : a > b ? 1 : 0);
  });
}

function knownOrder(context: KpiContext, dimension: Dimension): ReadonlyMap<string, number> | null {
  if (dimension === "member") {
    return new Map(inOrder(context.rows.members).map((member, at) => [member.id as string, at]));
  }
  if (dimension !== "group") return null;
  return new Map(inOrder(context.rows.groups).map((group, at) => [group.id as string, at]));
}

function customerById({ facts }: KpiContext): ReadonlyMap<string, Customer> {
  return memoBy([facts.customers], "analysis-customers", () => {
    const all = new Map<string, Customer>();
    for (const chunk of facts.customers) for (const customer of chunk) all.set(customer.id, customer);
    return all;
  });
}
