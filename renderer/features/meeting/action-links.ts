import { mainLink } from "../../../core/meeting/actions/action-links.ts";
import type { Action } from "../../../core/meeting/records.ts";
import { targetLabel } from "../../../core/target/target-label.ts";
import { factById } from "../../../core/vault/workspace.ts";
import type { Words } from "../../../core/words/words.ts";
import { recordHref } from "../../platform/record-place.ts";
import type { MeetingData } from "./meeting-data.ts";

/** What an action is about, as its name and its place; `null` when it is about nothing that is still there. */
export function linkOf(
  words: Words,
  { rows, workspace }: Pick<MeetingData, "rows" | "workspace">,
  action: Action,
): { readonly label: string; readonly href: string | null } | null {
  const link = mainLink(action);
  if (!link) return null;
  const { table, id } = link;
  const label = labelOf(table, id);
  return label === undefined ? null : { label, href: recordHref({ table, id }) };

  function labelOf(of: typeof table, key: string): string | undefined {
    if (of === "deals" || of === "customers") return factById(workspace, of, key)?.name;
    if (of === "practices") return workspace.rows.practices.get(key)?.title;
    if (of === "meetings") return rows.meetings.get(key)?.name;
    if (of === "reviews") {
      const review = workspace.rows.reviews.get(key);
      return review && words.text("meeting.agenda.cycle", { period: { period: review.cycleId } });
    }
    if (of === "kpis") {
      const kpi = rows.kpis.get(key);
      return kpi && words.name(kpi.name);
    }
    const target = targetLabel(rows, key);
    return target === null ? undefined : words.say(target);
  }
}
