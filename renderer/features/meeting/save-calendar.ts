import { addDays } from "../../../core/base/day.ts";
import { message } from "../../../core/base/message.ts";
import { meetingEntries } from "../../../core/meeting/schedule/calendar-entries.ts";
import { meetingsIn } from "../../../core/meeting/schedule/meeting-list.ts";
import type { Words } from "../../../core/words/words.ts";
import { currentPlatform } from "../../platform/current-platform.ts";
import { notify } from "../../storage/notice-store.ts";
import { renderCalendar } from "../../worker/calendar-client.ts";
import type { MeetingData } from "./meeting-data.ts";

/** A calendar file goes half a year ahead; another export moves what has moved. */
const AHEAD_DAYS = 184;
const BACK_DAYS = 31;

/** Puts the meetings of the next months on disk as a calendar file. */
export async function saveCalendar(words: Words, { rows, calendar, today }: MeetingData): Promise<void> {
  const range = { start: addDays(today, -BACK_DAYS), end: addDays(today, AHEAD_DAYS) };
  const platform = currentPlatform();
  const name = words.text("meeting.calendar.file");
  const made = await renderCalendar({
    entries: meetingEntries(meetingsIn(rows, calendar, range)),
    name,
    writtenAtMs: platform.nowMs(),
  });
  const saved = made.ok
    ? await platform.saveFile(`${name}.ics`, made.value, {
        label: words.text("meeting.calendar.kind"),
        extensions: ["ics"],
      })
    : made;
  if (!saved.ok) {
    notify({ tone: "failure", message: message("meeting.calendar.failed", { reason: saved.error }) });
  } else if (saved.value) {
    notify({ tone: "done", message: message("meeting.calendar.saved", { name: saved.value.name }) });
  }
}
