import { writeCalendar } from "../../formats/ics/write-calendar.ts";
import type { CalendarAnswer, CalendarAsk } from "./calendar-messages.ts";

declare const self: DedicatedWorkerGlobalScope;

self.onmessage = ({ data }: MessageEvent<CalendarAsk>) => {
  const { entries, name, writtenAtMs } = data;
  try {
    const bytes = new TextEncoder().encode(writeCalendar(entries, { name, writtenAtMs }));
    self.postMessage({ answer: "bytes", bytes } satisfies CalendarAnswer, [bytes.buffer]);
  } catch (error) {
    self.postMessage({ answer: "broken", reason: String(error) } satisfies CalendarAnswer);
  }
};
