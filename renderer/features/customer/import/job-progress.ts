import { holdCompacting } from "../../../storage/compact-ledger.ts";
import { jobById, patchJob } from "./import-store.ts";
import type { ImportJob } from "./import-store.ts";
import { startSteadyProgress } from "./steady-progress.ts";
import type { SteadyProgress } from "./steady-progress.ts";

/** Work on a job: its progress, and what it keeps from being done meanwhile. */
interface Work {
  readonly progress: SteadyProgress;
  release(): void;
}

const workById = new Map<string, Work>();

/** Sets a job to work; its share moves until the work is over. */
export function beginWork(
  id: string,
  patch: Partial<ImportJob> = {},
  state: "working" | "keeping" = "working",
): void {
  endWork(id);
  patchJob(id, { ...patch, state, share: 0 });
  const progress = startSteadyProgress((share) => {
    if (jobById(id)?.state === state) patchJob(id, { share });
    else endWork(id);
  });
  workById.set(id, { progress, release: holdCompacting() });
}

/** What a job's work says of itself. */
export function hearProgress(id: string, share: number): void {
  workById.get(id)?.progress.hear(share);
}

function endWork(id: string): void {
  const work = workById.get(id);
  work?.progress.end();
  work?.release();
  workById.delete(id);
}
