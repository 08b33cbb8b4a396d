import { decodeText } from "./decode-text.ts";
import { FREQUENT } from "./locales/frequent-characters.ts";

/** Encodings that the reader can choose from, by their names for `TextDecoder`. */
export const ENCODINGS = [
  "utf-8",
  "gb18030",
  "windows-1252",
  "utf-16le",
  "utf-16be",
  "big5",
  "shift_jis",
  "euc-kr",
  "windows-1251",
] as const;
export type Encoding = (typeof ENCODINGS)[number];

const OTHER_NAMES: Readonly<Record<string, Encoding>> = {
  utf8: "utf-8",
  gbk: "gb18030",
  gb2312: "gb18030",
  cp936: "gb18030",
  cp1252: "windows-1252",
  "iso-8859-1": "windows-1252",
  latin1: "windows-1252",
  utf16le: "utf-16le",
  "utf-16": "utf-16le",
  utf16be: "utf-16be",
  sjis: "shift_jis",
  "shift-jis": "shift_jis",
  cp1251: "windows-1251",
};

/** The encoding of a name as people write it ("GBK", "latin1"), or `undefined`. */
export function encodingOf(name: string): Encoding | undefined {
  const plain = name.trim().toLowerCase();
  return ENCODINGS.find((known) => known === plain) ?? OTHER_NAMES[plain];
}

export interface EncodingGuess {
  readonly encoding: Encoding;
  /** How sure: 1 for a byte order mark or strict UTF-8, else how far the text looks more like this one than the next. */
  readonly confidence: number;
  /** Bytes of a byte order mark to pass over. */
  readonly bomLength: number;
  /** The text, where finding the encoding took decoding all of it. */
  readonly text?: string;
}

const SAMPLE_BYTES = 262_144;
const CANDIDATES = [
  ["gb18030", new Set<string>(FREQUENT.simplified)],
  ["big5", new Set<string>(FREQUENT.traditional)],
  ["shift_jis", new Set<string>(FREQUENT.japanese)],
  ["euc-kr", new Set<string>(FREQUENT.korean)],
  ["windows-1251", new Set<string>(FREQUENT.cyrillic)],
  ["windows-1252", new Set<string>(FREQUENT.western)],
] as const;

/** Finds a text's encoding: byte order mark, then strict UTF-8, then UTF-8 with a few torn characters, then what reads like
 * a language. That bytes can be decoded proves nothing ("München" in Windows-1252 decodes as GB18030 without an error), so
 * the letters are looked at. */
export function detectEncoding(bytes: Uint8Array): EncodingGuess {
  return byMark(bytes) ?? byZeros(bytes) ?? byStrictUtf8(bytes) ?? byNearlyUtf8(bytes) ?? byLook(bytes);
}

function byMark(bytes: Uint8Array): EncodingGuess | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    return { encoding: "utf-8", confidence: 1, bomLength: 3 };
  }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: "utf-16le", confidence: 1, bomLength: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: "utf-16be", confidence: 1, bomLength: 2 };
  return null;
}

/** UTF-16 without a mark shows as a zero in every other byte of Latin text. */
function byZeros(bytes: Uint8Array): EncodingGuess | null {
  const sample = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  for (const [index, value] of sample.entries()) if (value === 0) zeros[index % 2]! += 1;
  const half = sample.length / 2;
  if (half < 2) return null;
  if (zeros[1]! > half * 0.4 && zeros[0]! < half * 0.1) {
    return { encoding: "utf-16le", confidence: 0.9, bomLength: 0 };
  }
  if (zeros[0]! > half * 0.4 && zeros[1]! < half * 0.1) {
    return { encoding: "utf-16be", confidence: 0.9, bomLength: 0 };
  }
  return null;
}

function byStrictUtf8(bytes: Uint8Array): EncodingGuess | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { encoding: "utf-8", confidence: 1, bomLength: 0, text };
  } catch {
    return null;
  }
}

/** How many whole characters beyond ASCII speak for UTF-8 against each torn one: a download that was cut off, a field that
 * was cut at its longest length. */
