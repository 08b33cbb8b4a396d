import type { Brand } from "./brand.ts";

/** A hybrid logical clock reading that sorts as text: `<ms, 9 base-36 digits>-<counter, 4>-<device>`. */
export type Stamp = Brand<string, "Stamp">;

/** Who wrote a record's fields last: one stamp when all fields share it, else a stamp by field with "" for the rest. */
export type Stamps = Stamp | Readonly<Record<string, Stamp>>;

/** A clock beyond the year 5138 is broken: it counts no further, and no stamp that comes from elsewhere may be later. */
export const LAST_MS = 1e14;

/** Makes the next stamp: never behind the wall clock, never behind the last stamp seen, unique per device.
 * A clock set back keeps counting from the last stamp (Kulkarni et al., Logical Physical Clocks, 2014). At the very last stamp there is
 * it stands still, which no honest clock reaches.
 * @example nextStamp(null, 1000, "d1") // => "0000000rs-0000-d1"
 * @example nextStamp("0000000rs-0000-d1", 900, "d1") // => "0000000rs-0001-d1"
 */
export function nextStamp(last: Stamp | null, nowMs: number, device: string): Stamp {
  const wall = msDigits(Number.isFinite(nowMs) ? Math.floor(nowMs) : 0);
  if (last === null || wall > last.slice(0, 9)) return `${wall}-0000-${device}` as Stamp;
  const counter = parseInt(last.slice(10, 14), 36) + 1;
  if (counter >= 36 ** 4) {
    if (stampMs(last) >= LAST_MS) return `${last.slice(0, 14)}-${device}` as Stamp;
    return `${msDigits(stampMs(last) + 1)}-0000-${device}` as Stamp;
  }
  return `${last.slice(0, 9)}-${counter.toString(36).padStart(4, "0")}-${device}` as Stamp;
}

/** The moment a stamp was made, in milliseconds since 1970 as its device believed.
 * @example stampMs("0000000rs-0000-d1") // => 1000
 */
export function stampMs(stamp: Stamp): number {
  return parseInt(stamp.slice(0, 9), 36);
}

/** The later of two clocks' last stamps.
 * @example laterStamp(null, "0000000rs-0000-d1") // => "0000000rs-0000-d1"
 */
export function laterStamp(a: Stamp | null, b: Stamp | null): Stamp | null {
  return a === null || (b !== null && b > a) ? b : a;
}

function msDigits(ms: number): string {
  return Math.min(Math.max(0, ms), LAST_MS).toString(36).padStart(9, "0");
}
