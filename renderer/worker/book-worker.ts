import { writeBook } from "../../formats/write-table.ts";
import type { BookAsk } from "./book-messages.ts";
import type { TableAnswer } from "./table-messages.ts";

declare const self: DedicatedWorkerGlobalScope;

self.onmessage = ({ data }: MessageEvent<BookAsk>) => {
  void writeBook(data).then(
    (bytes) => self.postMessage({ answer: "bytes", files: [bytes] } satisfies TableAnswer, [bytes.buffer]),
    (error: unknown) => self.postMessage({ answer: "broken", reason: String(error) } satisfies TableAnswer),
  );
};
