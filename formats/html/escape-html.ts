const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Makes text harmless inside HTML and SVG, in elements and in quoted attributes. Control characters that XML forbids go. */
export function escapeHtml(text: string): string {
  // eslint-disable-next-line no-control-regex -- exactly these characters are meant
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, "")
    .replace(/[&<>"']/g, (char) => ESCAPES[char] ?? char);
}
