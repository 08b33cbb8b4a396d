import type { Subject } from "../base/id.ts";
import { message } from "../base/message.ts";
import type { Message } from "../base/message.ts";
import { nameMessage } from "../team/name-key.ts";
import type { KpiContext } from "./context.ts";

/** What a subject is called: a member's or group's name, 团队, 未分配.
 * @example subjectLabel(kpiWorld({ members: [aMember("m1")] }), { kind: "member", id: "m1" }) // => "m1"
 */
export function subjectLabel(context: Pick<KpiContext, "rows">, subject: Subject): string | Message {
  if (subject.kind === "team") return message("base.team");
  if (subject.kind === "unassigned") return message("base.unassigned");
  if (subject.kind === "member") return context.rows.members.get(subject.id)?.name ?? subject.id;
  const group = context.rows.groups.get(subject.id);
  return group ? nameMessage(group.name) : subject.id;
}
