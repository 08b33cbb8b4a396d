import fc from "fast-check";
import { expect, test } from "vitest";
import { longUtf8Bytes } from "../../../../core/vault/utf8.ts";

test("long texts become the bytes that TextEncoder makes of them, halves of pairs that stand alone too", () => {
  const codes = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 });
  fc.assert(
    fc.property(codes, (units) => {
      const text = `${String.fromCharCode(...units)}😀`;
      expect(Buffer.compare(longUtf8Bytes(text), new TextEncoder().encode(text))).toBe(0);
    }),
  );
});
