/** What a file is by its first bytes, whatever its name says. `encrypted` is a workbook with a password, `xls` one of
 * Excel 97–2003, `markup` a web page or XML, which some systems call an Excel file. */
export type FileKind = "xlsx" | "zip" | "xls" | "encrypted" | "pdf" | "image" | "markup" | "text" | "binary";

/** Tells a file's kind from its bytes alone. */
export function fileKindOf(bytes: Uint8Array): FileKind {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return hasWorkbook(bytes) ? "xlsx" : "zip";
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    return hasUtf16(bytes, "EncryptedPackage") ? "encrypted" : "xls";
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) return "pdf";
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47]) || startsWith(bytes, [0xff, 0xd8, 0xff])) return "image";
  if (isBinary(bytes)) return "binary";
  return MARKUP.test(asciiStart(bytes)) ? "markup" : "text";
}

const MARKUP = /^\s*<(!doctype|html|head|body|meta|table|style|\?xml)\b/i;

/** The first letters without byte order mark and the zeros of UTF-16. */
function asciiStart(bytes: Uint8Array): string {
  const plain = bytes.subarray(0, 400).filter((value) => value > 0 && value < 0x80);
  return String.fromCharCode(...plain);
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((value, index) => bytes[index] === value);
}

function hasWorkbook(bytes: Uint8Array): boolean {
  const tail = bytes.subarray(Math.max(0, bytes.length - 1_000_000));
  return hasAscii(tail, "xl/workbook.") || hasAscii(tail, "[Content_Types].xml");
}

function hasAscii(bytes: Uint8Array, text: string): boolean {
  return (
    indexOfBytes(
      bytes,
      [...text].map((letter) => letter.charCodeAt(0)),
    ) >= 0
  );
}

function hasUtf16(bytes: Uint8Array, text: string): boolean {
  return (
    indexOfBytes(
      bytes,
      [...text].flatMap((letter) => [letter.charCodeAt(0), 0]),
    ) >= 0
  );
}

function indexOfBytes(bytes: Uint8Array, wanted: readonly number[]): number {
  const first = wanted[0]!;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((value, index) => bytes[at + index] === value)) return at;
  }
  return -1;
}

/** Stray control characters that even a short text may hold. */
const FEW = 8;

/** Control characters that no text has, unless every other byte is 0 as in UTF-16. */
function isBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 65_536);
  const zeros = [0, 0];
  let controls = 0;
  for (const [index, value] of sample.entries()) {
    if (value === 0) zeros[index % 2]! += 1;
    else if (value < 9 || (value > 13 && value < 32 && value !== 26 && value !== 27)) controls += 1;
  }
  const isUtf16 = zeros.some((count) => count > sample.length * 0.2) || sample[0]! >= 0xfe;
  if (isUtf16) return false;
  return controls + zeros[0]! + zeros[1]! > Math.max(FEW, sample.length * 0.05);
}
