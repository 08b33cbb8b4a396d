import { matchPairs } from "../../core/customer/match/match-pairs.ts";
import { matchRecords } from "../../core/customer/match/match-records.ts";
import { soundOf } from "../../core/customer/match/sound-of.ts";
import { factsOf } from "../../core/vault/workspace.ts";
import type { Workspace } from "../../core/vault/workspace.ts";
import { twoBooks } from "../builders/two-books.ts";
import type { BenchFigure } from "./harness.ts";

const SIZES = [1_000, 3_000, 10_000] as const;
const FLOOR = "structuredClone of the same customers";

export const figures: readonly BenchFigure[] = [
  {
    name: "two systems' customers compared: every pair that may be one, with its reasons",
    floorName: FLOOR,
    of: "× 2 customers",
    sizes: SIZES,
    samples: 7,
    prepare(size) {
      const book = twoBooks(size);
      const customers = factsOf(book, "customers");
      return {
        run() {
          const found = matchPairs(unseen(book), "customers", soundOf).length;
          // A made-up name may begin like a city and be read as one.
          if (found < 0.99 * size) throw new Error("nearly every customer has its twin");
        },
        floor: () => structuredClone(customers),
      };
    },
  },
  {
    name: "all certain pairs accepted: records composed, links moved",
    floorName: FLOOR,
    of: "× 2 customers",
    sizes: SIZES,
    samples: 7,
    prepare(size) {
      const book = twoBooks(size);
      const customers = factsOf(book, "customers");
      const pairs = matchPairs(book, "customers", soundOf).filter(({ certainty }) => certainty === "certain");
      return { run: () => matchRecords(book, pairs), floor: () => structuredClone(customers) };
    },
  },
];

/** The same customers on pages that no memory has seen. */
function unseen(book: Workspace): Workspace {
  const { pages, pageIndexById } = book.facts.customers;
  const fresh = pages.map(({ rows, stamps }) => ({ rows: [...rows], stamps }));
  return { ...book, facts: { ...book.facts, customers: { pages: fresh, pageIndexById } } };
}
