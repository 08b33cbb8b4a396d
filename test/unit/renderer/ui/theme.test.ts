import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("../../../../renderer/ui/theme.css", import.meta.url), "utf8");
const TEXT = ["ink", "ink2", "accent", "ahead", "behind", "risk"];
const GROUPS = ["teal", "blue", "violet", "amber", "rose", "slate"].map((name) => `group-${name}`);
const SURFACES = ["paper", "raised", "sel"];

/** WCAG 2.2, relative luminance of an sRGB colour. */
function luminance(hex: string): number {
  const channels = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);
  const [r, g, b] = channels.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (light! + 0.05) / (dark! + 0.05);
}

function palette(selector: string): (name: string) => string {
  const body = css.slice(css.indexOf(`${selector} {`)).split("}")[0]!;
  return (name) => new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(body)![1]!;
}

describe.each([
  ["light", '[data-theme="light"]'],
  ["dark", ':root[data-theme="dark"]'],
])("the %s palette", (_, selector) => {
  const color = palette(selector);

  it.each([...TEXT, ...GROUPS].flatMap((text) => SURFACES.map((surface) => [text, surface])))(
    "--%s on --%s has a contrast of at least 4.5",
    (text, surface) => {
      expect(contrast(color(text), color(surface))).toBeGreaterThanOrEqual(4.5);
    },
  );

  it("the label of a primary button has a contrast of at least 4.5", () => {
    expect(contrast(color("on-accent"), color("accent"))).toBeGreaterThanOrEqual(4.5);
  });
});
