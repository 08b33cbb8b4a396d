import type { GroupId } from "../../base/id.ts";
import { addGroup } from "../../team/edit-groups.ts";
import { nameKey } from "../../team/name-key.ts";
import { living } from "../../team/team-rows.ts";
import type { TeamRows } from "../../team/team-rows.ts";
import type { Group } from "../../team/records.ts";
import type { Source } from "../records.ts";

/** The group that a member's row names: a living one of that name in either language, else a new one under an id on which
 * two laptops that read the same file agree. A row that names none, or one that the manager has archived, means the first
 * group; `undefined` where there is none.
 * @example namedGroup({ groups: new Map() }, "zoho", "East").name // => { zh: "East", en: "" }
 * @example namedGroup({ groups: new Map() }, "zoho", undefined) // => undefined
 */
export function namedGroup(rows: TeamRows, source: Source, name: string | undefined): Group | undefined {
  const key = nameKey(name ?? "");
  const [first] = living(rows.groups);
  const named = [...rows.groups.values()].filter(
    (group) => key !== "" && [group.name.zh, group.name.en].some((text) => nameKey(text) === key),
  );
  if (key === "" || named.length > 0) return named.find((group) => !group.archived) ?? first;
  const id = `${source}:groups:~${key}`.slice(0, LONGEST_ID) as GroupId;
  const made = addGroup(rows, { id, name: { zh: name!, en: "" } });
  const [change] = made.ok ? made.value : [];
  return change?.op === "put" ? (change.records[0] as Group) : first;
}

const LONGEST_ID = 200;
