import type { PinyinOf } from "./match-text.ts";

const NO_READINGS: readonly string[] = [];
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

/** Before the readings are loaded no character has one. */
export const withoutPinyin: PinyinOf = () => NO_READINGS;
