import { message } from "../../../core/base/message.ts";
import { actionState, daysOverdue } from "../../../core/meeting/actions/action-state.ts";
import type { NeedSources } from "../../../core/meeting/needs-attention.ts";
import { rowsOf } from "../../../core/vault/workspace.ts";
import type { HomeSource } from "./home-source.ts";

/** Actions past their day. */
export function actionNeeds({ workspace, book }: HomeSource): NeedSources["findings"] {
  return rowsOf(workspace, "actions")
    .filter((action) => actionState(action, book.today) === "overdue")
    .map((action) => {
      const member = workspace.rows.members.get(action.ownerId ?? "")?.name;
      const count = daysOverdue(action, book.today);
      return {
        id: `action:${action.id}`,
        code: "action-overdue",
        several: "meeting.need.actions",
        severity: "warning",
        kind: "action",
        level: 2,
        about: action.text,
        what:
          member === undefined
            ? message("meeting.need.overdue", { count })
            : message("meeting.need.overdue.by", { count, member }),
        ref: { table: "actions", id: action.id },
      } as const;
    });
}
