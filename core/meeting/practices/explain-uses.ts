import type { Explanation } from "../../base/explain.ts";
import { message } from "../../base/message.ts";
import type { Practice } from "../records.ts";

/** How often a practice was used again, with each use. Deals are named by `nameOf`; a use without one is the practice's own row.
 * @example explainUses(aPractice("p1", { uses: [{ on: "2026-08-30", note: "x" }] }), () => "").rows.length // => 1
 */
export function explainUses(practice: Practice, nameOf: (dealId: string) => string): Explanation {
  return {
    title: message("meeting.practice.uses.explain", { title: practice.title }),
    value: { unit: "count", value: practice.uses.length },
    formula: message("meeting.practice.uses.formula"),
    ruleVersion: 1,
    inputs: [],
    rows: practice.uses.map(({ on, dealId, note }) => ({
      ref:
        dealId === undefined
          ? { table: "practices" as const, id: practice.id }
          : { table: "deals" as const, id: dealId },
      label: [dealId === undefined ? "" : nameOf(dealId), note].filter((part) => part !== "").join(" · "),
      day: on,
      amount: { unit: "count", value: 1 },
    })),
    notes: [],
  };
}
