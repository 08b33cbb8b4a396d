import { useEffect, useRef, useState } from "react";
import { message } from "../../../core/base/message.ts";
import { failureMessage } from "../../../core/bridge/failure.ts";
import { notify } from "../../storage/notice-store.ts";
import type { PaperProgress } from "../../worker/paper-messages.ts";
import type { PackJob, PackOrder } from "./pack-files.ts";

/** A job that makes packs: how far it is (`null`: it has not said), and the way to stop it. */
export interface RunningJob {
  readonly progress: PaperProgress | null;
  cancel(): void;
}

/** Runs one job at a time and says how it ended. A job ends with the page that began it. */
export function usePackJob(): {
  readonly running: RunningJob | null;
  run(save: (order: PackOrder) => PackJob, order: PackOrder): void;
} {
  const job = useRef<PackJob | null>(null);
  const [progress, setProgress] = useState<PaperProgress | "begun" | null>(null);
  useEffect(() => () => job.current?.cancel(), []);
  const end = () => {
    job.current = null;
    setProgress(null);
  };
  const run = async (save: (order: PackOrder) => PackJob, order: PackOrder) => {
    setProgress("begun");
    const started = save({ ...order, onProgress: setProgress });
    job.current = started;
    const saved = await started.done;
    if (job.current !== started) return;
    end();
    if (saved.ok) {
      if (saved.value) notify({ tone: "done", message: saved.value });
    } else if (saved.error.kind === "written") {
      notify({ tone: "failure", message: failureMessage(saved.error.reason) });
    } else {
      const { reason } = saved.error;
      notify({ tone: "failure", message: message("review.room.save-failed", { reason }) });
    }
  };
  const cancel = () => {
    job.current?.cancel();
    end();
  };
  return {
    running: progress === null ? null : { progress: progress === "begun" ? null : progress, cancel },
    run: (save, order) => void run(save, order),
  };
}
