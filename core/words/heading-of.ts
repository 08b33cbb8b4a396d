import type { Message } from "../base/message.ts";
import type { Words } from "./words.ts";

/** The heading of a part of a document; `null` where its section's heading has just said the same.
 * @example headingOf({ key: "a" }, { key: "a" }, createWords("en", {}, "CNY")) // => null
 */
export function headingOf(title: Message, section: Message, words: Words): string | null {
  const said = words.say(title);
  return said === words.say(section) ? null : said;
}
