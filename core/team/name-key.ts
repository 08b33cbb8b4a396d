import { message } from "../base/message.ts";
import type { Message } from "../base/message.ts";
import type { Bilingual } from "../base/schema.ts";

/** What two spellings of one name share: full-width forms narrowed, outer and double spaces dropped, letters lowered.
 * @example nameKey("  Ｎancy   DAVOLIO ") // => "nancy davolio"
 */
export function nameKey(name: string): string {
  return name.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase();
}

/** A name in both languages as a message; an empty side is filled from the other.
 * @example nameMessage({ zh: "走访", en: "" }) // => { key: "team.name", params: { zh: "走访", en: "走访" } }
 */
export function nameMessage(name: Bilingual): Message {
  return message("team.name", { zh: name.zh || name.en, en: name.en || name.zh });
}

/** Several names as one message, joined as the reader's language joins a list. Throws when there are none.
 * @example listMessage(["王芳", "赵磊"]) // => { key: "team.list", params: { first: "王芳", rest: "赵磊" } }
 */
export function listMessage(names: readonly (string | Message)[]): string | Message {
  const [first, ...rest] = names;
  if (first === undefined) throw new RangeError("a list needs a name");
  return rest.length === 0 ? first : message("team.list", { first, rest: listMessage(rest) });
}
