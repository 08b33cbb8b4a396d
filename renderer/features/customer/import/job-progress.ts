import { jobById, patchJob } from "./import-store.ts";
import type { ImportJob } from "./import-store.ts";
import { startSteadyProgress } from "./steady-progress.ts";
import type { SteadyProgress } from "./steady-progress.ts";

const progressById = new Map<string, SteadyProgress>();

/** Sets a job to work; its share moves until the work is over. */
export function beginWork(
  id: string,
  patch: Partial<ImportJob> = {},
  state: "working" | "keeping" = "working",
): void {
  endWork(id);
  patchJob(id, { ...patch, state, share: 0 });
  progressById.set(
    id,
    startSteadyProgress((share) => {
      if (jobById(id)?.state === state) patchJob(id, { share });
      else endWork(id);
    }),
  );
}

/** What a job's work says of itself. */
export function hearProgress(id: string, share: number): void {
  progressById.get(id)?.hear(share);
}

function endWork(id: string): void {
  progressById.get(id)?.end();
  progressById.delete(id);
}
