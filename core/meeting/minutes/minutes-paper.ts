import { message } from "../../base/message.ts";
import type { Paper, PaperListItem } from "../../base/paper.ts";
import type { Minutes, MinutesLine } from "./minutes.ts";

/** Minutes as a neutral document, for word processors and the printer.
 * @example minutesPaper(minutesOf(meetingRows(), aMeeting("周会", { problems: "交期太长" })), "华东销售部").sections.map((one) => one.id) // => ["problems"]
 */
export function minutesPaper(minutes: Minutes, team: string): Paper {
  return {
    title: minutes.title,
    subtitle: minutes.when,
    runningHead: message("meeting.minutes.head", { title: minutes.title, team }),
    hasContents: false,
    sections: minutes.sections.map(({ id, title, lines }) => ({
      id,
      title,
      newPage: false,
      blocks: [{ kind: "list", items: lines.map(listItem), empty: message("base.none") }],
    })),
  };
}

function listItem({ text, notes }: MinutesLine): PaperListItem {
  if (notes.length === 0) return { message: text };
  return { message: text, detail: message("meeting.text", { text: notes.join(" · ") }) };
}
