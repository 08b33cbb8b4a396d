/** What a plain workbook says of its sheets. */
export interface PlainBook {
  readonly sheetNames: readonly string[];
  readonly is1904: boolean;
}

const SHEET_PART = /^xl\/worksheets\/[^/]+\.xml$/;
const WORKBOOK_PART = "xl/workbook.xml";
/** In a sheet: formulas, merged cells, dates written as text, and names of elements with a prefix. */
const NOT_PLAIN = ["<f>", "<f ", "<f/", "<mergeCell", 't="d"', "<x:"] as const;
const LONGEST_MARK = 10;
const SHEET = /<sheet ([^<>]*)>/g;
const NAME = /(?:^| )name="([^"&]+)"/;

/** Looks at the parts of a workbook as they are unpacked and tells whether it is plain: cells with values and nothing else, all
 * sheets shown. That is what CRMs export, and the library reads such a book row by row, in less time and room. */
export class PlainBookLook {
  #isPlain = true;
  #workbook = "";
  readonly #latin1 = new TextDecoder("latin1");
  readonly #utf8 = new TextDecoder();
  #lastPart = "";
  #tail = "";

  /** The next piece of a part. */
  readonly see = (part: string, piece: Uint8Array): void => {
    if (part === WORKBOOK_PART) this.#workbook += this.#utf8.decode(piece, { stream: true });
    if (!this.#isPlain || !SHEET_PART.test(part)) return;
    if (part !== this.#lastPart) this.#tail = "";
    this.#lastPart = part;
    const text = this.#tail + this.#latin1.decode(piece);
    if (NOT_PLAIN.some((mark) => text.includes(mark))) this.#isPlain = false;
    this.#tail = text.slice(-LONGEST_MARK);
  };

  /** The sheets of a plain workbook; `null` for any other, and where its list of sheets is not as usual. */
  result(): PlainBook | null {
    if (!this.#isPlain) return null;
    const tags = [...this.#workbook.matchAll(SHEET)].map(([, attributes]) => attributes!);
    const names = tags.map((attributes) => NAME.exec(attributes)?.[1]);
    const isUsual =
      names.length > 0 &&
      names.every((name) => name !== undefined) &&
      tags.every((attributes) => !attributes.includes("state=")) &&
      names.length === this.#workbook.split("<sheet ").length - 1;
    if (!isUsual) return null;
    return { sheetNames: names as string[], is1904: /date1904="(1|true)"/.test(this.#workbook) };
  }
}
