const MOST_SUGGESTED = 12;

/** Of many names those that hold the text so far, a dozen at most: a list of a hundred thousand deals is no help. */
export function matchingLabels(labels: readonly string[], typed: string): readonly string[] {
  const wanted = typed.trim().toLowerCase();
  const found = new Set<string>();
  for (const label of labels) {
    if (label.toLowerCase().includes(wanted)) found.add(label);
    if (found.size === MOST_SUGGESTED) break;
  }
  return [...found];
}
