import { foldText, isHan } from "./search-terms.ts";

/** A piece of a text, and whether it is what was looked for. */
export interface MarkedPiece {
  readonly text: string;
  readonly isHit: boolean;
}

/** A text in pieces, those that answer a search marked; the pieces make up the whole text. Terms of other scripts are marked
 * where a word begins with them.
 * @example markHits("看报价单", ["报价", "价单"]) // => [{ text: "看", isHit: false }, { text: "报价单", isHit: true }]
 * @example markHits("A recrm, CRM", ["crm"]) // => [{ text: "A recrm, ", isHit: false }, { text: "CRM", isHit: true }]
 */
export function markHits(text: string, terms: readonly string[]): readonly MarkedPiece[] {
  const letters = Array.from(text);
  const isHit = hitLetters(letters, terms);
  const pieces: MarkedPiece[] = [];
  for (const [at, letter] of letters.entries()) {
    const last = pieces.at(-1);
    if (last && last.isHit === isHit[at])
      pieces[pieces.length - 1] = { text: last.text + letter, isHit: last.isHit };
    else pieces.push({ text: letter, isHit: isHit[at]! });
  }
  return pieces;
}

/** The part of a text around its first hit, at most so many characters, on one line; the beginning where there is none.
 * @example excerpt("一二三四五六七八九十报价单", ["报价"], 6) // => "…九十报价单"
 * @example excerpt("报价单", [], 6) // => "报价单"
 */
export function excerpt(text: string, terms: readonly string[], length: number): string {
  const line = text.replace(/\s+/g, " ").trim();
  const letters = Array.from(line);
  if (letters.length <= length) return line;
  const first = Math.max(0, hitLetters(letters, terms).indexOf(true));
  const from = Math.max(0, first - Math.floor(length / 3));
  const cut = letters.slice(from, from + length).join("");
  return `${from > 0 ? "…" : ""}${cut}${from + length < letters.length ? "…" : ""}`;
}

function hitLetters(letters: readonly string[], terms: readonly string[]): readonly boolean[] {
  // One letter may fold into several: each keeps the place of its own.
  const folded = letters.map(foldText);
  const places = folded.flatMap((part, at) => Array.from({ length: part.length }, () => at));
  const text = folded.join("");
  const isHit = letters.map(() => false);
  for (const term of terms) {
    for (let at = text.indexOf(term); at >= 0 && term !== ""; at = text.indexOf(term, at + 1)) {
      if (!isHan(term) && at > 0 && /[\p{L}\p{N}]/u.test(text[at - 1]!) && !isHan(text[at - 1]!)) continue;
      for (let place = at; place < at + term.length; place += 1) isHit[places[place]!] = true;
    }
  }
  return isHit;
}
