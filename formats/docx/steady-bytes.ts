import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { Zippable } from "fflate";
import { xmlText } from "../xml-text.ts";

/** A package carries times; fixed ones, so that the same document gives the same bytes. The first day that a zip can name. */
const ZIP_TIME = Date.UTC(1980, 0, 2);
const WRITTEN_AT = "2000-01-01T00:00:00Z";
const CONTENT_TYPES = "[Content_Types].xml";
/** What the maker of the package draws at random for the links between its parts. */
const RANDOM_LINK = /\brId[a-z0-9_-]{21}(?=")/g;
const BOOKMARK_NUMBER = /(<w:bookmark(?:Start|End)\b[^>]*\bw:id=")(\d+)/g;
/** Headings that the contents lead to: the maker counts them through all documents that it has made. */
const CONTENTS_MARK = /_Toc\d+(?=[" ])/g;
const DRAWING_NUMBER = /(<wp:docPr\b[^>]*?\bid=")\d+/g;
const TIME = /(<dcterms:(?:created|modified)\b[^>]*>)[^<]*/g;
const NO_WIDTH = /<a:ln w="0"[^>]*>.*?<\/a:ln>/gs;

/** Takes what is random or of the moment out of a package: link names, bookmarks, marks of the contents and drawings are counted, times are fixed, in
 * workbooks within too. The list of content types stands first, as Word writes it. Also takes lines of no width out of
 * charts, which would be drawn as thin ones, and what is no character of XML, which the maker of the package lets through (half a pair
 * has become U+FFFD by then). */
export function steadyBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const parts = unzipSync(bytes);
  const names = Object.keys(parts).toSorted((a, b) =>
    a === CONTENT_TYPES ? -1 : b === CONTENT_TYPES ? 1 : a < b ? -1 : 1,
  );
  const numberByLink = new Map<string, number>();
  const steady: Zippable = {};
  for (const name of names)
    steady[name] = [steadyPart(name, parts[name]!, numberByLink), { mtime: ZIP_TIME }];
  return zipSync(steady, { level: 6 }) as Uint8Array<ArrayBuffer>;
}

function steadyPart(name: string, bytes: Uint8Array, numberByLink: Map<string, number>): Uint8Array {
  if (name.endsWith(".xlsx")) return steadyBytes(bytes);
  if (!/\.(xml|rels)$/.test(name)) return bytes;
  let drawing = 0;
  const bookmarks: string[] = [];
  const marks: string[] = [];
  const text = xmlText(strFromU8(bytes))
    .replaceAll(RANDOM_LINK, (link) => {
      const number = numberByLink.get(link) ?? numberByLink.size + 1;
      numberByLink.set(link, number);
      return `rIdPart${number}`;
    })
    .replaceAll(BOOKMARK_NUMBER, (_, before: string, number: string) => {
      if (!bookmarks.includes(number)) bookmarks.push(number);
      return `${before}${bookmarks.indexOf(number) + 1}`;
    })
    .replaceAll(CONTENTS_MARK, (mark) => {
      if (!marks.includes(mark)) marks.push(mark);
      return `_Toc${marks.indexOf(mark) + 1}`;
    })
    .replaceAll(DRAWING_NUMBER, (_, before: string) => `${before}${(drawing += 1)}`)
    .replaceAll(TIME, `$1${WRITTEN_AT}`)
    .replaceAll(NO_WIDTH, "<a:ln><a:noFill/></a:ln>");
  return strToU8(text);
}
