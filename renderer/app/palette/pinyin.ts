import type { PinyinOf } from "./match-text.ts";

const NO_READINGS: readonly string[] = [];
const SLICE_MS = 8;
const readingsByCharacter = new Map<string, readonly string[]>();

/** Loads the readings of Chinese characters; each is looked up once. */
export async function loadPinyin(): Promise<PinyinOf> {
  const { pinyin } = await import("pinyin-pro");
  return (character) => {
    const known = readingsByCharacter.get(character);
    if (known) return known;
    const readings = /\p{Script=Han}/u.test(character)
      ? [...new Set(pinyin(character, { toneType: "none", type: "array", multiple: true, v: true }))]
      : NO_READINGS;
    readingsByCharacter.set(character, readings);
    return readings;
  };
}

/** Looks the characters of texts up before they are asked for, a little at a time, so that typing never waits. */
export async function warmPinyin(texts: readonly string[], pinyinOf: PinyinOf): Promise<void> {
  let began = performance.now();
  for (const text of texts) {
    for (const character of text) pinyinOf(character);
    if (performance.now() - began < SLICE_MS) continue;
    await new Promise((resolve) => setTimeout(resolve));
    began = performance.now();
  }
}
