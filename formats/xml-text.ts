/** What is no character of XML 1.0: most controls, halves of pairs, U+FFFE and U+FFFF. One of them anywhere, even as a reference, and
 * a whole part of a document cannot be read. */
const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** A text without what XML does not have. Everything else stays as it is. */
export function xmlText(text: string): string {
  return text.replace(NOT_XML, "");
}
