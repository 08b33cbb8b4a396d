import { create } from "zustand";
import type { MemberId } from "../../../../core/base/id.ts";
import type { Problem } from "../../../../core/base/result.ts";
import type { ImportSettings } from "../../../../core/customer/import/import-settings.ts";
import type { Batch } from "../../../../core/customer/records.ts";
import type {
  OpenedFile,
  PlannedImport,
  PreparedTable,
  RowsSummary,
} from "../../../worker/import-messages.ts";

export const IMPORT_STEPS = ["columns", "owners", "preview", "result"] as const;
export type ImportStep = (typeof IMPORT_STEPS)[number];

/** One chosen file on its way into the book. It outlives the page, so that looking elsewhere loses nothing. */
export interface ImportJob {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  /** `working`: something runs and can be cancelled; `keeping`: it is being written and cannot; `refused`: the file cannot
   * be read. */
  readonly state: "working" | "keeping" | "ready" | "refused" | "done";
  /** 0–1 while something runs. */
  readonly share: number;
  readonly problems: readonly Problem[];
  readonly opened?: OpenedFile | undefined;
  readonly tableIndex: number;
  readonly settings: ImportSettings;
  readonly table?: PreparedTable | undefined;
  readonly rows?: RowsSummary | undefined;
  readonly plan?: PlannedImport | undefined;
  readonly step: ImportStep;
  readonly create: readonly string[];
  readonly aliases: Readonly<Record<string, MemberId>>;
  readonly mode: Batch["mode"];
  readonly keepsMapping: boolean;
}

interface ImportState {
  readonly jobs: readonly ImportJob[];
  readonly openId: string | null;
}

export const importStore = create<ImportState>(() => ({ jobs: [], openId: null }));

/** A job by id; `undefined` when it has been taken away. */
export function jobById(id: string): ImportJob | undefined {
  return importStore.getState().jobs.find((job) => job.id === id);
}

/** Changes a job; one that has been taken away stays away. */
export function patchJob(id: string, patch: Partial<ImportJob>): void {
  importStore.setState(({ jobs }) => ({
    jobs: jobs.map((job) => (job.id === id ? { ...job, ...patch } : job)),
  }));
}

/** The job on screen: the chosen one, else the first that is not done. */
export function openJob({ jobs, openId }: ImportState): ImportJob | undefined {
  return jobs.find((job) => job.id === openId) ?? jobs.find((job) => job.state !== "done") ?? jobs[0];
}

/** Whether something runs for a job. */
export function isAtWork({ state }: ImportJob): boolean {
  return state === "working" || state === "keeping";
}
