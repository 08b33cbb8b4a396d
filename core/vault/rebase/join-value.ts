import { isSame } from "../../base/same.ts";

/** One value in three states: as who changed it saw it, as they want it, and as it has become meanwhile. */
export interface Versions {
  readonly base: unknown;
  readonly mine: unknown;
  readonly now: unknown;
}

/** Both changed a value in ways that cannot both hold. */
export const CLASH = Symbol("clash");

/** What an element of a list is known by: the first of these that all elements have. */
const KEYS = ["id", "key", "memberId", "kpiId", "number"] as const;

/** One value of three, or `CLASH`. What one side alone changed is taken. Where both did: objects are joined key by key; lists by
 * their elements, where these are texts or have an id; of single values `mine` holds, for it was said last. A list
 * without such elements, and what one side removed while the other changed it, clash.
 * @example joinValue({ base: 1, mine: 1, now: 2 }) // => 2
 * @example joinValue({ base: ["a"], mine: ["a", "c"], now: ["a", "b"] }) // => ["a", "b", "c"]
 */
export function joinValue({ base, mine, now }: Versions): unknown {
  if (isSame(mine, base) || isSame(mine, now)) return now;
  if (isSame(now, base)) return mine;
  // Where there was nothing, an empty value is what a new record or part begins with.
  if (base === undefined && isEmpty(mine)) return now;
  if (base === undefined && isEmpty(now)) return mine;
  if (isFields(mine) && isFields(now) && (base === undefined || isFields(base))) {
    return joinFields({ base: base ?? {}, mine, now });
  }
  if (Array.isArray(mine) && Array.isArray(now) && (base === undefined || Array.isArray(base))) {
    return joinLists({ base: (base ?? []) as readonly unknown[], mine, now });
  }
  return isSingle(mine) && isSingle(now) ? mine : CLASH;
}

type Fields = Readonly<Record<string, unknown>>;

function joinFields({ base, mine, now }: { base: Fields; mine: Fields; now: Fields }): unknown {
  const joined: [string, unknown][] = [];
  for (const key of new Set([...Object.keys(now), ...Object.keys(mine)])) {
    const value = joinValue({ base: own(base, key), mine: own(mine, key), now: own(now, key) });
    if (value === CLASH) return CLASH;
    if (value !== undefined) joined.push([key, value]);
  }
  return Object.fromEntries(joined);
}

interface Lists {
  readonly base: readonly unknown[];
  readonly mine: readonly unknown[];
  readonly now: readonly unknown[];
}

function joinLists({ base, mine, now }: Lists): unknown {
  const keyOf = sharedKey([...base, ...mine, ...now]);
  const [before, wanted, present] = [base, mine, now].map((list) => keyOf && byKey(list, keyOf));
  if (!before || !wanted || !present) return CLASH;
  const joined = new Map<string, unknown>();
  for (const key of new Set([...present.keys(), ...wanted.keys()])) {
    const value = joinElement({ base: before.get(key), mine: wanted.get(key), now: present.get(key) });
    if (value === CLASH) return CLASH;
    if (value !== undefined) joined.set(key, value);
  }
  const isReordered = !isSame(common(wanted, before), common(before, wanted));
  const [first, second] = isReordered ? [wanted, present] : [present, wanted];
  return inOrder([...first.keys()], [...second.keys()], joined).map((key) => joined.get(key));
}

/** `undefined`: it is gone. */
function joinElement({ base, mine, now }: Versions): unknown {
  if (base === undefined)
    return mine === undefined || isSame(mine, now) ? now : now === undefined ? mine : CLASH;
  if (mine !== undefined && now !== undefined) return joinValue({ base, mine, now });
  return isSame(mine ?? now, base) || (mine === undefined && now === undefined) ? undefined : CLASH;
}

/** The first list's order; what only the second has follows what it follows there. */
function inOrder(
  first: readonly string[],
  second: readonly string[],
  joined: ReadonlyMap<string, unknown>,
): readonly string[] {
  const keys = first.filter((key) => joined.has(key));
  for (const [at, key] of second.entries()) {
    if (!joined.has(key) || keys.includes(key)) continue;
    const isLast = second.slice(at).every((one) => !first.includes(one));
    const before = second.slice(0, at).findLast((one) => keys.includes(one));
    keys.splice(isLast ? keys.length : before === undefined ? 0 : keys.indexOf(before) + 1, 0, key);
  }
  return keys;
}

function common(one: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>): readonly string[] {
  return [...one.keys()].filter((key) => other.has(key));
}

type KeyOf = (element: unknown) => string;

function sharedKey(elements: readonly unknown[]): KeyOf | null {
  if (elements.every((one) => typeof one === "string")) return String;
  if (!elements.every(isFields)) return null;
  const name = KEYS.find((key) => elements.every((one) => Object.hasOwn(one, key)));
  return name === undefined ? null : (one) => String((one as Fields)[name]);
}

/** `null` where two have the same key. */
function byKey(list: readonly unknown[], keyOf: KeyOf): ReadonlyMap<string, unknown> | null {
  const found = new Map(list.map((one) => [keyOf(one), one]));
  return found.size === list.length ? found : null;
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isEmpty(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return value === "";
  return Object.keys(value).length === 0;
}

function isSingle(value: unknown): boolean {
  return typeof value !== "object" || value === null;
}

function own(fields: Fields, key: string): unknown {
  return Object.hasOwn(fields, key) ? fields[key] : undefined;
}
