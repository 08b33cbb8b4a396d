import type { Day } from "../../base/day.ts";
import { message } from "../../base/message.ts";
import type { Message } from "../../base/message.ts";
import { periodOf } from "../../base/period.ts";
import type { PeriodId } from "../../base/period.ts";
import type { Customer } from "../../customer/records.ts";
import { inOrder } from "../../team/team-rows.ts";
import type { KpiContext } from "../context.ts";
import { memoBy } from "../memo-by.ts";
import { subjectLabel } from "../subject-label.ts";
import type { DealLine } from "./analysis-lines.ts";

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

/** Says which part of a dimension a line belongs to; `BLANK` for none.
 * @example partKey(kpiWorld({}), "product")({ fact: { product: "X" } }) // => "X"
 */
export function partKey(context: KpiContext, dimension: Dimension): (line: DealLine) => string {
  switch (dimension) {
    case "member":
      return (line) => line.memberId ?? BLANK;
    case "group":
      return (line) => line.groupId ?? BLANK;
    case "product":
      return ({ fact }) => fact.product ?? BLANK;
    case "lead-source": {
      const customers = customerById(context);
      return ({ fact, customerKey }) => fact.leadSource ?? customers(customerKey)?.leadSource ?? BLANK;
    }
    case "industry": {
      const customers = customerById(context);
      return ({ customerKey }) => customers(customerKey)?.industry ?? BLANK;
    }
    default:
      return (line) => periodIdOf(context, line.day, dimension);
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

function customerById({ facts }: KpiContext): (key: string | null) => Customer | undefined {
  const byKey = memoBy([facts.customers], "analysis-customers", () => {
    const all = new Map<string, Customer>();
    for (const chunk of facts.customers) for (const customer of chunk) all.set(customer.id, customer);
    return all;
  });
  return (key) => (key === null ? undefined : byKey.get(key));
}

/** Finding a day's period costs more than everything else about a line: each month is asked once. */
function periodIdOf(context: KpiContext, day: Day, kind: "quarter" | "month"): string {
  const month = day.slice(0, 7);
  if (kind === "month") return month;
  const { fiscalStart } = context.settings;
  const known = quarterByMonth.get(fiscalStart) ?? new Map<string, string>();
  quarterByMonth.set(fiscalStart, known);
  let id = known.get(month);
  if (id === undefined) {
    id = periodOf(day, "quarter", fiscalStart).id;
    known.set(month, id);
  }
  return id;
}

const quarterByMonth = new Map<number, Map<string, string>>();
