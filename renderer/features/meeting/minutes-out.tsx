import { message } from "../../../core/base/message.ts";
import { minutesOf } from "../../../core/meeting/minutes/minutes.ts";
import { minutesText } from "../../../core/meeting/minutes/minutes-text.ts";
import type { MinutesForm } from "../../../core/meeting/minutes/minutes-text.ts";
import type { Meeting } from "../../../core/meeting/records.ts";
import { currentPlatform } from "../../platform/current-platform.ts";
import { notify } from "../../storage/notice-store.ts";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words-context.tsx";
import type { MeetingData } from "./meeting-data.ts";
import { SaveMinutes } from "./save-minutes.tsx";

/** The minutes on their way to where the team talks: the clipboard, a word processor, the printer. */
export function MinutesOut({ data, meeting }: { readonly data: MeetingData; readonly meeting: Meeting }) {
  const words = useWords();
  const copy = async (form: MinutesForm) => {
    const text = minutesText(minutesOf(data.rows, meeting), form, (one) => words.say(one));
    const isDone = await currentPlatform().copyText(text);
    notify(
      isDone
        ? { tone: "done", message: message("meeting.minutes.copied") }
        : { tone: "failure", message: message("meeting.minutes.not-copied") },
    );
  };
  return (
    <>
      <Button kind="primary" onClick={() => void copy("markdown")}>
        {words.text("meeting.minutes.copy-markdown")}
      </Button>
      <Button onClick={() => void copy("plain")}>{words.text("meeting.minutes.copy-plain")}</Button>
      <SaveMinutes meeting={meeting} />
    </>
  );
}
