import type { Message } from "./message.ts";

/** What a person or a file can get wrong comes back as a value; a programmer's error is thrown. */
export type Result<T, E = readonly Problem[]> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

/** One thing that is wrong: where, and a message that names the field and the remedy. */
export interface Problem {
  /** The field, column or path at fault, as the person knows it; absent when the whole input is. */
  readonly field?: string;
  readonly message: Message;
}

/** Wraps a value as a success.
 * @example ok(3) // => { ok: true, value: 3 }
 */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** Wraps what went wrong as a failure.
 * @example fail("full") // => { ok: false, error: "full" }
 */
export function fail<E>(error: E): { readonly ok: false; readonly error: E } {
  return { ok: false, error };
}
