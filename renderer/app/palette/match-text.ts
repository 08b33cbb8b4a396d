/* How well a text answers what was typed: characters as they stand, or the pinyin of the Chinese ones, whole or by initials. */

/** The readings of a Chinese character, in plain letters; none for any other. */
export type PinyinOf = (character: string) => readonly string[];

const NO_READINGS: readonly string[] = [];

/** Before the readings are loaded no character has one. */
export const withoutPinyin: PinyinOf = () => NO_READINGS;

/** The smaller the better: 0 the same, 1 begins so, 2 a word begins so, 3 holds it, 4 pinyin from the start, 5 pinyin inside.
 * `null`: no answer. Both texts in lower case. Several words must each be answered; the worst counts. */
export function matchText(text: string, query: string, pinyinOf: PinyinOf): number | null {
  let worst = 0;
  for (const term of query.split(/\s+/)) {
    if (term === "") continue;
    const found = matchTerm(text, term, pinyinOf);
    if (found === null) return null;
    worst = Math.max(worst, found);
  }
  return worst;
}

function matchTerm(text: string, term: string, pinyinOf: PinyinOf): number | null {
  const at = text.indexOf(term);
  if (at === 0) return text.length === term.length ? 0 : 1;
  if (at > 0) return /[\s\-_/·（(]/.test(text[at - 1]!) ? 2 : 3;
  if (!/^[a-z]+$/.test(term)) return null;
  for (let start = 0; start < text.length; start += 1) {
    if (spells(text, start, { term, pinyinOf })) return start === 0 ? 4 : 5;
  }
  return null;
}

/** Whether the letters spell the text from a place on: each character by its whole reading or its first letter, the last one
 * by as much of its reading as was typed. */
function spells(
  text: string,
  from: number,
  ask: { readonly term: string; readonly pinyinOf: PinyinOf },
): boolean {
  const { term, pinyinOf } = ask;
  const character = text[from];
  if (character === undefined) return false;
  for (const reading of pinyinOf(character)) {
    if (reading.startsWith(term)) return true;
    if (term.startsWith(reading) && spells(text, from + 1, { term: term.slice(reading.length), pinyinOf })) {
      return true;
    }
    if (reading[0] === term[0] && spells(text, from + 1, { term: term.slice(1), pinyinOf })) return true;
  }
  return false;
}
