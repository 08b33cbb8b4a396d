import type { AnyFact } from "../import/import-book.ts";
import type { Fingerprint } from "./match-pair.ts";

/** More records than this in one block share something that tells nothing: a switchboard, a landlord's address. */
const LARGEST_BLOCK = 24;

/** After as many records others may have the thread; judging a pair takes longer. */
const SLICE = 2000;
const PAIRS_A_SLICE = 400;

/** Every two records that share a block, once, with a `null` now and then while they are sought. Blocks that are too large
 * are left out: their number grows with the square.
 * @example [...pairUp([{ record: { id: "a" }, blocks: ["x", "y"] }, { record: { id: "b" }, blocks: ["y", "x"] }])].length // => 1
 */
export function* pairUp<F extends Fingerprint>(
  prints: readonly F[],
): Generator<readonly [F, F] | null, void> {
  const seen = new Set<number>();
  const blocks = yield* blocksOf(prints);
  let since = 0;
  for (const block of blocks) {
    since += (block.length * (block.length - 1)) / 2;
    if (since > PAIRS_A_SLICE) {
      since = 0;
      yield null;
    }
    for (const [first, at] of block.entries()) {
      for (const other of block.slice(first + 1)) {
        const pair = at * prints.length + other;
        if (at === other || seen.has(pair)) continue;
        seen.add(pair);
        yield [prints[at]!, prints[other]!];
      }
    }
  }
}

/** Blocks of at least two. Most have one record: those cost no list. */
function* blocksOf(prints: readonly Fingerprint[]): Generator<null, readonly (readonly number[])[]> {
  const blocks = new Map<string, number | number[]>();
  const shared: number[][] = [];
  for (const [at, { blocks: keys }] of prints.entries()) {
    if (at % SLICE === SLICE - 1) yield null;
    for (const key of keys) {
      const block = blocks.get(key);
      if (block === undefined) blocks.set(key, at);
      else if (typeof block === "object") block.push(at);
      else {
        const list = [block, at];
        blocks.set(key, list);
        shared.push(list);
      }
    }
  }
  return shared.filter((block) => block.length <= LARGEST_BLOCK);
}

const printsByMaker = new WeakMap<object, WeakMap<object, readonly Fingerprint[]>>();

/** The fingerprints of a table; a page that did not change keeps its own. Yields between pages.
 * @example printsOf([{ rows: [{ id: "a" }] }], (record) => ({ record, blocks: [] })).next().value // => null
 */
export function* printsOf<R extends AnyFact, F extends Fingerprint<R>>(
  pages: readonly { readonly rows: readonly R[] }[],
  make: (record: R) => F,
): Generator<null, readonly F[]> {
  const known = printsByMaker.get(make) ?? new WeakMap<object, readonly Fingerprint[]>();
  printsByMaker.set(make, known);
  const all: (readonly F[])[] = [];
  for (const page of pages) {
    const before = known.get(page.rows) as readonly F[] | undefined;
    const prints = before ?? page.rows.map(make);
    if (before === undefined) {
      known.set(page.rows, prints);
      yield null;
    }
    all.push(prints);
  }
  return all.flat();
}
