/** Too short to be taken; then from weak to strong. */
export type PassphraseStrength = "short" | "weak" | "fair" | "strong";

/** Below this a passphrase is found by trying. */
const SHORTEST = 8;
const FAIR = 12;
const STRONG = 20;

/** How hard a passphrase is to find, by its length: a Chinese character counts as two letters, and a character that comes
 * again counts once and a third.
 * @example passphraseStrength("1234567") // => "short"
 * @example passphraseStrength("correct horse battery staple") // => "strong"
 */
export function passphraseStrength(passphrase: string): PassphraseStrength {
  const seen = new Map<string, number>();
  for (const letter of passphrase.normalize("NFC").trim()) seen.set(letter, (seen.get(letter) ?? 0) + 1);
  let length = 0;
  for (const [letter, times] of seen) {
    length += (/\p{Script=Han}/u.test(letter) ? 2 : 1) * Math.min(times, 1 + times / 3);
  }
  if (length < SHORTEST) return "short";
  if (length < FAIR) return "weak";
  return length < STRONG ? "fair" : "strong";
}
