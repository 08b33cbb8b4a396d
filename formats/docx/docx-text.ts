import type { PaperTone } from "../../core/base/paper.ts";

const MARK_BY_TONE: Readonly<Record<PaperTone, string>> = {
  ahead: "▲",
  "on-pace": "·",
  behind: "▼",
  "at-risk": "●",
  muted: "·",
};

/** The mark before a line of a list: its state by sign, or a point. */
export function markOf(tone: PaperTone | undefined): string {
  return tone === undefined ? "·" : MARK_BY_TONE[tone];
}

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/u;

/** How much room a text takes on a line, in widths of a digit: a Chinese character takes two. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, char) => sum + (WIDE.test(char) ? 2 : 1), 0);
}
