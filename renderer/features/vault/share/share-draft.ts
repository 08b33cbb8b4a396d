import type { Day } from "../../../../core/base/day.ts";
import { addDays } from "../../../../core/base/day.ts";
import type { GroupId, MemberId } from "../../../../core/base/id.ts";
import type { Period } from "../../../../core/base/period.ts";
import { groupIdOn } from "../../../../core/team/memberships.ts";
import { SHARE_AREAS } from "../../../../core/vault/share/share-scope.ts";
import type { ShareArea, ShareScope } from "../../../../core/vault/share/share-scope.ts";
import type { MaskWords } from "../../../../core/vault/share/name-mask.ts";
import { rowsOf } from "../../../../core/vault/workspace.ts";
import type { Workspace } from "../../../../core/vault/workspace.ts";
import type { Words } from "../../../../core/words/words.ts";

/** What the person has chosen so far. */
export interface ShareDraft {
  readonly who: "all" | "some";
  readonly members: readonly MemberId[];
  readonly groups: readonly GroupId[];
  readonly areas: readonly ShareArea[];
  readonly when: "all" | "period" | "days";
  readonly from: string;
  /** The last day within; the scope has the day after it. */
  readonly until: string;
  readonly withPay: boolean;
  readonly masked: boolean;
  readonly withNotes: boolean;
}

/** Reviews and incentives go out only when somebody wants them to. */
export const FIRST_DRAFT: ShareDraft = {
  who: "all",
  members: [],
  groups: [],
  areas: SHARE_AREAS.filter((area) => area !== "review" && area !== "incentive"),
  when: "all",
  from: "",
  until: "",
  withPay: false,
  masked: false,
  withNotes: false,
};

/** The scope of a draft; members of the chosen groups are in it. */
export function scopeOf(
  draft: ShareDraft,
  of: { readonly workspace: Workspace; readonly period: Period; readonly today: Day; readonly id: string },
): ShareScope {
  const chosen = new Set<MemberId>(draft.members);
  const groups = new Set<GroupId>(draft.groups);
  for (const { id } of rowsOf(of.workspace, "members")) {
    const groupId = groupIdOn(of.workspace.rows, id, of.today);
    if (groupId !== undefined && groups.has(groupId)) chosen.add(id);
  }
  const isAll = draft.who === "all";
  return {
    id: of.id,
    members: isAll ? "all" : [...chosen],
    groups: isAll ? "all" : [...groups],
    areas: [...draft.areas],
    periods: periodsOf(draft, of.period),
    withPay: draft.withPay,
    masked: draft.masked,
    withNotes: draft.withNotes && !draft.masked,
  };
}

/** What stands in the place of names, in the reader's language. */
export function maskWords(words: Words): MaskWords {
  return {
    name: (kind, number) => words.text(`vault.share.mask.${kind}`, { number }),
    hidden: words.text("vault.share.mask.hidden"),
  };
}

function periodsOf(draft: ShareDraft, period: Period): ShareScope["periods"] {
  if (draft.when === "period") return { from: period.start, until: period.end };
  if (draft.when === "all" || draft.from === "" || draft.until < draft.from) return "all";
  return { from: draft.from as Day, until: addDays(draft.until as Day, 1) };
}
