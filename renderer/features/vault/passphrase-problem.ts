/** A passphrase is worth its name from here on. */
const LEAST_LETTERS = 8;

/** What is wrong with a new passphrase that was typed twice. */
export function passphraseProblem(first: string, second: string): "short" | "differ" | null {
  if ([...first].length < LEAST_LETTERS) return "short";
  return first === second ? null : "differ";
}
