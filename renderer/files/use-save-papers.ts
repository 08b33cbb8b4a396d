import { useEffect, useRef, useState } from "react";
import { notify } from "../storage/notice-store.ts";
import { useView } from "../storage/view-store.ts";
import { useWorkspace } from "../storage/workspace-store.ts";
import { useWords } from "../ui/words-context.tsx";
import { savePapers } from "./save-papers.ts";
import type { PaperOrder, SaveJob, SaveProgress } from "./save-papers.ts";

/** A job that is running: how far it is (`null`: it has not said), and the way to stop it. */
export interface RunningSave {
  readonly progress: SaveProgress | "stopping" | null;
  cancel(): void;
}

/** What a page says of the documents it wants; what is left out is as on screen. */
export type PageOrder = Pick<PaperOrder, "papers" | "format" | "names" | "folder"> &
  Partial<Pick<PaperOrder, "workspace" | "locale">>;

/** Saves documents, one job at a time, and says how it ended. A job is stopped when its page is left. */
export function useSavePapers(): {
  readonly running: RunningSave | null;
  save(order: PageOrder): Promise<void>;
} {
  const words = useWords();
  const workspace = useWorkspace();
  const { today, locale } = useView();
  const job = useRef<SaveJob | null>(null);
  const [progress, setProgress] = useState<RunningSave["progress"] | "none">("none");
  useEffect(() => () => job.current?.cancel(), []);
  const save = async (order: PageOrder) => {
    setProgress(null);
    const started = savePapers({ workspace, today, locale, words, onProgress: setProgress, ...order });
    job.current = started;
    const saved = await started.done;
    job.current = null;
    setProgress("none");
    if (!saved.ok) notify({ tone: "failure", message: saved.error });
    else if (saved.value) notify({ tone: "done", message: saved.value });
  };
  const cancel = () => {
    setProgress("stopping");
    job.current?.cancel();
  };
  return { running: progress === "none" ? null : { progress, cancel }, save };
}
