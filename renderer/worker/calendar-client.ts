import { fail, ok } from "../../core/base/result.ts";
import type { Result } from "../../core/base/result.ts";
import type { CalendarAnswer, CalendarAsk } from "./calendar-messages.ts";

/** Writes a calendar file, off the main thread. */
export function renderCalendar(ask: CalendarAsk): Promise<Result<string, string>> {
  const worker = new Worker(new URL("./calendar-worker.ts", import.meta.url), { type: "module" });
  return new Promise<Result<string, string>>((resolve) => {
    worker.onmessage = ({ data }: MessageEvent<CalendarAnswer>) =>
      resolve(data.answer === "text" ? ok(data.text) : fail(data.reason));
    worker.onerror = (event) => {
      event.preventDefault();
      resolve(fail(event.message));
    };
    worker.postMessage(ask);
  }).finally(() => worker.terminate());
}
