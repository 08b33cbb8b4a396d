import { describe, expect, test } from "vitest";
import { passphraseStrength } from "../../../../../core/vault/share/passphrase-strength.ts";

describe("passphraseStrength", () => {
  test.each([
    ["", "short"],
    ["abcdefg", "short"],
    ["abcdefgh", "weak"],
    ["abcdefghijkl", "fair"],
    ["abcdefghijklmnopqrst", "strong"],
    ["山高月小水落石", "fair"],
    ["山高月小水落石出草木", "strong"],
  ])("%s is %s", (passphrase, strength) => {
    expect(passphraseStrength(passphrase)).toBe(strength);
  });

  test("the same few letters over and over do not make a strong one", () => {
    expect(passphraseStrength("aaaaaaaaaaaaaaaaaa")).toBe("short");
    expect(passphraseStrength("111111111111")).toBe("short");
  });

  test("spaces around it do not count", () => {
    expect(passphraseStrength("  abcdefg   ")).toBe("short");
  });
});
