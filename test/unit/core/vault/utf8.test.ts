import fc from "fast-check";
import { expect, test } from "vitest";
import { utf8Bytes, utf8Text } from "../../../../core/vault/utf8.ts";

const UNITS = fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 1, maxLength: 60 });
/** Texts that are taken whole, in pieces, and whole again. */
const REPEATS = [1, 2000, 40_000];

test("texts of any length become the bytes that TextEncoder makes of them, halves of pairs that stand alone too", () => {
  fc.assert(
    fc.property(UNITS, fc.constantFrom(...REPEATS), (units, times) => {
      const text = `${String.fromCharCode(...units)}九宫格是三乘三的格子😀a`.repeat(times);
      expect(Buffer.compare(utf8Bytes(text), new TextEncoder().encode(text))).toBe(0);
    }),
    { numRuns: 30 },
  );
});

test("bytes of any length become the text that TextDecoder makes of them, wherever the pieces are cut", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 8 }), fc.constantFrom(...REPEATS), (shift, times) => {
      const bytes = new TextEncoder().encode(`${"x".repeat(shift)}${"九宫格😀é".repeat(times)}`);
      expect(utf8Text(bytes)).toBe(new TextDecoder().decode(bytes));
    }),
    { numRuns: 30 },
  );
});

test("damaged bytes become the same marks in pieces as whole", () => {
  const bytes = new Uint8Array(200_000).map((_, at) => (at % 5 === 0 ? 0xe4 : at % 256));
  expect(utf8Text(bytes)).toBe(new TextDecoder().decode(bytes));
});
