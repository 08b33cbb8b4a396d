import { between, pick } from "../../core/vault/sample/random.ts";
import type { Random } from "../../core/vault/sample/random.ts";

/** Values that have broken readers of JSON before. */
const NASTY: readonly (() => unknown)[] = [
  () => null,
  () => true,
  () => -1,
  () => 1e308,
  () => 2 ** 53,
  () => 0.1,
  () => "",
  () => "9".repeat(5000),
  () => "__proto__",
  () => "constructor",
  () => "2026-02-30",
  () => "<img src=x onerror=alert(1)>",
  () => "\u0000\ud800",
  () => [],
  () => ({}),
  () => [[[[[[[[]]]]]]]],
  () => Array.from({ length: 1000 }, () => 0),
  () => JSON.parse('{"__proto__":{"polluted":true}}') as unknown,
  () => JSON.parse('{"constructor":{"prototype":{"polluted":true}}}') as unknown,
  () => JSON.parse('{"toString":"x","valueOf":null,"hasOwnProperty":1,"length":-1,"then":"x"}') as unknown,
];

type Holder = Record<string, unknown>;

/** Changes a document that JSON.parse gave, in a few places deep inside: values, keys, doubled and left out entries. */
export function mutateJson(document: unknown, random: Random): void {
  for (let left = between(random, 1, 4); left > 0; left -= 1) mutateOnce(document, random);
}

function mutateOnce(document: unknown, random: Random): void {
  const holder = pickHolder(document, random);
  if (!holder) return;
  const keys = Object.keys(holder);
  const key = pick(random, keys);
  switch (between(random, 0, 6)) {
    case 0:
      return remove(holder, key);
    case 1:
      return put(holder, key, holder[pick(random, keys)]);
    case 2:
      return put(
        holder,
        pick(random, ["__proto__", "constructor", "id", "table", "rows", "x"]),
        pick(random, NASTY)(),
      );
    case 3:
      if (Array.isArray(holder)) holder.push(structuredClone(holder[Number(key)]));
      return;
    default:
      return put(holder, key, pick(random, NASTY)());
  }
}

/** An object or list somewhere in the document, reached by a walk of chance. */
function pickHolder(document: unknown, random: Random): Holder | null {
  let found: Holder | null = null;
  let at: unknown = document;
  while (typeof at === "object" && at !== null && Object.keys(at).length > 0) {
    found = at as Holder;
    if (random() < 0.15) break;
    at = found[pick(random, Object.keys(found))];
  }
  return found;
}

function remove(holder: Holder, key: string): void {
  // A list that was given a constructor of its own cannot be cut; JSON.stringify would not say it either.
  if (Array.isArray(holder) && !Object.hasOwn(holder, "constructor")) holder.splice(Number(key), 1);
  else delete holder[key];
}

/** Also `__proto__` becomes a key of its own, as JSON.parse would make it. */
function put(holder: Holder, key: string, value: unknown): void {
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}
