const LOCK_NAME = "jiugong-workspace";
/** A page that is just being left gives its lock up a moment later. */
const PATIENCE_MS = 1500;
const PAUSE_MS = 100;

let release: (() => void) | null = null;

/** Makes this window the only owner of the workspace until it is closed. `false`: another window has it, and kept it for as long
 * as a page takes to be left. Each time it is asked whether the lock is free now, and the answer is waited for however busy the
 * browser is: a request that is given up may be granted at that very moment, and then looks like another window. */
export async function takeOwnership(): Promise<boolean> {
  if (release || typeof navigator === "undefined" || !navigator.locks) return true;
  for (let waitedMs = 0; waitedMs < PATIENCE_MS; waitedMs += PAUSE_MS) {
    if (await takeIfFree()) return true;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  return takeIfFree();
}

export function giveUpOwnership(): void {
  release?.();
  release = null;
}

function takeIfFree(): Promise<boolean> {
  return new Promise((resolve, reject) => {
    navigator.locks
      .request(LOCK_NAME, { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        if (lock === null) return undefined;
        return new Promise<void>((free) => {
          release = free;
        });
      })
      .catch(reject);
  });
}
