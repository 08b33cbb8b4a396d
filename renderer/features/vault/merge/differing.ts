import { isSame } from "../../../../core/base/same.ts";

type Fields = Readonly<Record<string, unknown>>;

/** What an element of a list is known by. */
const KEYS = ["id", "key", "memberId", "kpiId", "skillId", "header", "number"] as const;
/** What it is called, the first that it has. */
const NAMES = [
  "name",
  "title",
  "kpiId",
  "memberId",
  "dealId",
  "skillId",
  "header",
  "number",
  "kind",
  "label",
  "expected",
];
/** The whole of an object of which only a part is said: what kind it is of decides how its values are said. */
export const WHOLE = Symbol("whole");

/** Two values without what they share inside: of two objects the fields that differ, of two elements of lists that are known by
 * the same key these and what they are called. Anything else comes back as it is. */
export function differing(mine: unknown, theirs: unknown): readonly [unknown, unknown] {
  if (isFields(mine) && isFields(theirs)) return differingFields(mine, theirs, []);
  if (!Array.isArray(mine) || !Array.isArray(theirs)) return [mine, theirs];
  const key = KEYS.find((name) => [...mine, ...theirs].every((one) => isFields(one) && name in one));
  if (key === undefined) return [mine, theirs];
  const other = (list: readonly unknown[], one: unknown) =>
    list.find((element) => (element as Fields)[key] === (one as Fields)[key]);
  const part = (list: readonly unknown[], others: readonly unknown[]) =>
    list.map((one) => {
      const same = other(others, one);
      return same === undefined || isSame(one, same)
        ? one
        : differingFields(one as Fields, same as Fields, namesOf(one as Fields))[0];
    });
  return [part(mine, theirs), part(theirs, mine)];
}

/** Whether two lists hold the same in another order. */
export function isReordered(mine: unknown, theirs: unknown): boolean {
  if (!Array.isArray(mine) || !Array.isArray(theirs) || mine.length !== theirs.length) return false;
  const rest = [...(theirs as readonly unknown[])];
  return (
    !isSame(mine, theirs) &&
    mine.every((one: unknown) => {
      const at = rest.findIndex((other) => isSame(one, other));
      return at >= 0 && rest.splice(at, 1).length > 0;
    })
  );
}

/** The field that says what an object is called, where it has one.
 * It comes first and needs no name of its own. */
export function namesOf(value: Fields): readonly string[] {
  const name = NAMES.find((one) => typeof value[one] === "string" || isBilingual(value[one]));
  return name === undefined ? [] : [name];
}

function differingFields(mine: Fields, theirs: Fields, kept: readonly string[]): readonly [Fields, Fields] {
  const left: Record<string | symbol, unknown> = { [WHOLE]: mine };
  const right: Record<string | symbol, unknown> = { [WHOLE]: theirs };
  for (const name of new Set([...kept, ...Object.keys(mine), ...Object.keys(theirs)])) {
    if (!kept.includes(name) && isSame(mine[name], theirs[name])) continue;
    const isCalled = kept.includes(name);
    [left[name], right[name]] = isCalled ? [mine[name], theirs[name]] : differing(mine[name], theirs[name]);
  }
  return [left, right];
}

function isFields(value: unknown): value is Fields {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  return isObject && !isBilingual(value) && !("key" in value && Object.keys(value).length <= 2);
}

function isBilingual(value: unknown): boolean {
  return typeof value === "object" && value !== null && "zh" in value && "en" in value;
}
