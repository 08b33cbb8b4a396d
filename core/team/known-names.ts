import type { MemberId } from "../base/id.ts";
import { message } from "../base/message.ts";
import type { Problem } from "../base/result.ts";
import { nameKey } from "./name-key.ts";
import type { Member } from "./records.ts";

/** The first clash between the names by which a member would be known in files and those of other members, or `null`.
 * Two members may bear the same name. An alias or e-mail address belongs to one member only: it decides whose deals and
 * orders a row is. The message names the other member and what to do.
 * @example knownNameProblem(smallTeam().members, aMember("李雷", { aliases: ["王芳"] }))?.field // => "aliases"
 */
export function knownNameProblem(
  members: ReadonlyMap<string, Member>,
  member: Pick<Member, "id" | "name" | "email" | "aliases">,
): Problem | null {
  const name = nameKey(member.name);
  const claimed = new Map([...member.aliases, member.email ?? ""].map((text) => [nameKey(text), text]));
  claimed.delete("");
  for (const other of members.values()) {
    if (other.id === member.id) continue;
    const clash = aliasClash(claimed, other);
    if (clash !== undefined) {
      const params = { name: clash, other: other.name };
      return { field: "aliases", message: message("team.problem.alias-taken", params) };
    }
    if (other.aliases.some((alias) => nameKey(alias) === name)) {
      const params = { name: member.name, other: other.name };
      return { field: "name", message: message("team.problem.name-is-alias", params) };
    }
  }
  return null;
}

/** Aliases without those that say nothing new: empty, repeated, or the member's own name or e-mail address.
 * @example usefulAliases({ name: "王芳", aliases: [" Wang Fang", "王芳", "wang fang"] }) // => ["Wang Fang"]
 */
export function usefulAliases(member: Pick<Member, "name" | "email" | "aliases">): string[] {
  const seen = new Set([nameKey(member.name), nameKey(member.email ?? ""), ""]);
  return member.aliases
    .map((alias) => alias.trim())
    .filter((alias) => {
      const key = nameKey(alias);
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
}

/** The member who bears an employee number, leaving one member out of the search.
 * @example memberByNumber(new Map([["m1", aMember("m1", { employeeNumber: "007" })]]), " 007", "m2")?.id // => "m1"
 */
export function memberByNumber(
  members: ReadonlyMap<string, Member>,
  employeeNumber: string,
  exceptId: MemberId,
): Member | undefined {
  const key = nameKey(employeeNumber);
  return [...members.values()].find(
    (member) =>
      member.id !== exceptId && member.employeeNumber !== undefined && nameKey(member.employeeNumber) === key,
  );
}

function aliasClash(claimed: ReadonlyMap<string, string>, other: Member): string | undefined {
  for (const known of [other.name, other.email ?? "", ...other.aliases]) {
    const clash = claimed.get(nameKey(known));
    if (clash !== undefined) return clash;
  }
  return undefined;
}
