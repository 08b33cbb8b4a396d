import type { Brand } from "./brand.ts";

/** A whole number of the currency's smallest unit (fen, cents). Never a fraction, never a float of yuan. */
export type Money = Brand<number, "Money">;

/** Whole parts per million: how rates that touch money are kept. 5.1 % is 51 000. */
export type Ppm = Brand<number, "Ppm">;

export const ZERO = 0 as Money;

/** 100 % in parts per million. */
export const WHOLE_PPM = 1_000_000 as Ppm;

/** Takes a whole number of the smallest unit as money; throws on fractions and unsafe integers.
 * @example money(1250) // => 1250
 */
export function money(minor: number): Money {
  if (!Number.isSafeInteger(minor)) throw new RangeError(`money is a whole number of minor units: ${minor}`);
  return (minor === 0 ? 0 : minor) as Money;
}

/** Adds amounts; throws when the sum leaves the safe integers on its way.
 * @example sumMoney([100, 250]) // => 350
 */
export function sumMoney(amounts: Iterable<Money>): Money {
  let sum = ZERO;
  // Checked at every step: a sum that leaves the safe integers and comes back would be wrong and look right.
  for (const amount of amounts) sum = money(sum + amount);
  return sum;
}

/** Takes a rate of an amount in BigInt; the result is rounded half away from zero, once.
 * 5.1 % of 2 500 fen is 127.5, which is 128.
 * @example multiplyMoney(2500, 51000) // => 128
 * @example multiplyMoney(-2500, 51000) // => -128
 */
export function multiplyMoney(amount: Money, rate: Ppm): Money {
  return money(Number(divideRounded(BigInt(amount) * BigInt(rate), 1_000_000n)));
}

/** Divides two whole numbers and rounds half away from zero. Throws when the divisor is 0.
 * @example divideRounded(5n, 2n) // => 3n
 * @example divideRounded(-5n, 2n) // => -3n
 */
export function divideRounded(dividend: bigint, divisor: bigint): bigint {
  if (divisor === 0n) throw new RangeError("division by zero");
  const negative = dividend < 0n !== divisor < 0n;
  const a = dividend < 0n ? -dividend : dividend;
  const b = divisor < 0n ? -divisor : divisor;
  const rounded = (2n * a + b) / (2n * b);
  return negative ? -rounded : rounded;
}

/** Where it is not 2: ISO 4217, amendment 176. */
const DIGITS_BY_CURRENCY: ReadonlyMap<string, number> = new Map([
  ...["BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG"].map((code) => [code, 0] as const),
  ...["RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF"].map((code) => [code, 0] as const),
  ...["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"].map((code) => [code, 3] as const),
  ...["CLF", "UYW"].map((code) => [code, 4] as const),
]);

/** How many digits a currency has after the point (ISO 4217); 2 for codes that it does not name.
 * @example currencyDigits("CNY") // => 2
 * @example currencyDigits("JPY") // => 0
 */
export function currencyDigits(currency: string): number {
  return DIGITS_BY_CURRENCY.get(currency) ?? 2;
}

/** Prints money in main units with a point and all its digits, as the command line and CSV do.
 * @example moneyToDecimal(1234567, "CNY") // => "12345.67"
 * @example moneyToDecimal(-5, "CNY") // => "-0.05"
 */
export function moneyToDecimal(amount: Money, currency: string): string {
  const digits = currencyDigits(currency);
  const text = Math.abs(amount)
    .toString()
    .padStart(digits + 1, "0");
  const sign = amount < 0 ? "-" : "";
  if (digits === 0) return sign + text;
  return `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** Reads a plain decimal in main units (`[+-]digits[.digits]`) exactly; further digits are rounded half away from zero.
 * `null` when the text is no such number or too large for a safe integer.
 * @example decimalToMoney("12345.67", "CNY") // => 1234567
 * @example decimalToMoney("0.005", "CNY") // => 1
 * @example decimalToMoney("1e5", "CNY") // => null
 */
export function decimalToMoney(text: string, currency: string): Money | null {
  const match = /^([+-]?)(\d{1,30})(?:\.(\d{1,30}))?$/.exec(text.trim());
  if (!match) return null;
  const digits = currencyDigits(currency);
  const fraction = match[3] ?? "";
  const scaled = BigInt(match[2] + fraction) * 10n ** BigInt(digits);
  const minor = divideRounded(scaled, 10n ** BigInt(fraction.length));
  if (minor > BigInt(Number.MAX_SAFE_INTEGER)) return null;
  return money(match[1] === "-" ? -Number(minor) : Number(minor));
}
