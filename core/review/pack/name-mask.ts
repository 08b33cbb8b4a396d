import { ownerKey } from "../../customer/owner.ts";
import { inOrder } from "../../team/team-rows.ts";
import type { Member } from "../../team/records.ts";

/** Puts a word and a number in the place of each member: in texts for what they are called, in keys for their ids. Keys that are
 * made of what a file without ids said, its owner among it, become numbers whole. */
export interface NameMask {
  text(text: string): string;
  key(key: string): string;
  /** The key that a number of such a kind stands for; any other is itself. */
  keyBehind(key: string): string;
}

/** Single letters are in too many words to be taken for a name. */
const SHORTEST = 2;

const masksByMembers = new WeakMap<ReadonlyMap<string, Member>, Map<string, NameMask>>();

/** Masks everybody who is or was on the team as `<word><number>` in the manager's order: names, aliases, employee numbers, e-mail
 * addresses and telephone numbers, wherever a text holds them, in whatever case, width or spacing `matchOwner` would know
 * them; longer ones first. What is written in Latin letters or digits is masked only where it stands alone. The same mask for the
 * same members and word, so that the numbers of keys hold between a document and its sheets.
 * @example nameMask(new Map([["m1", { id: "m1", order: 1, name: "王芳", aliases: [] }]]), "成员 ").text("王 芳：赢下两单") // => "成员 1：赢下两单"
 * @example nameMask(new Map([["m1", { id: "m1", order: 1, name: "Ann", aliases: [] }]]), "Member ").text("ANN, Annual plan") // => "Member 1, Annual plan"
 */
export function nameMask(members: ReadonlyMap<string, Member>, word: string): NameMask {
  const masks = masksByMembers.get(members) ?? new Map<string, NameMask>();
  masksByMembers.set(members, masks);
  const mask = masks.get(word) ?? makeMask(members, word);
  masks.set(word, mask);
  return mask;
}

function makeMask(members: ReadonlyMap<string, Member>, word: string): NameMask {
  const textByName = new Map<string, string>();
  const keyById = new Map<string, string>();
  for (const [at, member] of inOrder(members).entries()) {
    const { name, employeeNumber, email, phone, aliases } = member;
    for (const one of [name, employeeNumber, email, phone, ...aliases]) {
      const key = ownerKey(one ?? "");
      if (key.length >= SHORTEST) textByName.set(key, `${word}${at + 1}`);
    }
    // Names of one letter are masked where they are all that is said.
    textByName.set(ownerKey(name), `${word}${at + 1}`);
    keyById.set(member.id, `member-${at + 1}`);
  }
  const names = replacer(textByName, { patternOf: anyWriting, keyOf: ownerKey });
  const ids = replacer(keyById, { patternOf: literal, keyOf: (id) => id });
  const numbers = new NumberedKeys();
  return {
    text: (text) => textByName.get(ownerKey(text)) ?? names(text),
    key: (key) => (NAMING_KEY.test(key) ? numbers.of(key) : ids(key)),
    keyBehind: (key) => numbers.behind(key),
  };
}

/** An id, or a key with one in it, of a record whose file has no ids. */
const NAMING_KEY = /:~/;

class NumberedKeys {
  readonly #numberByKey = new Map<string, string>();
  readonly #keyByNumber = new Map<string, string>();

  of(key: string): string {
    const known = this.#numberByKey.get(key);
    if (known !== undefined) return known;
    const number = `record-${this.#numberByKey.size + 1}`;
    this.#numberByKey.set(key, number);
    this.#keyByNumber.set(number, key);
    return number;
  }

  behind(number: string): string {
    return this.#keyByNumber.get(number) ?? number;
  }
}

interface Writing {
  /** How a known text may be written. */
  readonly patternOf: (text: string) => string;
  /** The known text that something written so is. */
  readonly keyOf: (text: string) => string;
}

function replacer(byText: ReadonlyMap<string, string>, { patternOf, keyOf }: Writing) {
  const known = [...byText.keys()]
    .filter((text) => text.length >= SHORTEST)
    .toSorted((a, b) => b.length - a.length);
  if (known.length === 0) return (text: string) => text;
  const pattern = new RegExp(known.map((text) => standingAlone(text, patternOf)).join("|"), "giu");
  return (text: string) => text.replaceAll(pattern, (found) => byText.get(keyOf(found)) ?? found);
}

function standingAlone(text: string, patternOf: Writing["patternOf"]): string {
  const letter = String.raw`[\p{Script=Latin}\p{Nd}]`;
  const before = /^[\p{Script=Latin}\p{Nd}]/u.test(text) ? `(?<!${letter})` : "";
  const after = /[\p{Script=Latin}\p{Nd}]$/u.test(text) ? `(?!${letter})` : "";
  return before + patternOf(text) + after;
}

function literal(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}

const UNSEEN = String.raw`[\u200b-\u200d\ufeff]*`;
const SPACES = String.raw`[\s\u200b-\u200d\ufeff]`;

/** A text as `ownerKey` prints it, in every width, and with spaces between Han characters. */
function anyWriting(text: string): string {
  const letters = [...text];
  return letters
    .map((letter, at) => {
      const isHan = /\p{Script=Han}/u.test(letter) && /\p{Script=Han}/u.test(letters[at + 1] ?? "");
      const between = at === letters.length - 1 ? "" : isHan ? `${SPACES}*` : UNSEEN;
      return (letter === " " ? `${SPACES}+` : anyWidth(letter)) + between;
    })
    .join("");
}

function anyWidth(letter: string): string {
  const code = letter.codePointAt(0)!;
  if (code <= 0x20 || code > 0x7e) return literal(letter);
  return `(?:${literal(letter)}|${String.fromCodePoint(code + 0xfee0)})`;
}
