import { namedPages } from "./named-pages.ts";

/** The empty place of a page number in a list of contents, as `formats/html/document-html.ts` writes it. */
const PLACE = /<b data-at="([^"]+)"><\/b>/g;

/** Prints a document whose list of contents has places for page numbers: once to learn on which page each section begins, and
 * once more with the numbers in their places, which are as wide as any number. A document without such places is printed once. */
export async function printNumbered(
  html: string,
  print: (html: string) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const printed = await print(html);
  if (html.search(PLACE) < 0) return printed;
  const numberByName = namedPages(printed);
  const numbered = html.replaceAll(PLACE, (place, name: string) => {
    const number = numberByName.get(name);
    return number === undefined ? place : `<b data-at="${name}">${number}</b>`;
  });
  return numbered === html ? printed : print(numbered);
}
