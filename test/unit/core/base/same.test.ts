import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSame } from "../../../../core/base/same.ts";

describe("two plain values", () => {
  it("are the same whatever the order of their keys", () => {
    expect(isSame({ a: 1, b: [2, { c: null }] }, { b: [2, { c: null }], a: 1 })).toBe(true);
  });

  it("differ in an item, its place, a key or a type", () => {
    const pairs: readonly (readonly [unknown, unknown])[] = [
      [
        [1, 2],
        [2, 1],
      ],
      [[1], [1, 1]],
      [{ a: 1 }, { b: 1 }],
      [{ a: 1 }, { a: 1, b: 2 }],
      [{ a: undefined }, {}],
      [{ a: undefined }, { b: undefined }],
      [[], {}],
      [null, {}],
      [null, undefined],
      ["1", 1],
    ];
    expect(pairs.map(([a, b]) => isSame(a, b))).toEqual(pairs.map(() => false));
    expect(pairs.map(([a, b]) => isSame(b, a))).toEqual(pairs.map(() => false));
  });

  it("are not fooled by what every object inherits", () => {
    expect(isSame({ toString: 1 }, { a: 1 })).toBe(false);
    expect(isSame(JSON.parse('{"__proto__":1}'), { a: 1 })).toBe(false);
  });

  it("know NaN, and no negative zero", () => {
    expect(isSame([Number.NaN], [Number.NaN])).toBe(true);
    expect(isSame({ a: 0 }, { a: -0 })).toBe(true);
  });

  it("are the same after a round trip through JSON", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(isSame(value, JSON.parse(JSON.stringify(value)))).toBe(true);
      }),
    );
  });
});
