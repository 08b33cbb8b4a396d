import { inOrder } from "../../team/team-rows.ts";
import type { Member } from "../../team/records.ts";

/** Puts a word and a number in the place of each member: in texts for what they are called, in keys for their ids. */
export interface NameMask {
  text(text: string): string;
  key(key: string): string;
}

/** Single letters are in too many words to be taken for a name. */
const SHORTEST = 2;

/** Masks everybody who is or was on the team as `<word><number>` in the manager's order: names, aliases, employee numbers, e-mail
 * addresses and telephone numbers, wherever a text holds them; longer ones first. What is written in Latin letters or digits is
 * masked only where it stands alone.
 * @example nameMask(new Map([["m1", { id: "m1", order: 1, name: "王芳", aliases: [] }]]), "成员 ").text("王芳：赢下两单") // => "成员 1：赢下两单"
 * @example nameMask(new Map([["m1", { id: "m1", order: 1, name: "Ann", aliases: [] }]]), "Member ").text("Ann, Annual plan") // => "Member 1, Annual plan"
 */
export function nameMask(members: ReadonlyMap<string, Member>, word: string): NameMask {
  const textByName = new Map<string, string>();
  const keyById = new Map<string, string>();
  for (const [at, member] of inOrder(members).entries()) {
    const { name, employeeNumber, email, phone, aliases } = member;
    for (const one of [name, employeeNumber, email, phone, ...aliases]) {
      if (one !== undefined && one.trim().length >= SHORTEST) textByName.set(one.trim(), `${word}${at + 1}`);
    }
    // Names of one letter are masked where they are all that is said.
    textByName.set(name, `${word}${at + 1}`);
    keyById.set(member.id, `member-${at + 1}`);
  }
  const names = replacer(textByName);
  return {
    text: (text) => textByName.get(text) ?? names(text),
    key: replacer(keyById),
  };
}

function replacer(byText: ReadonlyMap<string, string>): (text: string) => string {
  const known = [...byText.keys()]
    .filter((text) => text.length >= SHORTEST)
    .toSorted((a, b) => b.length - a.length);
  if (known.length === 0) return (text) => text;
  const pattern = new RegExp(known.map(standingAlone).join("|"), "gu");
  return (text) => text.replaceAll(pattern, (found) => byText.get(found) ?? found);
}

function standingAlone(text: string): string {
  const literal = text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
  const before = /^[A-Za-z0-9]/.test(text) ? "(?<![A-Za-z0-9])" : "";
  const after = /[A-Za-z0-9]$/.test(text) ? "(?![A-Za-z0-9])" : "";
  return before + literal + after;
}
