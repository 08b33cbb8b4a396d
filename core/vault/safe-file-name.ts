import { utf8Bytes } from "./utf8.ts";

const RESERVED = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])( *\.| *$)/i;
const LENGTH_MAX = 100;
/** Linux and macOS count bytes and stop at 255; what is left is for a number or a temporary ending. */
const BYTES_MAX = 230;

/** A name that every system takes, keeping as much of the wanted one as can be: NFC, none of `<>:"/\|?*` and no control or
 * direction characters, no name that Windows keeps for devices, no dot or space at the end, at most 100 characters and
 * 230 bytes with the ending.
 * @example safeFileName("华东: Q3/2026?.json") // => "华东 Q3 2026.json"
 * @example safeFileName("con.json") // => "con_.json"
 * @example safeFileName("///") // => "file"
 */
export function safeFileName(wanted: string): string {
  const plain = wanted
    .normalize("NFC")
    .replace(/[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, " ")
    .replace(/\s+/g, " ")
    .replace(/ \./g, ".")
    .replace(/^[ .]+|[ .]+$/g, "");
  const dot = plain.lastIndexOf(".");
  const ending = dot > 0 && plain.length - dot <= 11 ? plain.slice(dot) : "";
  const stem = ending === "" ? plain : plain.slice(0, dot);
  const short = shorten(stem, LENGTH_MAX - [...ending].length, BYTES_MAX - utf8Length(ending)).replace(
    /[ .]+$/,
    "",
  );
  if (short === "") return `file${ending}`;
  return RESERVED.test(short) ? `${short.replace(/^([^.]*)/, "$1_")}${ending}` : short + ending;
}

/** As many whole characters as there is room for. */
function shorten(text: string, charsMax: number, bytesMax: number): string {
  let kept = "";
  let bytes = 0;
  for (const char of [...text].slice(0, charsMax)) {
    bytes += utf8Length(char);
    if (bytes > bytesMax) break;
    kept += char;
  }
  return kept;
}

function utf8Length(text: string): number {
  return utf8Bytes(text).length;
}

/** Safe names that differ on every system, also where capitals do not count: a name that comes again gets a number.
 * @example distinctFileNames(["王芳.docx", "王芳.docx", "A.docx", "a.docx"]) // => ["王芳.docx", "王芳 (2).docx", "A.docx", "a (2).docx"]
 */
export function distinctFileNames(wanted: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return wanted.map((one) => {
    const name = safeFileName(one);
    const dot = name.lastIndexOf(".");
    let free = name;
    for (let number = 2; taken.has(free.toLowerCase()); number += 1) {
      free = dot > 0 ? `${name.slice(0, dot)} (${number})${name.slice(dot)}` : `${name} (${number})`;
    }
    taken.add(free.toLowerCase());
    return free;
  });
}
