import type { Side } from "./join-record.ts";
import type { MergeConflict } from "./plan-merge.ts";

/** What a person decided, by a conflict's key. What is not in it is as proposed. */
export type MergeChoices = ReadonlyMap<string, Side>;

/** The side that a conflict is settled by: as it was chosen, else as proposed; always as proposed where the other side is no
 * choice, for a reference would be left without its record.
 * @example choiceOf({ key: "skills/s1", proposed: "mine" }, new Map([["skills/s1", "theirs"]])) // => "theirs"
 * @example choiceOf({ key: "skills/s1", proposed: "mine", fixedBy: { table: "members", id: "m1" } }, new Map([["skills/s1", "theirs"]])) // => "mine"
 */
export function choiceOf(
  { key, proposed, fixedBy }: Pick<MergeConflict, "key" | "proposed" | "fixedBy">,
  choices: MergeChoices,
): Side {
  return fixedBy ? proposed : (choices.get(key) ?? proposed);
}
