import { EXTENSION_MARKS } from "../locales/company-words.ts";

/** Mail that anybody may have: it says nothing of the company. */
const FREE_MAIL: ReadonlySet<string> = new Set([
  "qq.com",
  "163.com",
  "126.com",
  "yeah.net",
  "sina.com",
  "sina.cn",
  "sohu.com",
  "139.com",
  "189.cn",
  "aliyun.com",
  "foxmail.com",
  "tom.com",
  "21cn.com",
  "wo.cn",
  "gmail.com",
  "googlemail.com",
  "outlook.com",
  "hotmail.com",
  "live.com",
  "msn.com",
  "yahoo.com",
  "icloud.com",
  "me.com",
  "aol.com",
  "proton.me",
  "protonmail.com",
  "gmx.de",
  "gmx.net",
  "web.de",
  "mail.ru",
  "yandex.ru",
  "zoho.com",
]);
const SECOND_LEVELS: ReadonlySet<string> = new Set(["com", "net", "org", "gov", "edu", "co", "ac"]);
const SHORTEST_PHONE = 7;

/** A telephone number as digits, without country code of China, leading zeros and extension; "" for none.
 * @example phoneKey("+86 (0571) 8888-1234 转 802") // => "57188881234"
 * @example phoneKey("138 0013 8000") // => "13800138000"
 */
export function phoneKey(text: string): string {
  const plain = text.normalize("NFKC").toLowerCase();
  const ends = EXTENSION_MARKS.map((mark) => plain.indexOf(mark)).filter((at) => at > 0);
  const first = ends.length === 0 ? plain : plain.slice(0, Math.min(...ends));
  const digits = first
    .replace(/(\d{7,8})-\d{1,5}$/, "$1")
    .replace(/\D/g, "")
    .replace(/^0086/, "")
    .replace(/^86(?=\d{9,})/, "")
    .replace(/^0+/, "");
  return digits.length < SHORTEST_PHONE ? "" : digits;
}

/** All telephone numbers of a cell, each as `phoneKey` has it: CRMs write several with a bar, a comma or a semicolon between.
 * @example phoneKeys("138 0013 8000|0571-88881234") // => ["13800138000", "57188881234"]
 */
export function phoneKeys(text: string): readonly string[] {
  const keys = text
    .normalize("NFKC")
    .split(/[|;,/、\n]/)
    .map(phoneKey);
  return [...new Set(keys)].filter((key) => key !== "");
}

/** The domain that an e-mail address or website belongs to, as it was registered; "" for none and for free mail.
 * @example domainKey("sales@mail.huaxin.com.cn") // => "huaxin.com.cn"
 * @example domainKey("https://www.acme.de/contact") // => "acme.de"
 * @example domainKey("wangfang@qq.com") // => ""
 */
export function domainKey(text: string): string {
  const host = text
    .normalize("NFKC")
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, "")
    .replace(/^.*@/, "")
    .replace(/[/:?#].*$/, "");
  const labels = host.split(".").filter((label) => label !== "");
  if (labels.length < 2 || !/^[\p{L}\p{N}.-]+$/u.test(host)) return "";
  const depth = labels.length > 2 && SECOND_LEVELS.has(labels.at(-2)!) && labels.at(-1)!.length === 2 ? 3 : 2;
  const domain = labels.slice(-depth).join(".");
  return FREE_MAIL.has(domain) ? "" : domain;
}
