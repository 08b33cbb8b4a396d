import { writeCalendar } from "../../formats/ics/write-calendar.ts";
import type { CalendarAnswer, CalendarAsk } from "./calendar-messages.ts";

declare const self: DedicatedWorkerGlobalScope;

self.onmessage = ({ data }: MessageEvent<CalendarAsk>) => {
  try {
    const text = writeCalendar(data.entries, data);
    self.postMessage({ answer: "text", text } satisfies CalendarAnswer);
  } catch (error) {
    self.postMessage({ answer: "broken", reason: String(error) } satisfies CalendarAnswer);
  }
};
