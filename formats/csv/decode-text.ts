import type { Encoding } from "./detect-encoding.ts";

/** What Windows-1252 has at 0x80–0x9F; 0: nothing. Some platforms decode these bytes as control characters. */
const WINDOWS_1252 = [
  0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0,
  0x017d, 0, 0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a,
  0x0153, 0, 0x017e, 0x0178,
] as const;

const CONTROLS = /[\u0080-\u009f]/g;

/** Decodes bytes to text, the same on every platform. */
export function decodeText(bytes: Uint8Array, encoding: Encoding): string {
  const text = new TextDecoder(encoding).decode(bytes);
  if (encoding !== "windows-1252") return text;
  return text.replace(CONTROLS, (found) =>
    String.fromCharCode(WINDOWS_1252[found.charCodeAt(0) - 0x80] || found.charCodeAt(0)),
  );
}
