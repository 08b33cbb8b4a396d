import type { Day } from "../../base/day.ts";
import type { MemberId } from "../../base/id.ts";
import { nameKey } from "../../team/name-key.ts";
import { AMOUNT_UNIT, DECIMAL } from "../locales/day-words.ts";
import { readDayWord } from "./read-day-word.ts";

/** What a line typed in a meeting becomes. */
export const LINE_KINDS = ["note", "action", "decision", "problem"] as const;
export type LineKind = (typeof LINE_KINDS)[number];

/** Somebody with all that they answer to: name, aliases, the sounds of the name. */
export interface NamedPerson {
  readonly id: MemberId;
  readonly names: readonly string[];
}

/** A line as it was understood. */
export interface ReadLine {
  readonly kind: LineKind;
  readonly text: string;
  readonly ownerId: MemberId | null;
  /** The name after @ that nobody, or more than one, answers to; it stays in the text. */
  readonly unknown: { readonly name: string; readonly isShared: boolean } | null;
  readonly day: Day | null;
}

const KIND_BY_SIGN: Readonly<Record<string, LineKind>> = {
  "@": "action",
  "+": "action",
  "!": "decision",
  "?": "problem",
};
/** A day takes at most so many words: "end of month". */
const MOST_WORDS = 4;

/** Reads a line typed while people talk: `@王芳 周五 把报价发给客户` is an action with owner and day, `+ …` an action of
 * nobody yet, `! …` a decision (a day in front is when to look at it again), `? …` a problem, anything else a note. Full-width
 * signs count; without a sign the line is of the kind that is chosen. What is no name and no day stays in the text.
 * @example readLine("@王芳 周五 把报价发给客户", { people: [{ id: "m1", names: ["王芳"] }], today: "2026-11-26", kind: "note" }) // => { kind: "action", text: "把报价发给客户", ownerId: "m1", unknown: null, day: "2026-11-27" }
 * @example readLine("！价格一律九五折", { people: [], today: "2026-11-26", kind: "note" }).kind // => "decision"
 */
export function readLine(
  typed: string,
  by: { readonly people: readonly NamedPerson[]; readonly today: Day; readonly kind: LineKind },
): ReadLine {
  const line = typed.trim();
  const sign = (line[0] ?? "").normalize("NFKC");
  const kind = KIND_BY_SIGN[sign] ?? by.kind;
  const hasSign = KIND_BY_SIGN[sign] !== undefined;
  const rest = (hasSign ? line.slice(1) : line).trim();
  const plain = { kind, text: rest, ownerId: null, unknown: null, day: null };
  if (kind === "note" || kind === "problem") return plain;
  if (kind === "decision") return { ...plain, ...leadingDay(rest, by.today) };
  const named = hasSign && sign === "@" ? line : /^[@＠]/.test(rest) ? rest : null;
  if (named === null) return { ...plain, ...leadingDay(rest, by.today) };
  return { ...plain, ...ownerAndDay(named, by) };
}

function ownerAndDay(
  line: string,
  by: { readonly people: readonly NamedPerson[]; readonly today: Day },
): Pick<ReadLine, "text" | "ownerId" | "unknown" | "day"> {
  const after = line.slice(1).trim();
  const { name, found } = calledIn(by.people, after);
  const [owner] = found;
  if (owner === undefined || found.length > 1) {
    const unknown = name === "" ? null : { name, isShared: found.length > 1 };
    const { day } = leadingDay(cutStart(after, name.length), by.today);
    return { text: name === "" ? after : `@${after}`, ownerId: null, unknown, day };
  }
  const rest = cutStart(after, name.length);
  return { ownerId: owner.id, unknown: null, ...leadingDay(rest, by.today) };
}

/** What a person is called so that nobody else is meant: the name, else another that they alone answer to.
 * @example callName([{ id: "m1", names: ["王伟", "E1"] }, { id: "m2", names: ["王伟", "E2"] }], { id: "m2", names: ["王伟", "E2"] }) // => "E2"
 */
export function callName(people: readonly NamedPerson[], person: NamedPerson): string {
  const own = person.names.find((name) => {
    const called = calledIn(people, name);
    return called.name === name && called.found.length === 1 && called.found[0]?.id === person.id;
  });
  return own ?? person.names[0] ?? "";
}

interface Called {
  readonly name: string;
  readonly found: readonly NamedPerson[];
}

/** The name that a text begins with, of as many words as make one, and who answers to it. */
function calledIn(people: readonly NamedPerson[], text: string): Called {
  const [first = "", ...rest] = text.split(/[,，、:：]/, 1)[0]!.split(/(?=\s+)/, MOST_WORDS);
  for (let count = rest.length; count >= 1; count -= 1) {
    const name = [first, ...rest.slice(0, count)].join("");
    const found = peopleNamed(people, name);
    if (found.length > 0) return { name, found };
  }
  const found = peopleNamed(people, first);
  return found.length > 0 ? { name: first, found } : (longestPrefix(people, first) ?? { name: first, found });
}

/** People who answer to a name, spelled or sounded.
 * @example peopleNamed([{ id: "m1", names: ["王芳", "wangfang", "wf"] }], "WangFang").map((one) => one.id) // => ["m1"]
 */
export function peopleNamed(people: readonly NamedPerson[], name: string): readonly NamedPerson[] {
  const key = nameKey(name);
  if (key === "") return [];
  // Who bears the name goes before whom it only sounds like.
  const byName = people.filter(({ names }) => nameKey(names[0] ?? "") === key);
  return byName.length > 0 ? byName : people.filter(({ names }) => names.some((one) => nameKey(one) === key));
}

/** Chinese runs on without a space: 王芳周五. */
function longestPrefix(people: readonly NamedPerson[], word: string): Called | null {
  for (let length = word.length - 1; length >= 2; length -= 1) {
    const name = word.slice(0, length);
    const found = people.filter(({ names }) => names[0] === name);
    if (found.length > 0) return { name, found };
  }
  return null;
}

/** The day in front of a text, of as many words as make one, and what is left; the text as it is when there is none, or when
 * nothing would be left. */
function leadingDay(text: string, today: Day): { readonly text: string; readonly day: Day | null } {
  const words = text.split(/\s+/);
  for (let count = Math.min(MOST_WORDS, words.length); count >= 1; count -= 1) {
    const said = words
      .slice(0, count)
      .join(" ")
      .replace(/[,，、:：]$/, "");
    const day = readDayWord(said, today);
    const rest = words.slice(count).join(" ");
    if (day === null || (DECIMAL.test(said) && AMOUNT_UNIT.test(rest))) continue;
    return rest === "" ? { text, day } : { text: rest, day };
  }
  const joined = /^([^\s,，、:：]{2,8})[,，、:：]\s*(.+)$/u.exec(text);
  const day = joined ? readDayWord(joined[1]!, today) : null;
  return joined && day !== null ? { text: joined[2]!, day } : { text, day: null };
}

function cutStart(text: string, length: number): string {
  return text.slice(length).replace(/^[\s,，、:：]+/, "");
}
