import type { Day } from "../base/day.ts";

export type Latest = ReadonlyMap<string, Day>;

/** The latest day of each key over many maps, and the maps that it was found in. */
export interface MergedLatest {
  readonly parts: readonly Latest[];
  readonly latest: Latest;
}

/** So many maps are read in a step of a few milliseconds. */
const PARTS_A_STEP = 16;
/** Where more than one in so many maps is another, all are read again. */
const FEW = 8;

/** The latest day of each key. Where it is known of nearly the same maps, only the keys of those that came and went are
 * looked at: after an edit one map of hundreds is another.
 * @example latestSteps([new Map([["a", "2026-03-01"]]), new Map([["a", "2026-03-09"]])]).next().value.latest.get("a") // => "2026-03-09"
 */
export function* latestSteps(parts: readonly Latest[], before?: MergedLatest): Generator<void, MergedLatest> {
  if (before) {
    const [had, has] = [new Set(before.parts), new Set(parts)];
    const gone = before.parts.filter((part) => !has.has(part));
    const come = parts.filter((part) => !had.has(part));
    if (gone.length === 0 && come.length === 0) return { parts, latest: before.latest };
    if ((gone.length + come.length) * FEW <= parts.length) {
      return { parts, latest: changed(before.latest, { gone, come, parts }) };
    }
  }
  const latest = new Map<string, Day>();
  for (const [at, part] of parts.entries()) {
    for (const [key, on] of part) keepLatest(latest, key, on);
    if (at % PARTS_A_STEP === PARTS_A_STEP - 1) yield;
  }
  return { parts, latest };
}

function changed(
  before: Latest,
  of: {
    readonly gone: readonly Latest[];
    readonly come: readonly Latest[];
    readonly parts: readonly Latest[];
  },
): Latest {
  const latest = new Map(before);
  const open = new Set<string>();
  for (const part of of.gone) {
    for (const [key, on] of part) {
      if (latest.get(key) !== on) continue;
      latest.delete(key);
      open.add(key);
    }
  }
  for (const part of of.come) for (const [key, on] of part) keepLatest(latest, key, on);
  for (const key of open) {
    for (const part of of.parts) {
      const on = part.get(key);
      if (on !== undefined) keepLatest(latest, key, on);
    }
  }
  return latest;
}

/** Notes a day where none so late is known of the key.
 * @example keepLatest(new Map([["a", "2026-03-01"]]), "a", "2026-02-01") // => undefined
 */
export function keepLatest(latest: Map<string, Day>, key: string, on: Day): void {
  const known = latest.get(key);
  if (known === undefined || known < on) latest.set(key, on);
}
