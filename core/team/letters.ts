import { LETTER_BY_WORD } from "./locales/letter-words.ts";

/** R 负责 (does it), A 批准 (answers for it, one only), C 咨询 (is asked), I 知会 (is told). */
export const LETTERS = ["R", "A", "C", "I"] as const;
export type Letter = (typeof LETTERS)[number];

/** Reads what a person types or pastes into a cell of the matrix: letters in any order, case and width, with or without
 * separators, or the Chinese words. Gives the letters in the order R A C I, each once; "" clears; `null` for anything else.
 * @example parseLetters("a，r") // => "RA"
 * @example parseLetters("负责") // => "R"
 * @example parseLetters(" ") // => ""
 * @example parseLetters("X") // => null
 */
export function parseLetters(text: string): string | null {
  const lettered = Object.entries(LETTER_BY_WORD).reduce(
    (rest, [word, letter]) => rest.replaceAll(word, letter),
    text.normalize("NFKC"),
  );
  const plain = lettered.toUpperCase().replace(/[\s,;、/|+&.·–—-]/g, "");
  return /^[RACI]*$/.test(plain) ? sortLetters(plain) : null;
}

/** Puts a letter in, or takes it out when it is there.
 * @example toggleLetter("RC", "A") // => "RAC"
 * @example toggleLetter("RA", "A") // => "R"
 */
export function toggleLetter(letters: string, letter: Letter): string {
  return letters.includes(letter) ? letters.replace(letter, "") : sortLetters(letters + letter);
}

/** All letters of both, in the order R A C I.
 * @example joinLetters("CA", "R") // => "RAC"
 */
export function joinLetters(a: string, b: string): string {
  return sortLetters(a + b);
}

/** Whether the letters make the member an owner of the duty: R or A.
 * @example isOwner("RC") // => true
 * @example isOwner("CI") // => false
 */
export function isOwner(letters: string): boolean {
  return letters.includes("R") || letters.includes("A");
}

function sortLetters(letters: string): string {
  return LETTERS.filter((letter) => letters.includes(letter)).join("");
}
