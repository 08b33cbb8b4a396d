import { parentPort } from "node:worker_threads";
import { runBackupJob } from "./backup-job.ts";
import type { BackupJob } from "./backup-job.ts";

/* One backup, on a thread of its own: the main thread writes the ledger and must not wait. */

parentPort?.once("message", (job: BackupJob) => {
  void runBackupJob(job).then((outcome) => parentPort?.postMessage(outcome));
});
