import { xmlText } from "../xml-text.ts";

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Makes text harmless inside HTML and SVG, in elements and in quoted attributes. Characters that XML does not have go. */
export function escapeHtml(text: string): string {
  return xmlText(text).replace(/[&<>"']/g, (char) => ESCAPES[char] ?? char);
}
