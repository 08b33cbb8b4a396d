/** What may stand between cells. */
export const DELIMITERS = [",", ";", "\t", "|"] as const;
export type Delimiter = (typeof DELIMITERS)[number];

const SAMPLE_LINES = 50;

/** Finds the delimiter: the one that cuts most lines into the same number of cells, counted outside quotes.
 * Without any, a comma: the file has one column. */
export function sniffDelimiter(text: string): Delimiter {
  const counts = countPerLine(text.slice(0, 200_000));
  let best: Delimiter = ",";
  let bestScore = 0;
  for (const delimiter of DELIMITERS) {
    const score = consistency(counts.map((line) => line[delimiter]));
    if (score > bestScore) [best, bestScore] = [delimiter, score];
  }
  return best;
}

/** Lines that share the most frequent count above zero, weighed by how many cells that makes. */
function consistency(counts: readonly number[]): number {
  const lines = new Map<number, number>();
  for (const count of counts) if (count > 0) lines.set(count, (lines.get(count) ?? 0) + 1);
  let best = 0;
  for (const [count, seen] of lines) best = Math.max(best, seen * Math.log2(1 + count));
  return best;
}

function countPerLine(text: string): Record<Delimiter, number>[] {
  const lines: Record<Delimiter, number>[] = [];
  let line = emptyCount();
  let quoted = false;
  for (const letter of text) {
    if (letter === '"') quoted = !quoted;
    else if (letter === "\n" && !quoted) {
      lines.push(line);
      if (lines.length === SAMPLE_LINES) return lines;
      line = emptyCount();
    } else if (!quoted && Object.hasOwn(line, letter)) line[letter as Delimiter] += 1;
  }
  lines.push(line);
  return lines;
}

function emptyCount(): Record<Delimiter, number> {
  return { ",": 0, ";": 0, "\t": 0, "|": 0 };
}
