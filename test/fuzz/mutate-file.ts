import { between, pick } from "../../core/vault/sample/random.ts";
import type { Random } from "../../core/vault/sample/random.ts";

/** Pieces that have broken readers of tables before. */
const NASTY = [
  '"',
  '""',
  '"\n',
  ",",
  ";",
  "\t",
  "|",
  "\r",
  "\n\n",
  "\0",
  "\ufeff",
  "\u202e",
  "__proto__",
  "constructor",
  "=1+1",
  "#REF!",
  "1e999",
  "-0",
  "9".repeat(40),
  "0000-00-00",
  "31/02/2025",
  "5.80502800005686E+18",
  "合计",
  "（必填）",
  "<!DOCTYPE x>",
  "&a;",
  "A".repeat(2000),
  "🙂",
  "%s%n",
  "PK\u0003\u0004",
  "</c>",
  '<c r="XFD1048576"><v>1</v></c>',
] as const;

/** A file's bytes changed in a few places, each the way of damage or of malice. */
export function mutateFile(bytes: Uint8Array<ArrayBuffer>, random: Random): Uint8Array<ArrayBuffer> {
  let mutated = bytes;
  for (let left = between(random, 1, 6); left > 0; left -= 1) mutated = mutateOnce(mutated, random);
  return mutated;
}

function mutateOnce(bytes: Uint8Array<ArrayBuffer>, random: Random): Uint8Array<ArrayBuffer> {
  const at = between(random, 0, bytes.length);
  const length = between(random, 0, Math.min(200, bytes.length - at));
  const piece = bytes.slice(at, at + length);
  switch (between(random, 0, 6)) {
    case 0:
      return splice(bytes, { at, remove: length, insert: new Uint8Array() });
    case 1:
      return splice(bytes, { at, remove: 0, insert: piece });
    case 2:
      return bytes.slice(0, at);
    case 3:
      return splice(bytes, { at, remove: 1, insert: Uint8Array.of(between(random, 0, 255)) });
    case 4:
      return splice(bytes, { at, remove: length, insert: piece.toReversed() });
    default:
      return splice(bytes, {
        at,
        remove: between(random, 0, 3),
        insert: new TextEncoder().encode(pick(random, NASTY)),
      });
  }
}

function splice(
  bytes: Uint8Array<ArrayBuffer>,
  { at, remove, insert }: { readonly at: number; readonly remove: number; readonly insert: Uint8Array },
): Uint8Array<ArrayBuffer> {
  const end = Math.min(bytes.length, at + remove);
  const joined = new Uint8Array(at + insert.length + bytes.length - end);
  joined.set(bytes.subarray(0, at));
  joined.set(insert, at);
  joined.set(bytes.subarray(end), at + insert.length);
  return joined;
}
