/** The longest file name that every file system and archive of ours keeps, in characters. */
const MAX_CHARACTERS = 100;
const RESERVED = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i;

/** Makes a name that Windows, macOS and Linux all accept: composed (NFC), without `<>:"/\|?*` and control characters
 * (each becomes `-`), not reserved, without a dot or space at its ends, at most 100 characters with its ending kept.
 * A name with nothing left becomes `file`.
 * @example safeFileName("2026 Q3: 团队/考核.pdf") // => "2026 Q3- 团队-考核.pdf"
 */
export function safeFileName(name: string): string {
  const cleaned = name
    .normalize("NFC")
    // eslint-disable-next-line no-control-regex -- control characters are what is removed here
    .replace(/[<>:"/\\|?*\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, "-")
    .replace(/^[. ]+|[. ]+$/g, "");
  const safe = RESERVED.test(cleaned) ? `_${cleaned}` : cleaned;
  return shorten(safe) || "file";
}

function shorten(name: string): string {
  const characters = [...name];
  if (characters.length <= MAX_CHARACTERS) return name;
  const ending = /\.[a-z0-9]{1,12}$/i.exec(name)?.[0] ?? "";
  const stem = characters.slice(0, MAX_CHARACTERS - ending.length).join("");
  return `${stem.replace(/[. ]+$/, "")}${ending}`;
}
