import { TYPED_POWERS } from "./locales/typed-numbers.ts";
import { fail, ok } from "./result.ts";
import type { Result } from "./result.ts";

/** A decimal exactly as it was typed: digits × 10^(power − places). */
export interface TypedNumber {
  /** With sign, without point. */
  readonly digits: bigint;
  readonly places: number;
  readonly percent: boolean;
  /** The multiple that was typed behind it, as a power of ten: 0 for 元, 3 for 千 and k, 4 for 万, 6 for 百万 and M, 8 for 亿;
   * `null` for a bare number or a percentage. */
  readonly power: number | null;
}

/** Why a text is no number: it is none at all, or what stands behind it is no multiple that we know. */
export type TypedNumberProblem =
  { readonly kind: "number" } | { readonly kind: "suffix"; readonly suffix: string };

/** Reads a number as people type and paste it: full-width and half-width, spaces, thousands marks, a currency sign, one
 * minus in front or behind or brackets for it, 元 千 万 百万 亿, k and M, %. `null` for an empty text. A comma that marks no
 * thousands is refused, for it might be a decimal one: 1,5 is never 15. Nothing is rounded.
 * @example readTypedNumber("１．２万") // => { ok: true, value: { digits: 12n, places: 1, percent: false, power: 4 } }
 * @example readTypedNumber("(1,234)") // => { ok: true, value: { digits: -1234n, places: 0, percent: false, power: null } }
 * @example readTypedNumber("1,5") // => { ok: false, error: { kind: "number" } }
 */
export function readTypedNumber(text: string): Result<TypedNumber | null, TypedNumberProblem> {
  const plain = text.normalize("NFKC").replace(/\s+/g, "").toLowerCase();
  if (plain === "") return ok(null);
  const bracketed = /^\((.*)\)$/.exec(plain);
  const match = /^([+-]?)[¥$€£]?([+-]?)([\d,']{0,30})(?:\.(\d{0,15}))?([^\d.,'-]{0,8})(-?)$/.exec(
    bracketed?.[1] ?? plain,
  );
  const whole = (match?.[3] ?? "").replace(/[,']/g, "");
  const fraction = match?.[4] ?? "";
  if (!match || whole + fraction === "" || !areThousands(match[3] ?? "")) return fail({ kind: "number" });
  const minuses = [match[1], match[2], match[6]].filter((sign) => sign === "-").length + (bracketed ? 1 : 0);
  if (minuses > 1) return fail({ kind: "number" });
  const suffix = match[5] ?? "";
  const percent = suffix === "%";
  const power = TYPED_POWERS.find(([pattern]) => pattern.test(suffix))?.[1] ?? null;
  if (suffix !== "" && !percent && power === null) return fail({ kind: "suffix", suffix });
  const digits = BigInt(whole + fraction) * (minuses === 1 ? -1n : 1n);
  return ok({ digits, places: fraction.length, percent, power });
}

/** The number as a JavaScript number, the nearest there is; a percentage as its fraction.
 * @example typedNumberValue({ digits: 853n, places: 1, percent: true, power: null }) // => 0.853
 */
export function typedNumberValue(typed: TypedNumber): number {
  const exponent = (typed.power ?? 0) - typed.places - (typed.percent ? 2 : 0);
  return Number(`${typed.digits}e${exponent}`) + 0;
}

/** The number in steps of 10^−shift (2 for fen of a yuan), exactly; `null` when it is finer than a step.
 * @example typedNumberSteps({ digits: 12n, places: 1, percent: false, power: 4 }, 2) // => 1200000n
 * @example typedNumberSteps({ digits: 1005n, places: 3, percent: false, power: 0 }, 2) // => null
 */
export function typedNumberSteps(typed: TypedNumber, shift: number): bigint | null {
  const exponent = (typed.power ?? 0) + shift - typed.places;
  if (exponent >= 0) return typed.digits * 10n ** BigInt(exponent);
  const scale = 10n ** BigInt(-exponent);
  return typed.digits % scale === 0n ? typed.digits / scale : null;
}

/** Marks stand before groups of three, or of four as in 1,0000; anything else may be a decimal comma. */
function areThousands(whole: string): boolean {
  return !/[,']/.test(whole) || /^\d{1,3}([,']\d{3})+$/.test(whole) || /^\d{1,4}(,\d{4})+$/.test(whole);
}
