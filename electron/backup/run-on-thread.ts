import { Worker } from "node:worker_threads";
import type { BackupJob, BackupOutcome } from "./backup-job.ts";

/** Carries out a backup on a thread of its own; where none can be started, or it ends without an answer, on this one. */
export function runOnThread(workerPath: string, job: BackupJob): Promise<BackupOutcome> {
  return new Promise<BackupOutcome>((resolve, reject) => {
    const worker = new Worker(workerPath, { execArgv: [] });
    worker.once("message", (outcome: BackupOutcome) => {
      resolve(outcome);
      void worker.terminate();
    });
    worker.once("error", reject);
    worker.once("exit", () => reject(new Error("the thread ended without an answer")));
    worker.postMessage(job);
    // A thread that a dead network folder holds must not hold the app.
    worker.unref();
  }).catch(async () => {
    const { runBackupJob } = await import("./backup-job.ts");
    return runBackupJob(job);
  });
}
