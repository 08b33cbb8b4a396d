import type { UpdateProblem } from "../../core/vault/update/update-state.ts";

/** Thrown by a source with the reason that the person is told. */
export class UpdateFault extends Error {
  readonly problem: UpdateProblem;

  constructor(problem: UpdateProblem, options?: ErrorOptions) {
    super(problem, options);
    this.problem = problem;
  }
}

/** A file on its way. */
export interface UpdateStream {
  /** From which byte it comes: where it was asked for, or 0 when the other side cannot begin in the middle. */
  readonly from: number;
  readonly pieces: AsyncIterable<Uint8Array>;
}

/** A place that holds a manifest and the files it names: a feed or a folder. Names have no path in them. */
export interface UpdateSource {
  /** At most `limit` bytes; more is a fault. */
  readManifest(limit: number, signal: AbortSignal): Promise<Uint8Array>;
  openFile(name: string, from: number, signal: AbortSignal): Promise<UpdateStream>;
}
