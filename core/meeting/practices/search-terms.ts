/* What a text is found by. Words are cut by `Intl.Segmenter`, which Node and every browser have; Chinese has no spaces, and one
 * word may be cut in two ways in two sentences, so that neighbouring characters stand for it. */

const HAN = /\p{Script=Han}+/gu;
const IS_HAN = /^\p{Script=Han}+$/u;
const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

/** The terms under which a text is indexed: words of other scripts in lower case, every two neighbouring Chinese characters, the
 * last of each run alone, and a Chinese word of two once more, so that it counts above a chance pair.
 * @example indexTerms("Zoho 报价单") // => ["zoho", "报价", "报价", "价单", "单"]
 */
export function indexTerms(text: string): readonly string[] {
  const folded = foldText(text);
  const words = wordsOf(folded).filter((word) => !IS_HAN.test(word) || lettersOf(word).length === 2);
  return [...words, ...(folded.match(HAN) ?? []).flatMap(pairsOfRun)];
}

/** The terms that a query asks for, all of them: its words; a Chinese word of three or more by its pairs.
 * @example queryTerms("报价单 CRM") // => ["报价", "单", "crm"]
 * @example queryTerms(" ") // => []
 */
export function queryTerms(typed: string): readonly string[] {
  const terms = wordsOf(foldText(typed)).flatMap((word) => {
    const letters = lettersOf(word);
    return IS_HAN.test(word) && letters.length > 2 ? pairsOf(letters) : [word];
  });
  return [...new Set(terms)];
}

/** Whether a term is Chinese.
 * @example isHan("报价") // => true
 */
export function isHan(term: string): boolean {
  return IS_HAN.test(term);
}

/** Full-width forms narrowed, letters lowered, character by character: the ways of writing that are found alike.
 * @example foldText("ＣＲＭ") // => "crm"
 */
export function foldText(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}

function wordsOf(folded: string): readonly string[] {
  const words: string[] = [];
  for (const { segment, isWordLike } of segmenter.segment(folded)) {
    if (isWordLike === true) words.push(segment);
  }
  return words;
}

function pairsOfRun(run: string): readonly string[] {
  const letters = lettersOf(run);
  return [...pairsOf(letters), letters.at(-1)!];
}

function pairsOf(letters: readonly string[]): readonly string[] {
  return letters.slice(1).map((letter, at) => letters[at]! + letter);
}

function lettersOf(text: string): readonly string[] {
  return Array.from(text);
}