const WHOLE_TO_TORN = 4;

function byNearlyUtf8(bytes: Uint8Array): EncodingGuess | null {
  const text = new TextDecoder("utf-8").decode(sampleAroundHighBytes(bytes));
  const torn = text.split("\ufffd").length - 1;
  const whole = text.match(/[^\p{ASCII}\ufffd]/gu)?.length ?? 0;
  if (whole === 0 || whole < torn * WHOLE_TO_TORN) return null;
  return { encoding: "utf-8", confidence: Math.round((1 - torn / whole) * 90) / 100, bomLength: 0 };
}

function byLook(bytes: Uint8Array): EncodingGuess {
  const sample = sampleAroundHighBytes(bytes);
  const scored = CANDIDATES.map(([encoding, frequent]) => ({
    encoding,
    score: plausibility(decodeText(sample, encoding), encoding, frequent),
  })).toSorted((a, b) => b.score - a.score);
  const [best, next] = [scored[0]!, scored[1]!];
  return { encoding: best.encoding, confidence: confidenceOf(best.score, next.score), bomLength: 0 };
}

function confidenceOf(best: number, next: number): number {
  if (best <= 0) return 0;
  return Math.round(Math.min(0.99, (best - Math.max(0, next)) / best) * 100) / 100;
}

/** The share of letters beyond ASCII that are frequent in the script; letters that cannot be, count against. A letter of a
 * script with words must stand beside another of its kind: an accent stands among Latin letters, a Cyrillic one does not. */
function plausibility(text: string, encoding: Encoding, frequent: ReadonlySet<string>): number {
  const letters = [...text];
  let high = 0;
  let score = 0;
  for (const [index, letter] of letters.entries()) {
    const code = letter.codePointAt(0)!;
    if (code < 128) continue;
    high += 1;
    if (code === 0xfffd || (code >= 0x80 && code < 0xa0) || (code >= 0xe000 && code < 0xf900)) score -= 2;
    else if (frequent.has(letter)) score += weightAmong(encoding, letters[index - 1], letters[index + 1]);
    else if (encoding === "windows-1251" && isSignInWord(letters, index)) score -= 1;
    else if (isWidePunctuation(code) && frequent.size > 100) score += 0.6;
  }
  return high === 0 ? 0 : score / high;
}

function weightAmong(encoding: Encoding, before: string | undefined, after: string | undefined): number {
  if (encoding !== "windows-1251" && encoding !== "windows-1252") return 1;
  const neighbours = [before, after].filter(
    (letter) => letter !== undefined && /\p{L}/u.test(letter),
  ) as string[];
  if (neighbours.length === 0) return 0.5;
  const isLatin = neighbours.some((letter) => /[a-z]/i.test(letter));
  return isLatin === (encoding === "windows-1252") ? 1 : -0.5;
}

const IN_NO_WORD = new Set("\u00ad·¶§®±µ¦¬°");

/** A sign that no word has inside it: other encodings show as such when they are taken for Cyrillic. */
function isSignInWord(letters: readonly string[], index: number): boolean {
  if (!IN_NO_WORD.has(letters[index]!)) return false;
  return [letters[index - 1], letters[index + 1]].some(
    (letter) => letter !== undefined && /\p{Script=Cyrillic}/u.test(letter),
  );
}

function isWidePunctuation(code: number): boolean {
  return (code >= 0x3000 && code < 0x3020) || (code >= 0xff00 && code < 0xff61);
}

/** The lines that hold bytes beyond ASCII, up to a fixed size, cut at line ends so that no character is torn. */
function sampleAroundHighBytes(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= SAMPLE_BYTES) return bytes;
  const first = bytes.findIndex((value) => value > 127);
  const start = first < 0 ? 0 : Math.max(0, bytes.lastIndexOf(10, first) + 1);
  const end = bytes.lastIndexOf(10, Math.min(bytes.length - 1, start + SAMPLE_BYTES));
  return bytes.subarray(start, end > start ? end : Math.min(bytes.length, start + SAMPLE_BYTES));
}
