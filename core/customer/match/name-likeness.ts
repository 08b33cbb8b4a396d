/** How alike two short texts are, from 0 to 1: the share of neighbouring letter pairs that both have (Dice).
 * @example likeness("华信科技", "华信科技发展") // => 0.75
 * @example likeness("acme", "acme") // => 1
 */
export function likeness(one: string, two: string): number {
  if (one === two) return 1;
  const pairs = pairsOf(one);
  const others = pairsOf(two);
  if (pairs.size === 0 || others.size === 0) return 0;
  let shared = 0;
  for (const pair of pairs) if (others.has(pair)) shared += 1;
  return (2 * shared) / (pairs.size + others.size);
}

function pairsOf(text: string): ReadonlySet<string> {
  const letters = [...text];
  return new Set(letters.slice(1).map((letter, index) => letters[index]! + letter));
}
