/** The points through which a KPI's score runs, in the order of its direction: threshold, target, stretch. */
export interface ScoreLine {
  readonly direction: "higher" | "lower";
  readonly threshold: number;
  readonly target: number;
  /** The target itself when there is no stretch. */
  readonly stretch: number;
  /** Score at the threshold and at the stretch. */
  readonly floor: number;
  readonly cap: number;
}

/** A fraction with a positive denominator. */
interface Fraction {
  readonly up: bigint;
  readonly down: bigint;
}

const PLACES = 12;

/** The score of a result: below the threshold 0; from there in a straight line to 100 at the target and to the cap at the
 * stretch; never more. Lower is better: the same with the order reversed. Threshold = target steps to 100 at the target;
 * target = stretch means no stretch. Computed in whole numbers from the decimals as they are written (4 % between 5 % and 3 %
 * is exactly 80) and cut after 12 decimals, so that it never falls as the result improves. Throws when the points are not in
 * order (`isOrdered`). Source: formulas, KPI score.
 * @example scoreAt({ direction: "higher", threshold: 80, target: 100, stretch: 120, floor: 60, cap: 120 }, 90) // => 80
 * @example scoreAt({ direction: "lower", threshold: 0.05, target: 0.03, stretch: 0.01, floor: 60, cap: 120 }, 0.02) // => 110
 */
export function scoreAt(line: ScoreLine, result: number): number {
  if (!isOrdered(line)) throw new RangeError("threshold, target and stretch are not in order");
  const sign = line.direction === "higher" ? 1n : -1n;
  const decimals = [result, line.threshold, line.target, line.stretch].map(decimalOf);
  const scale = Math.max(...decimals.map((one) => one.places));
  const [x, threshold, target, stretch] = decimals.map(
    (one) => sign * one.digits * 10n ** BigInt(scale - one.places),
  ) as [bigint, bigint, bigint, bigint];
  if (x < threshold) return 0;
  if (x < target) return between(line.floor, 100, { up: x - threshold, down: target - threshold });
  if (x < stretch) return between(100, line.cap, { up: x - target, down: stretch - target });
  return target === stretch ? 100 : line.cap;
}

/** Whether threshold, target and stretch stand in the order of the direction; equal neighbours are in order.
 * @example isOrdered({ direction: "lower", threshold: 5, target: 3, stretch: 1, floor: 60, cap: 120 }) // => true
 * @example isOrdered({ direction: "higher", threshold: 5, target: 3, stretch: 1, floor: 60, cap: 120 }) // => false
 */
export function isOrdered(line: Pick<ScoreLine, "direction" | "threshold" | "target" | "stretch">): boolean {
  const { threshold, target, stretch } = line;
  if (![threshold, target, stretch].every(Number.isFinite)) return false;
  return line.direction === "higher"
    ? threshold <= target && target <= stretch
    : threshold >= target && target >= stretch;
}

function between(from: number, to: number, part: Fraction): number {
  const start = decimalOf(from);
  const end = decimalOf(to);
  const scale = Math.max(start.places, end.places);
  const a = start.digits * 10n ** BigInt(scale - start.places);
  const b = end.digits * 10n ** BigInt(scale - end.places);
  const up = (a * part.down + (b - a) * part.up) * 10n ** BigInt(PLACES);
  const down = part.down * 10n ** BigInt(scale);
  return Number(up / down) / 10 ** PLACES;
}

/** The shortest decimal that means this number: 0.1 is 1 with one place. */
function decimalOf(value: number): { readonly digits: bigint; readonly places: number } {
  const [mantissa = "0", exponent = "0"] = String(value).split("e");
  const [whole = "0", fraction = ""] = mantissa.split(".");
  const places = fraction.length - Number(exponent);
  const digits = BigInt(whole + fraction);
  return places >= 0 ? { digits, places } : { digits: digits * 10n ** BigInt(-places), places: 0 };
}
