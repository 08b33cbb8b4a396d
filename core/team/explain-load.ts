import type { Explanation } from "../base/explain.ts";
import { message } from "../base/message.ts";
import type { Bilingual } from "../base/schema.ts";
import { dutyBook, lettersOf } from "./duty-book.ts";
import type { DutyRows } from "./duty-book.ts";
import { isOwner } from "./letters.ts";
import type { Member } from "./records.ts";

/** How the number of duties that a member owns came about: the duties with their letters. `nameOf` picks the language.
 * @example explainLoad(smallTeam(), { member: aMember("王芳"), limit: 3, nameOf: (name) => name.zh }).value // => { unit: "count", value: 0 }
 */
export function explainLoad(
  rows: DutyRows,
  of: { readonly member: Member; readonly limit: number; nameOf(name: Bilingual): string },
): Explanation {
  const { member, limit } = of;
  const owned = dutyBook(rows).duties.flatMap((duty) => {
    const letters = lettersOf(rows.assignments, duty.id, member.id);
    return isOwner(letters) ? [{ duty, letters }] : [];
  });
  return {
    title: message("team.explain.load", { member: member.name }),
    value: { unit: "count", value: owned.length },
    formula: message("team.explain.load-formula"),
    ruleVersion: 1,
    inputs: [
      { label: message("team.field.duty-limit"), value: { unit: "count", value: limit } },
      {
        label: message("team.explain.load-a"),
        value: { unit: "count", value: owned.filter((one) => one.letters.includes("A")).length },
      },
    ],
    rows: owned.map(({ duty, letters }) => ({
      ref: { table: "duties", id: duty.id },
      label: `${of.nameOf(duty.name)} · ${letters}`,
      amount: { unit: "count", value: 1 },
    })),
    notes: [],
  };
}
