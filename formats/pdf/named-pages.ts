/** On which page of a PDF each place stands that its links lead to, by the place's name, counted from 1. Reads what Chromium
 * writes: a plain list of objects, a tree of pages and a list of named places. Empty where a file is written otherwise. */
export function namedPages(pdf: Uint8Array): ReadonlyMap<string, number> {
  const text = new TextDecoder("latin1").decode(pdf);
  const objects = objectsOf(text);
  const root = objects(/\/Root (\d+) 0 R/.exec(text.slice(text.lastIndexOf("trailer")))?.[1]);
  const pages = pagesUnder(objects, /\/Pages (\d+) 0 R/.exec(root)?.[1], 0);
  const numberByPage = new Map(pages.map((page, at) => [page, at + 1]));
  const places = objects(/\/Dests (\d+) 0 R/.exec(root)?.[1]);
  const numberByName = new Map<string, number>();
  for (const [, name, page] of places.matchAll(/\/([^\s/[\]()<>]+) \[(\d+) 0 R/g)) {
    const number = numberByPage.get(page!);
    if (number !== undefined) numberByName.set(name!, number);
  }
  return numberByName;
}

type Objects = (number: string | undefined) => string;

/** No tree of pages is deeper; a broken file could lead round in a circle. */
const DEEPEST = 20;

/** The text of an object by its number; empty where there is none. */
function objectsOf(text: string): Objects {
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1] ?? Number.NaN);
  const [head, , count] = /^xref\s+(\d+) (\d+)\s+/.exec(text.slice(start, start + 40)) ?? [];
  if (head === undefined) return () => "";
  return (number) => {
    if (number === undefined || Number(number) >= Number(count)) return "";
    const at = start + head.length + Number(number) * 20;
    const from = Number(text.slice(at, at + 10));
    const end = text.indexOf("endobj", from);
    return text.startsWith(`${number} 0 obj`, from) && end > 0 ? text.slice(from, end) : "";
  };
}

function pagesUnder(objects: Objects, number: string | undefined, depth: number): readonly string[] {
  const object = objects(number);
  if (number === undefined || object === "" || depth > DEEPEST) return [];
  const kids = /\/Kids \[([^\]]*)\]/.exec(object);
  if (!kids) return [number];
  return [...kids[1]!.matchAll(/(\d+) 0 R/g)].flatMap(([, kid]) => pagesUnder(objects, kid, depth + 1));
}
