import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joinLetters, LETTERS, parseLetters, toggleLetter } from "../../../../core/team/letters.ts";

const letters = fc.subarray([...LETTERS]).map((list) => list.join(""));

describe("parseLetters", () => {
  it.each([
    ["R", "R"],
    ["ra", "RA"],
    ["A R", "RA"],
    ["ｒ／ａ", "RA"],
    ["C、I", "CI"],
    ["rr", "R"],
    ["负责、批准", "RA"],
    ["知会", "I"],
    ["", ""],
    [" - ", ""],
  ])("reads %j as %j", (text, expected) => {
    expect(parseLetters(text)).toBe(expected);
  });

  it.each(["X", "RX", "负", "1", "R?", "王芳"])("refuses %j", (text) => {
    expect(parseLetters(text)).toBeNull();
  });

  it("reads back every set of letters in any order and case", () => {
    fc.assert(
      fc.property(letters, fc.boolean(), (set, lower) => {
        const shuffled = [...set].toReversed().join(" ");
        expect(parseLetters(lower ? shuffled.toLowerCase() : shuffled)).toBe(set);
      }),
    );
  });
});

describe("toggleLetter", () => {
  it("twice leads back", () => {
    fc.assert(
      fc.property(letters, fc.constantFrom(...LETTERS), (set, letter) => {
        expect(toggleLetter(toggleLetter(set, letter), letter)).toBe(set);
      }),
    );
  });
});

describe("joinLetters", () => {
  it("is the same from both sides and does nothing twice", () => {
    fc.assert(
      fc.property(letters, letters, (a, b) => {
        expect(joinLetters(a, b)).toBe(joinLetters(b, a));
        expect(joinLetters(joinLetters(a, b), b)).toBe(joinLetters(a, b));
      }),
    );
  });
});
