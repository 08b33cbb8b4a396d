const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;
const LENGTH_MAX = 100;

/** A name that every system takes, keeping as much of the wanted one as can be: NFC, none of `<>:"/\|?*` and no control or
 * direction characters, no name that Windows keeps for devices, no dot or space at the end, at most 100 characters with the ending.
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
  const short = [...stem]
    .slice(0, LENGTH_MAX - [...ending].length)
    .join("")
    .replace(/[ .]+$/, "");
  if (short === "") return `file${ending}`;
  return RESERVED.test(short) ? `${short.replace(/^([^.]*)/, "$1_")}${ending}` : short + ending;
}
