import type { Paper, PaperTone } from "../../core/base/paper.ts";
import type { Locale } from "../../core/words/dictionary.ts";

/** The look of a document in a word processor, as `formats/html/document-css.ts` has it on paper. Lengths in twentieths of
 * a point, sizes of type in half points. */
export const PAGE = { width: 11_906, height: 16_838, top: 1134, side: 907, bottom: 1020, head: 567 } as const;

/** How wide the text is: on a sheet that stands, or on one that lies on its side. */
export function textWidthOf({ isWide }: Pick<Paper, "isWide">): number {
  return (isWide === true ? PAGE.height : PAGE.width) - 2 * PAGE.side;
}

export const INK = "1F2328";
export const QUIET = "5B6068";
export const ACCENT = "B83A2B";
export const HAIRLINE = "D8D2C6";
export const FAINT = "E8E3D9";
export const TINT = "F6F3EC";

export const COLOR_BY_TONE: Readonly<Record<PaperTone, string>> = {
  ahead: "14695A",
  "on-pace": INK,
  behind: "7E5400",
  "at-risk": "A02F22",
  muted: QUIET,
};

export const SIZE = { title: 36, section: 25, table: 20, body: 19, small: 17, figure: 28 } as const;

/** Fonts that Word has on Windows and on macOS. In Chinese the quotation marks and dashes are those of the Chinese font. */
export function fontOf(locale: Locale) {
  return {
    ascii: "Calibri",
    hAnsi: "Calibri",
    cs: "Calibri",
    eastAsia: "Microsoft YaHei",
    ...(locale === "zh-CN" ? { hint: "eastAsia" } : {}),
  };
}

export const NO_LINE = { style: "none", size: 0, color: "auto" } as const;
/** No line on any side of a table and between its cells. */
export const NO_LINES = {
  top: NO_LINE,
  bottom: NO_LINE,
  left: NO_LINE,
  right: NO_LINE,
  insideHorizontal: NO_LINE,
  insideVertical: NO_LINE,
} as const;

/** A line of half a point, or of another thickness in eighths of a point. */
export function line(color: string, size = 4) {
  return { style: "single", size, color } as const;
}
