import { fail, ok } from "../../core/base/result.ts";
import type { Result } from "../../core/base/result.ts";
import type { CalendarAnswer, CalendarAsk } from "./calendar-messages.ts";

/** Writes entries as a calendar file; what that takes is fetched with its worker. */
export function renderCalendar(ask: CalendarAsk): Promise<Result<Uint8Array<ArrayBuffer>, string>> {
  const worker = new Worker(new URL("./calendar-worker.ts", import.meta.url), { type: "module" });
  return new Promise<Result<Uint8Array<ArrayBuffer>, string>>((resolve) => {
    worker.onmessage = ({ data }: MessageEvent<CalendarAnswer>) =>
      resolve(data.answer === "bytes" ? ok(data.bytes) : fail(data.reason));
    worker.onerror = (event) => {
      event.preventDefault();
      resolve(fail(event.message));
    };
    worker.postMessage(ask);
  }).finally(() => worker.terminate());
}
