import type { MemberId } from "../../base/id.ts";
import type { ErasedMember, Settings } from "../../base/settings.ts";
import type { JournalLine } from "../journal.ts";
import { settingsOf } from "../workspace.ts";
import type { Workspace } from "../workspace.ts";
import { erasedMark, workspaceWithout } from "./erase-person.ts";

/** A copy without those who were erased elsewhere, and how many of them it held. */
export interface WithoutForgotten {
  readonly workspace: Workspace;
  readonly journal: readonly JournalLine[];
  readonly count: number;
}

/** How many members of a copy were erased here. The copy is of before, or of a place that never heard of it.
 * @example countForgotten({}, aSample()) // => 0
 */
export function countForgotten(here: Pick<Settings, "erased">, copy: Workspace): number {
  return forgottenIn(here.erased ?? [], copy).length;
}

/** A copy that comes in, by a merge or a restore, with those erased in it who were erased here: in the same way, and as of the
 * same moment, so that neither copy has news of it. What is known of erasures on either side is known afterwards.
 * @example withoutForgotten({}, { workspace: aSample(), journal: [] }).count // => 0
 */
export function withoutForgotten(
  here: Pick<Settings, "erased">,
  copy: Pick<WithoutForgotten, "workspace" | "journal">,
): WithoutForgotten {
  const known = here.erased ?? [];
  let { workspace, journal } = copy;
  const forgotten = forgottenIn(known, workspace);
  for (const [memberId, { as, name, statements, reviews, on, at }] of forgotten) {
    const choice = { memberId, neutral: { id: as, name }, statements, reviews, on, stamp: at };
    ({ workspace, journal } = workspaceWithout(workspace, journal, choice));
  }
  return { workspace: rememberErased(workspace, known), journal, count: forgotten.length };
}

/** What either side knows of erasures, in one order for both; `undefined`: nothing.
 * @example bothErased(undefined, undefined) // => undefined
 */
export function bothErased(
  a: readonly ErasedMember[] | undefined,
  b: readonly ErasedMember[] | undefined,
): Settings["erased"] {
  const byMember = new Map([...(a ?? []), ...(b ?? [])].map((one) => [one.who, one]));
  return byMember.size === 0
    ? undefined
    : [...byMember.values()].toSorted((one, other) => (one.who < other.who ? -1 : 1));
}

function rememberErased(workspace: Workspace, known: readonly ErasedMember[]): Workspace {
  if (known.length === 0) return workspace;
  const settings = settingsOf(workspace);
  const erased = bothErased(settings.erased, known);
  return {
    ...workspace,
    rows: { ...workspace.rows, settings: new Map([["workspace", { ...settings, erased }]]) },
  };
}

function forgottenIn(
  known: readonly ErasedMember[],
  { rows }: Workspace,
): readonly (readonly [MemberId, ErasedMember])[] {
  if (known.length === 0) return [];
  const byMark = new Map(known.map((one) => [one.who, one]));
  return [...rows.members.keys()].flatMap((id) => {
    const found = byMark.get(erasedMark(id as MemberId));
    return found ? [[id as MemberId, found] as const] : [];
  });
}
