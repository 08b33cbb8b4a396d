import { pinyin } from "pinyin-pro";

const HAN = /\p{Script=Han}/u;
const soundByCharacter = new Map<string, string>();

/** How a name sounds: Chinese characters as pinyin without tones, the rest as it stands.
 * @example soundOf("华信keji") // => "huaxinkeji"
 */
export function soundOf(text: string): string {
  let sound = "";
  for (const character of text) sound += HAN.test(character) ? characterSound(character) : character;
  return sound;
}

function characterSound(character: string): string {
  const known = soundByCharacter.get(character);
  if (known !== undefined) return known;
  const sound = pinyin(character, { toneType: "none", v: true });
  soundByCharacter.set(character, sound);
  return sound;
}
