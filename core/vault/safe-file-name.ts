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
